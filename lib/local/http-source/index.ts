export { HttpDataSource } from './http-data-source';

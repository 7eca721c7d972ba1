export { HttpServer } from './http-server';

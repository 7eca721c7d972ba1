export { printSchema } from './print-schema';
export { validateGraphqlSchema } from './validate-schema';

export { fieldNames, schemaDifferences } from './compare-schemas';
export { extendSchema } from './extend-schema';
export { nearNames } from './near-names';
export { printSchema } from './print-schema';
export { validateGraphqlSchema } from './validate-schema';

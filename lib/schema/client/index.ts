export { type ClientSchema, type ClientSchemaOptions } from './client-schema';
export { type SelectionSetDepth } from './flat-model';

export { assignFunctions } from './assign-functions';
export { directHandlers } from './direct-handlers';
export { invoke, messageOf } from './invoke';
export { LambdaDataSource } from './lambda-data-source';
export { type LambdaContext, type LambdaFunction, type LambdaFunctions } from './lambda-function';

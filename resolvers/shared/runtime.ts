/** Imported here only, so that a bundle has one import of it. */
export { extensions, runtime, util, type Context } from '@aws-appsync/utils';

import { CfnResolver, FunctionRuntime, Resolver, type ExtendedResolverProps, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { fieldNames, nearNames } from '../graphql';
import { fieldPath } from '../plan';
import { quoted } from './quoted';

/** What a resolver of a field has, but the field: what the CDK's `Resolver` takes. */
export interface AddedResolverProps extends Omit<ExtendedResolverProps, 'typeName' | 'fieldName'> {
  /**
   * What runs the code.
   *
   * @default - FunctionRuntime.JS_1_0_0 where there is code
   */
  readonly runtime?: FunctionRuntime;
}

interface AddedResolverContext {
  readonly api: GraphqlApi;
  /** The API's schema; absent where it is not known. */
  readonly sdl: string | undefined;
  /** The fields that have resolvers of the data model. */
  readonly taken: readonly string[];
}

/**
 * The resolver of a field that the data model does not have.
 *
 * @throws Error for a field that the schema does not have, or that has a resolver
 */
export function addedResolver(scope: Construct, field: string, props: AddedResolverProps, { api, sdl, taken }: AddedResolverContext): Resolver {
  if (sdl === undefined && !/^\w+\.\w+$/.test(field)) throw new Error(`'${field}' is no type with one of its fields; write both, as in 'Query.health'`);
  const fields = sdl === undefined ? [field] : fieldNames(sdl);
  if (!fields.includes(field)) {
    throw new Error(`the schema has no field '${field}'; it has ${quoted(nearNames(field, fields))}; more can be added with an extension of the schema`);
  }
  if (taken.includes(field) || scope.node.tryFindChild(field) || resolvedBy(api).includes(field)) throw new Error(`the field '${field}' has a resolver already; AppSync takes one a field`);
  const [typeName, fieldName] = field.split('.') as [string, string];
  return new Resolver(scope, field, { runtime: props.code && FunctionRuntime.JS_1_0_0, ...props, api, typeName, fieldName });
}

/** The fields that have a resolver which was made with the API or its data sources. */
export function resolvedBy(api: GraphqlApi): string[] {
  return api.node.findAll().filter((construct) => CfnResolver.isCfnResolver(construct)).map(fieldPath);
}

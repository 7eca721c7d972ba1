import { FunctionRuntime, Resolver, type GraphqlApi, type NoneDataSource } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { type ResolverPlan } from '../plan';
import { type ModelDataSource } from './model-data-source';
import { resolverCode } from './resolver-code';

interface FieldResolverProps {
  readonly api: GraphqlApi;
  /** For what asks no data source. */
  readonly noDataSource: NoneDataSource;
  /** The model whose table the resolver works on. */
  readonly model: ModelDataSource;
}

/**
 * The resolver of a field. Its id is that of the field alone: AppSync takes one resolver a field, so that a new one with another id
 * could not be created before the old one is gone.
 */
export function fieldResolver(scope: Construct, { typeName, fieldName, kind, code }: ResolverPlan, { api, noDataSource, model }: FieldResolverProps): Resolver {
  return new Resolver(scope, `${typeName}.${fieldName}`, {
    api,
    typeName,
    fieldName,
    code: resolverCode(code),
    runtime: FunctionRuntime.JS_1_0_0,
    ...(kind === 'pipeline' ? { pipelineConfig: [model.function!] } : { dataSource: kind === 'unit' ? model.dataSource : noDataSource }),
  });
}

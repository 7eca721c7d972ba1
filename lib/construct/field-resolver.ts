import { FunctionRuntime, Resolver, type AppsyncFunction, type GraphqlApi, type NoneDataSource } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { type PipelineStep, type ResolverPlan } from '../plan';
import { type ModelDataSource } from './model-data-source';
import { resolverCode } from './resolver-code';

interface FieldResolverProps {
  readonly api: GraphqlApi;
  /** For what asks no data source. */
  readonly noDataSource: NoneDataSource;
  /** How the tables are got at, by model. */
  readonly models: ReadonlyMap<string, ModelDataSource>;
}

/**
 * The resolver of a field. Its id is that of the field alone: AppSync takes one resolver a field, so that a new one with another id
 * could not be created before the old one is gone.
 */
export function fieldResolver(scope: Construct, plan: ResolverPlan, { api, noDataSource, models }: FieldResolverProps): Resolver {
  const { typeName, fieldName, code } = plan;
  return new Resolver(scope, `${typeName}.${fieldName}`, {
    api,
    typeName,
    fieldName,
    code: resolverCode(code),
    runtime: FunctionRuntime.JS_1_0_0,
    ...(plan.kind === 'pipeline' ? { pipelineConfig: pipeline(plan.steps, models) } : { dataSource: plan.kind === 'none' ? noDataSource : models.get(plan.model)!.dataSource }),
  });
}

/**
 * The functions that a pipeline runs. Some stand there more than once: no page of AWS says that this is possible, nor that it is not.
 * Should it not be, this is the place to give each repetition a function of its own; there are no other repetitions.
 */
function pipeline(steps: readonly PipelineStep[], models: ReadonlyMap<string, ModelDataSource>): AppsyncFunction[] {
  return steps.map(({ model, function: name }) => models.get(model)!.functions[name]!);
}

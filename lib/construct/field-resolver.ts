import { AppsyncFunction, FunctionRuntime, Resolver, type BaseDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type Construct } from 'constructs';
import { fieldPath, type FieldResolverPlan, type OwnStep, type PipelineStep, type ResolverPlan } from '../plan';
import { type Handlers } from './handlers';
import { type ModelDataSource } from './model-data-source';
import { resolverCode } from './resolver-code';

interface FieldResolverProps {
  readonly api: GraphqlApi;
  /** What all subscriptions run; absent where there are none. */
  readonly subscribe?: AppsyncFunction;
  /** How the tables are got at, by model. */
  readonly models: ReadonlyMap<string, ModelDataSource>;
  readonly handlers: Handlers;
}

/**
 * The resolver of a field. Its id is that of the field alone: AppSync takes one resolver a field, so that a new one with another id
 * could not be created before the old one is gone.
 */
export function fieldResolver(scope: Construct, plan: ResolverPlan, props: FieldResolverProps): Resolver {
  const { typeName, fieldName, code } = plan;
  return new Resolver(scope, fieldPath(plan), {
    api: props.api,
    typeName,
    fieldName,
    code: resolverCode(code),
    runtime: FunctionRuntime.JS_1_0_0,
    ...(plan.kind === 'pipeline' ? { pipelineConfig: pipeline(plan, plan.steps, props) } : { dataSource: props.models.get(plan.model)!.dataSource }),
  });
}

/**
 * The functions that a pipeline runs. Some stand there more than once: no page of AWS says that this is possible, nor that it is not.
 * Should it not be, this is the place to give each repetition a function of its own; there are no other repetitions.
 */
function pipeline(plan: ResolverPlan, steps: readonly PipelineStep[], { api, models, subscribe, handlers }: FieldResolverProps): AppsyncFunction[] {
  return steps.map((step) => {
    if ('handler' in step) return handlers.step(plan, step);
    if ('code' in step) return ownFunction(models.get(step.model)!, plan, step, api);
    return step.function === 'subscribe' ? subscribe! : models.get(step.model!)!.functions[step.function]!;
  });
}

/** What would be the unit resolver of a field, where that has more steps; or what is asked before them. */
function ownFunction(model: ModelDataSource, plan: ResolverPlan, { code }: OwnStep, api: GraphqlApi): AppsyncFunction {
  const asks = code.bundle === 'authorize';
  return new AppsyncFunction(model, asks ? `${fieldPath(plan)}.Authorize` : fieldPath(plan), {
    api, dataSource: model.dataSource, name: asks ? `${plan.fieldName}Authorize` : plan.fieldName, code: resolverCode(code), runtime: FunctionRuntime.JS_1_0_0,
  });
}

/** The resolver of a field whose value stands in the record already. */
export function valueResolver(scope: Construct, plan: FieldResolverPlan, { api, none }: { readonly api: GraphqlApi; readonly none: BaseDataSource }): Resolver {
  const { typeName, fieldName, code } = plan;
  return new Resolver(scope, fieldPath(plan), { api, typeName, fieldName, dataSource: none, code: resolverCode(code), runtime: FunctionRuntime.JS_1_0_0 });
}

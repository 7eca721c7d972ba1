export { type BundleName } from './configuration';
export { fieldPath } from './field-path';
export { withHooks, type Hooks } from './hooks';
export {
  type Access, type AttributePlan, type CodePlan, type CustomResolverPlan, type DynamoDbAction, type FieldResolverPlan, type FunctionName, type FunctionPlan, type HandlerStep, type IndexPlan, type KeyPlan, type OwnStep, type PipelineStep, type Plan, type ResolverPlan, type TablePlan,
} from './plan';
export { type IdentityPoolPlan } from './identity-pool';
export { pipelineCode } from './pipelines';
export { planApi } from './plan-api';
export { widerParents } from './wider-parents';

export { type BundleName } from './configuration';
export {
  type Access, type AttributePlan, type CodePlan, type FunctionName, type FunctionPlan, type IndexPlan, type KeyPlan, type PipelineStep, type Plan, type ResolverPlan, type TablePlan,
} from './plan';
export { planApi } from './plan-api';

import { type CustomOperation } from '../model';
import { type Guards } from './guards';
import { handlerSteps } from './pipelines';
import { type CustomResolverPlan } from './plan';

/** The resolver of an operation that is no model's; none for a subscription that leaves all to AppSync. */
export function customResolver(operation: CustomOperation, guards: Guards): CustomResolverPlan[] {
  const { root, name, handlers } = operation;
  const guard = guards.custom(operation);
  const resolver = { typeName: root, fieldName: name, ...(guard && { guard }) };
  if (handlers.length > 0) return [{ ...resolver, steps: handlerSteps('Handler', handlers) }];
  return guard ? [{ ...resolver, steps: [{ function: 'subscribe' }] }] : [];
}

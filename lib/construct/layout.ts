import { NestedStack, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type ResolverPlan } from '../plan';

/** How the resources of an API are spread over stacks. */
export type Layout = 'flat' | 'nested';

/** Where what works on a model's table stands, and the resolvers that do. */
interface ScopeOfResources {
  model(name: string): Construct;
  resolver(plan: ResolverPlan): Construct;
  /** For those of operations that are no model's. */
  readonly custom: Construct;
}

/**
 * `flat`: all in the construct's own stack. `nested`: what works on a model's table in a nested stack of its own. Those refer to the API
 * and to tables, which are in the construct's stack, and not to each other: a resolver that runs functions of several tables stands in
 * the construct's stack too.
 */
export function scopesOf(layout: Layout, parent: Construct): ScopeOfResources {
  const models = new Construct(parent, 'Models');
  const resolvers = new Construct(parent, 'Resolvers');
  if (layout === 'flat') return { model: () => models, resolver: () => resolvers, custom: resolvers };

  const stacks = new Map<string, { readonly stack: NestedStack; readonly resolvers: Construct }>();
  const of = (name: string) => {
    const known = stacks.get(name);
    if (known) return known;
    const stack = new NestedStack(models, name, { description: `${name} of ${Stack.of(parent).stackName}` });
    const made = { stack, resolvers: new Construct(stack, 'Resolvers') };
    stacks.set(name, made);
    return made;
  };
  return {
    custom: resolvers,
    model: (name) => of(name).stack,
    resolver: (plan) => (plan.kind === 'pipeline' && plan.steps.some(({ model = plan.model }) => model !== plan.model) ? resolvers : of(plan.model).resolvers),
  };
}

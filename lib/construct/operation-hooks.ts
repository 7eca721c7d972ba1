import { MAX_FUNCTIONS, operationGroups, resolveHandlers, type DataModel, type Handler as ResolvedHandler } from '../model';
import { fieldPath, withHooks, type CustomResolverPlan, type Hooks, type Plan, type ResolverPlan } from '../plan';
import { type Handler, type ResolverName } from '../schema';
import { quoted } from './quoted';

/** The operations of an API, as `Type.field`. */
type OperationName<Types> = Extract<ResolverName<Types>, `${'Query' | 'Mutation' | 'Subscription'}.${string}`>;

type HooksByOperation<Types> = { readonly [Name in OperationName<Types>]?: Handler | readonly Handler[] };

/** Steps of one's own around the operations of the API. */
export interface OperationHooks<Types> {
  /**
   * What runs before an operation asks its data source: to refuse it, `util.error(...)`, or to look something up and keep it in `ctx.stash`. The
   * operation takes its arguments as the client has given them.
   *
   * @example
   * before: { 'Mutation.createTeam': a.handler.custom({ entry: './check-quota.ts' }) }
   * @default - nothing
   */
  readonly before?: NoInfer<HooksByOperation<Types>>;

  /**
   * What runs after an operation. It has the result as `ctx.prev.result`, of a list `{ items, nextToken }`, and what its `response` returns
   * is what a client gets, and subscribers.
   *
   * @example
   * after: { 'Mutation.createTeam': a.handler.custom({ entry: './notify.ts', dataSource: 'Events' }) }
   * @default - nothing
   */
  readonly after?: NoInfer<HooksByOperation<Types>>;
}

/**
 * A plan whose operations have the steps that are asked for.
 *
 * @throws Error for operations that there are not, and for pipelines that are longer than AppSync takes
 */
export function hookedPlan(plan: Plan, { before = {}, after = {} }: OperationHooks<Record<string, never>>, model: DataModel): Plan {
  const hooked = withHooks(plan, { before: resolved('before', before, plan, model), after: resolved('after', after, plan, model) });
  for (const resolver of [...hooked.resolvers, ...hooked.customResolvers]) checkLength(resolver, plan);
  return hooked;
}

function resolved(when: keyof Hooks, hooks: Readonly<Record<string, Handler | readonly Handler[] | undefined>>, plan: Plan, model: DataModel): Hooks['before'] {
  const operations = [...plan.resolvers.filter(({ typeName }) => Object.hasOwn(operationGroups, typeName)), ...plan.customResolvers].map(fieldPath);
  const unknown = Object.keys(hooks).filter((name) => !operations.includes(name));
  const bare = model.customOperations.find(({ root, name }) => unknown.includes(`${root}.${name}`));
  if (bare) throw new Error(`'${when}' has '${bare.root}.${bare.name}', which has no handler, so that there is nothing to be ${when}: do it in a handler of it`);
  if (unknown.length > 0) throw new Error(`'${when}' has ${quoted(unknown)}, and the API has no such operation; it has ${quoted(operations)}`);
  return Object.fromEntries(Object.entries(hooks).map(([name, handlers = []]): [string, ResolvedHandler[]] => [name, resolveHandlers(`${when} ${name}`, [handlers].flat(), model)]));
}

function checkLength(resolver: ResolverPlan | CustomResolverPlan, { resolvers }: Plan): void {
  if (!('steps' in resolver) || resolver.steps.length <= MAX_FUNCTIONS) return;
  const path = fieldPath(resolver);
  const generated = resolvers.find((one) => fieldPath(one) === path);
  const own = generated?.kind === 'pipeline' ? `, ${generated.steps.length} of them its own` : '';
  throw new Error(`the pipeline of ${path} has ${resolver.steps.length} functions${own}, and AppSync takes ${MAX_FUNCTIONS}: do more in one of the steps of 'before' and 'after'`);
}

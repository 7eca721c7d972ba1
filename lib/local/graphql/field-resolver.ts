import { type DataSource, DataSourceError } from '../data-source';
import { type HandlerContext, type HandlerEffects, type Handlers } from '../appsync-js/handlers';

/** Handlers with the data source between them; a pipeline resolver's own have none. */
export interface Step {
  readonly handlers: Handlers;
  readonly dataSource?: DataSource;
  /** How many of its requests may go out as one, where its data source makes batches. */
  readonly maxBatchSize?: number;
}

/** A unit resolver (functions absent), or a pipeline resolver. */
export interface FieldResolver extends Step {
  readonly functions?: readonly Step[];
}

/** What all handlers of a field see alike. */
type FieldContext = Omit<HandlerContext, 'result' | 'prev' | 'error'>;

/** What came of a step: `isLast` when it has asked for the rest to be skipped. */
interface StepResult { readonly value: unknown; readonly isLast: boolean }

/**
 * Runs a resolver as AppSync does and gives the field's value.
 * @throws ResolverError when a handler called `util.error`; what else is thrown is the fault of the code
 */
export async function runResolver(resolver: FieldResolver, field: FieldContext, effects: HandlerEffects): Promise<unknown> {
  return resolver.functions ? runPipeline(resolver, resolver.functions, field, effects) : (await runStep(resolver, field, null, effects)).value;
}

async function runPipeline(resolver: Step, functions: readonly Step[], field: FieldContext, effects: HandlerEffects): Promise<unknown> {
  const { request, response } = resolver.handlers;
  const before = request({ ...field, result: null, prev: null, error: null }, effects);
  let result = before.value;
  if (before.kind === 'return') {
    for (const step of functions) {
      const { value, isLast } = await runStep(step, field, { result }, effects);
      result = value;
      if (isLast) break;
    }
  }
  return response({ ...field, result, prev: { result }, error: null }, effects).value;
}

async function runStep(step: Step, field: FieldContext, prev: HandlerContext['prev'], effects: HandlerEffects): Promise<StepResult> {
  const { request, response } = step.handlers;
  const asked = request({ ...field, result: null, prev, error: null }, effects);
  if (asked.kind === 'earlyReturn') return { value: asked.value, isLast: asked.skipTo === 'END' };
  let result: unknown;
  let error: HandlerContext['error'] = null;
  try {
    result = await step.dataSource!.invoke(asked.value, { step, graphqlRequest: field.request });
  } catch (failure) {
    if (!(failure instanceof DataSourceError)) throw failure;
    result = failure.data;
    error = { message: failure.message, type: failure.type };
  }
  const answered = response({ ...field, result, prev, error }, effects);
  return { value: answered.value, isLast: answered.kind === 'earlyReturn' && answered.skipTo === 'END' };
}

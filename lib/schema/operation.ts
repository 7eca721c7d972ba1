import { authorizationRules, type AllowOnOperation, type AuthorizationCallback } from './authorization';
import { type CustomTypeFields } from './custom-type';
import { definition, type CustomTypeFieldDefinition, type Defined, type HandlerDefinition, type OperationDefinition, type typed } from './definition';
import { type FunctionHandler, type Handler } from './handler';
import { type ModelMutations, type RefField } from './ref';

type OperationKind = OperationDefinition['kind'];

/** What an operation gives: a scalar, an enum, a custom type, or a reference, which may lead to a model. */
type Result = Defined<CustomTypeFieldDefinition>;

/** Anything that an operation takes and gives, for types that read it. */
export interface CustomOperation<
  Kind extends OperationKind = OperationKind, Arguments extends CustomTypeFields | undefined = CustomTypeFields | undefined, Returns = unknown, Async extends boolean = boolean,
> extends Defined<OperationDefinition> {
  readonly [typed]?: { kind: Kind; arguments: Arguments; returns: Returns; async: Async };
}

/** A query or a mutation that is no model's. Every modifier gives a new one and leaves this one as it is. */
export interface CallableOperation<Kind extends 'query' | 'mutation', Arguments extends CustomTypeFields | undefined = undefined, Returns = undefined, Async extends boolean = false>
  extends CustomOperation<Kind, Arguments, Returns, Async> {
  /** What a client gives: scalars, enums, custom types and references to those. */
  arguments<Added extends CustomTypeFields>(fields: Added): CallableOperation<Kind, Added, Returns, Async>;
  /** What it gives: a scalar, an enum, a custom type, or a reference to one of the schema, or to a model: `a.ref('Post').array()`. */
  returns<Type extends Result>(type: Type): CallableOperation<Kind, Arguments, Type, Async>;
  /** What serves it; several one after the other, each with what the one before it gave as `ctx.prev.result`. */
  handler<const Handlers extends Handler | readonly Handler[]>(handlers: Handlers): CallableOperation<Kind, Arguments, Returns, EndsAsync<Handlers>>;
  /**
   * Who may use it.
   *
   * @default - the rules of the schema
   */
  authorization(callback: AuthorizationCallback<AllowOnOperation>): CallableOperation<Kind, Arguments, Returns, Async>;
}

type EndsAsync<Handlers> =
  Handlers extends readonly [...(readonly unknown[]), infer Last] ? EndsAsync<Last>
    : Handlers extends readonly (infer Some)[] ? EndsAsync<Some>
      : Handlers extends FunctionHandler<true> ? true : false;

/** A mutation whose results a subscription gets, or those of a model. */
type Source = RefField<string> | ModelMutations<string>;

/** A subscription that is no model's. Every modifier gives a new one and leaves this one as it is. */
export interface CustomSubscription<Arguments extends CustomTypeFields | undefined = undefined, Returns = undefined> extends CustomOperation<'subscription', Arguments, Returns, false> {
  /** The mutations whose results it gets: `a.ref('publish')`, `a.ref('Post').mutations(['create'])`, or a list. They all give the same type. */
  for<const Sources extends Source | readonly Source[]>(sources: Sources): CustomSubscription<Arguments, Sources extends readonly Source[] ? Sources[number] : Sources>;
  /** What a client gives. An argument that is named as a field of the result chooses the results with that value; a handler may choose otherwise. */
  arguments<Added extends CustomTypeFields>(fields: Added): CustomSubscription<Added, Returns>;
  /**
   * What is done when a client subscribes: to refuse it, or to set a filter by `extensions.setSubscriptionFilter`.
   *
   * @default - nothing
   */
  handler(handlers: Handler | readonly Handler[]): CustomSubscription<Arguments, Returns>;
  /**
   * Who may use it.
   *
   * @default - the rules of the schema
   */
  authorization(callback: AuthorizationCallback<AllowOnOperation>): CustomSubscription<Arguments, Returns>;
}

/** A query or a mutation without anything yet. */
export function callableOperation<Kind extends 'query' | 'mutation'>(kind: Kind): CallableOperation<Kind> {
  return callable({ kind, arguments: {} });
}

function callable<Kind extends 'query' | 'mutation', Arguments extends CustomTypeFields | undefined, Returns, Async extends boolean>(
  current: OperationDefinition,
): CallableOperation<Kind, Arguments, Returns, Async> {
  return {
    [definition]: current,
    arguments: (fields) => callable({ ...current, arguments: { ...fields } }),
    returns: (returns) => callable({ ...current, returns }),
    handler: (handlers) => callable(servedBy(listOf(handlers), current)),
    authorization: (callback) => callable({ ...current, authorization: authorizationRules(callback) }),
  };
}

/** As in Amplify, a function that is not waited for replaces what `.returns()` said before. */
function servedBy(handlers: readonly Defined<HandlerDefinition>[], { returns, ...current }: OperationDefinition): OperationDefinition {
  const last = handlers.at(-1)?.[definition];
  const waits = last?.kind !== 'function' || !last.async;
  return { ...current, ...(returns && waits && { returns }), handlers };
}

/** A subscription without anything yet. */
export function customSubscription(): CustomSubscription {
  return subscription({ kind: 'subscription', arguments: {} });
}

function subscription<Arguments extends CustomTypeFields | undefined, Returns>(current: OperationDefinition): CustomSubscription<Arguments, Returns> {
  return {
    [definition]: current,
    for: (sources) => subscription({ ...current, sources: [sources as Source | readonly Source[]].flat() }),
    arguments: (fields) => subscription({ ...current, arguments: { ...fields } }),
    handler: (handlers) => subscription({ ...current, handlers: listOf(handlers) }),
    authorization: (callback) => subscription({ ...current, authorization: authorizationRules(callback) }),
  };
}

function listOf(handlers: Handler | readonly Handler[]): readonly Defined<HandlerDefinition>[] {
  return Array.isArray(handlers) ? [...handlers as readonly Handler[]] : [handlers as Handler];
}

import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type ModelMutationsDefinition, type RefFieldDefinition, type typed } from './definition';

/** A field with one value of an enum or a custom type of the schema. Every modifier gives a new field and leaves this one as it is. */
export interface RefField<Name extends string, Required extends boolean = false> extends Defined<RefFieldDefinition> {
  readonly [typed]?: { name: Name; required: Required; list: false };
  /** The field always has a value: `Status!`. */
  required(): RefField<Name, true>;
  /** A list of such values. What was required so far is now the element: `a.ref('Status').required().array()` is `[Status!]`. */
  array(): RefListField<Name, Required>;
  /** Mutations of the model, for a subscription to their results: `a.ref('Post').mutations(['create', 'update'])`. */
  mutations(operations: ModelMutationsDefinition['operations']): ModelMutations<Name>;
  /**
   * Who may read and write this field. Who may not read it gets null.
   *
   * @default - who may read and write the record
   */
  authorization(callback: AuthorizationCallback): this;
}

/** Mutations of a model, whose results a subscription gets. */
export interface ModelMutations<Name extends string> extends Defined<ModelMutationsDefinition> {
  readonly [typed]?: { name: Name };
}

/** A field with a list of values of an enum or a custom type of the schema. */
export interface RefListField<Name extends string, ElementRequired extends boolean, Required extends boolean = false> extends Defined<RefFieldDefinition> {
  readonly [typed]?: { name: Name; required: Required; list: { elementRequired: ElementRequired } };
  /** The list itself always is there, if only empty: `[Status]!`. */
  required(): RefListField<Name, ElementRequired, true>;
  /**
   * Who may read and write this field. Who may not read it gets null.
   *
   * @default - who may read and write the record
   */
  authorization(callback: AuthorizationCallback): this;
}

/** An optional field with a value of a type of the schema. */
export function refField<Name extends string>(name: Name): RefField<Name> {
  return field({ kind: 'ref', type: name, required: false });
}

function field<Name extends string, Required extends boolean>(current: RefFieldDefinition): RefField<Name, Required> {
  return {
    [definition]: current,
    required: () => field({ ...current, required: true }),
    array: () => listField({ ...current, required: false, list: { elementRequired: current.required } }),
    mutations: (operations: ModelMutationsDefinition['operations']) => ({ [definition]: { kind: 'mutations', model: current.type, operations: [...operations] } }),
    authorization: (callback: AuthorizationCallback) => field({ ...current, authorization: authorizationRules(callback) }),
  } as RefField<Name, Required>;
}

function listField<Name extends string, ElementRequired extends boolean, Required extends boolean>(
  current: RefFieldDefinition,
): RefListField<Name, ElementRequired, Required> {
  return {
    [definition]: current,
    required: () => listField({ ...current, required: true }),
    authorization: (callback: AuthorizationCallback) => listField({ ...current, authorization: authorizationRules(callback) }),
  } as RefListField<Name, ElementRequired, Required>;
}

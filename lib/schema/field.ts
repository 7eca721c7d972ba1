import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type ScalarFieldDefinition, type typed } from './definition';
import { type ScalarName, type ScalarValue } from './scalars';
import { collectRules, type NumberRules, type StringRules } from './validation';

/** A field with one value of a scalar type. Every modifier gives a new field and leaves this one as it is. */
export interface ScalarField<Name extends ScalarName, Required extends boolean = false, HasDefault extends boolean = false>
  extends Defined<ScalarFieldDefinition> {
  readonly [typed]?: { scalar: Name; required: Required; list: false; hasDefault: HasDefault };
  /** The field always has a value: `String!`. */
  required(): ScalarField<Name, true, HasDefault>;
  /** A list of such values. What was required so far is now the element: `a.string().required().array()` is `[String!]`. */
  array(): ListField<Name, Required>;
  /** The value that a create writes where none is given. */
  default(value: ScalarValue<Name>): ScalarField<Name, Required, true>;
  /**
   * What a value has to keep: a create or an update with another one is refused before anything is written. Text has rules such as
   * `minLength` and `matches`, a number such as `gt` and `positive`.
   *
   * @example
   * a.string().validate((rules) => rules.minLength(5, 'at least 5 characters, please').maxLength(100))
   * @default - every value of the type will do
   */
  validate(callback: (rules: RulesFor<Name>) => unknown): ScalarField<Name, Required, HasDefault>;
  /**
   * Who may read and write this field. Who may not read it gets null.
   *
   * @default - who may read and write the record
   */
  authorization(callback: AuthorizationCallback): this;
}

/** The rules for values of a scalar type: none where they are neither text nor numbers. */
type RulesFor<Name extends ScalarName> = ScalarValue<Name> extends string ? StringRules : ScalarValue<Name> extends number ? NumberRules : never;

/** A field with a list of values of a scalar type. Every modifier gives a new field and leaves this one as it is. */
export interface ListField<Name extends ScalarName, ElementRequired extends boolean, Required extends boolean = false, HasDefault extends boolean = false>
  extends Defined<ScalarFieldDefinition> {
  readonly [typed]?: { scalar: Name; required: Required; list: { elementRequired: ElementRequired }; hasDefault: HasDefault };
  /** The list itself always is there, if only empty: `[String]!`. */
  required(): ListField<Name, ElementRequired, true, HasDefault>;
  /** The list that a create writes where none is given. */
  default(value: readonly ScalarValue<Name>[]): ListField<Name, ElementRequired, Required, true>;
  /**
   * Who may read and write this field. Who may not read it gets null.
   *
   * @default - who may read and write the record
   */
  authorization(callback: AuthorizationCallback): this;
}

/** An optional field of a scalar type, without a default. */
export function scalarField<Name extends ScalarName>(scalar: Name): ScalarField<Name> {
  return field({ kind: 'scalar', scalar, required: false });
}

function field<Name extends ScalarName, Required extends boolean, HasDefault extends boolean>(
  current: ScalarFieldDefinition,
): ScalarField<Name, Required, HasDefault> {
  return {
    [definition]: current,
    required: () => field({ ...current, required: true }),
    array: () => listField({ ...current, required: false, list: { elementRequired: current.required } }),
    default: (value: ScalarValue<Name>) => field({ ...current, default: value }),
    validate: (callback: (rules: never) => unknown) => field({ ...current, validation: collectRules(callback) }),
    authorization: (callback: AuthorizationCallback) => field({ ...current, authorization: authorizationRules(callback) }),
  } as ScalarField<Name, Required, HasDefault>;
}

function listField<Name extends ScalarName, ElementRequired extends boolean, Required extends boolean, HasDefault extends boolean>(
  current: ScalarFieldDefinition,
): ListField<Name, ElementRequired, Required, HasDefault> {
  return {
    [definition]: current,
    required: () => listField({ ...current, required: true }),
    default: (value: readonly ScalarValue<Name>[]) => listField({ ...current, default: value }),
    authorization: (callback: AuthorizationCallback) => listField({ ...current, authorization: authorizationRules(callback) }),
  } as ListField<Name, ElementRequired, Required, HasDefault>;
}

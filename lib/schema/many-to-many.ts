import { authorizationRules, type AuthorizationCallback } from './authorization';
import { definition, type Defined, type ManyToManyDefinition, type typed } from './definition';

/** How the records of two models are joined. */
export interface JoinOptions<Through extends string = string, From extends string | undefined = string | undefined, To extends string | undefined = string | undefined> {
  /** The join model: each record of it belongs to one record of either side. */
  readonly through: Through;
  /**
   * The `belongsTo` of the join model that leads to the records of this model.
   *
   * @default - the only one that does, beside `to`
   */
  readonly from?: From;
  /**
   * The `belongsTo` of the join model that leads to the records that are listed.
   *
   * @default - the only one that does, beside `from`
   */
  readonly to?: To;
}

/** A field that lists the records of a model which join records lead to. Every modifier gives a new field and leaves this one as it is. */
export interface ManyToMany<Model extends string, Through extends string, From extends string | undefined = string | undefined, To extends string | undefined = string | undefined>
  extends Defined<ManyToManyDefinition> {
  readonly [typed]?: { kind: 'manyToMany'; model: Model; through: Through; from: From; to: To };
  /** Records are there before any record joins them, so that this can't be required. Calling it is a schema error that says so. */
  required(): this;
  /** As `required()`. */
  valueRequired(): this;
  /**
   * How many records a page has where a request does not say: a whole number from 1 to 100, as one request to DynamoDB reads them.
   *
   * @default 100
   */
  limit(records: number): this;
  /**
   * Who may follow it, beside that the rules of the join model and of the related model let them read their records.
   *
   * @default - who may read the record
   */
  authorization(callback: AuthorizationCallback): this;
}

export function manyToMany<Model extends string, Through extends string, From extends string | undefined, To extends string | undefined>(
  model: Model, options: JoinOptions<Through, From, To>,
): ManyToMany<Model, Through, From, To> {
  // Without them, which the compiler refuses, the schema's checks say what is missing.
  const { through, from, to } = (options as typeof options | undefined) ?? {} as typeof options;
  return field({ kind: 'manyToMany', model, through, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
}

function field<Model extends string, Through extends string, From extends string | undefined, To extends string | undefined>(
  current: ManyToManyDefinition,
): ManyToMany<Model, Through, From, To> {
  const required = (): ManyToMany<Model, Through, From, To> => field({ ...current, required: true });
  return {
    [definition]: current,
    required,
    valueRequired: required,
    limit: (limit: number) => field({ ...current, limit }),
    authorization: (callback: AuthorizationCallback) => field({ ...current, authorization: authorizationRules(callback) }),
  } as ManyToMany<Model, Through, From, To>;
}

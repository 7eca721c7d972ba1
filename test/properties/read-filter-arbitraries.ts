import fc from 'fast-check';
import { type Filter } from './filter-oracle';
import { models, valuesOf, type DirectRelationship, type KeyedQuery, type ModelName } from './read-model';

type Values = readonly unknown[];

/** Two values in order: DynamoDB refuses them the other way round. */
const bounds = (values: Values): fc.Arbitrary<unknown> => fc.tuple(fc.constantFrom(...values), fc.constantFrom(...values)).map((pair) => {
  const [first, second] = pair as [string | number, string | number];
  return (typeof first === 'number' ? first <= Number(second) : Buffer.compare(Buffer.from(first), Buffer.from(String(second))) <= 0) ? [first, second] : [second, first];
});

const ranges = (values: Values): fc.Arbitrary<Filter> => {
  const value = fc.constantFrom(...values);
  return fc.oneof(...['lt', 'le', 'gt', 'ge'].map((operator) => fc.record({ [operator]: value })), fc.record({ between: bounds(values) }));
};

const words = (values: Values): fc.Arbitrary<Filter> => fc.oneof(
  fc.record({ beginsWith: fc.constantFrom(...values, 'person', '2000') }), fc.record({ contains: fc.constantFrom(...values) }), fc.record({ notContains: fc.constantFrom(...values) }),
);

const isText = (values: Values): boolean => typeof values[0] === 'string';

/** What can be asked for, and no key can be. */
const odd = (values: Values): Values => (isText(values) ? [null, ''] : [null]);

const equal = (values: Values): fc.Arbitrary<Filter> => fc.record({
  eq: fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constantFrom(...odd(values)) }),
});

/** Mostly that a field has a value: that is what keys are made of. */
function conditionOn(values: Values): fc.Arbitrary<Filter> {
  return fc.oneof(
    { weight: 9, arbitrary: equal(values) },
    { weight: 2, arbitrary: fc.record({ ne: fc.constantFrom(...values, ...odd(values)) }) },
    { weight: 2, arbitrary: ranges(values) },
    { weight: 1, arbitrary: fc.record({ attributeExists: fc.boolean() }) },
    { weight: 1, arbitrary: isText(values) ? words(values) : fc.record({ eq: fc.constantFrom(...values), ne: fc.constantFrom(...values) }) },
    { weight: 1, arbitrary: fc.tuple(equal(values), ranges(values)).map(([eq, range]) => ({ ...eq, ...range })) },
  );
}

/** Conditions on these fields, in groups that nest. */
export function filtersOn(fields: Readonly<Record<string, Values>>): fc.Arbitrary<Filter> {
  const conditions = fc.uniqueArray(fc.constantFrom(...Object.keys(fields)), { minLength: 1, maxLength: 2 })
    .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, conditionOn(fields[name]!)])))) as fc.Arbitrary<Filter>;
  return fc.letrec<{ filter: Filter }>((tie) => {
    const group = fc.array(tie('filter'), { maxLength: 2 });
    return {
      // Deeper ones are tried elsewhere: the embedded database takes seconds to read them.
      filter: fc.oneof({ maxDepth: 2, withCrossShrink: true },
        conditions, fc.record({ and: group }), fc.record({ or: group }), fc.record({ not: tie('filter') }),
        fc.tuple(conditions, fc.record({ and: group, or: group, not: tie('filter') }, { requiredKeys: [] })).map(([some, groups]) => ({ ...some, ...groups }))),
    };
  }).filter;
}

/** The keys that records of a model can be found by: the identifier's fields, those of references, also in order, and those of indexes. */
function keysOf(name: ModelName): (readonly string[])[] {
  const { identifier, relationships, keyed } = models[name];
  const others = Object.values(models).flatMap((other) => Object.values(other.relationships));
  return [
    identifier,
    ...Object.values(relationships).flatMap((relationship) => (relationship.kind === 'belongsTo' ? [relationship.references] : [])),
    ...others.flatMap((other) => (other.kind === 'hasMany' && other.to === name && other.sortedBy !== undefined ? [[...other.references, other.sortedBy]] : [])),
    ...Object.values(keyed ?? {}).map(({ partition, sort }) => [partition, ...sort]),
  ];
}

/** How the parts of a filter, which have to hold all, may stand in it. */
const arrangements: Readonly<Record<string, (parts: readonly Filter[]) => Filter>> = {
  'at the top': (parts) => Object.assign({}, ...parts),
  'in a group': (parts) => ({ and: parts }),
  'in both': ([first, ...others]) => ({ ...first, and: others }),
  'in groups of groups': ([first, ...others]) => ({ and: [{ and: [first] }, ...others] }),
  'beside alternatives': ([first, ...others]) => ({ and: [first], or: [{ and: others }] }),
};

/** Filters that a query can make use of: a key, or the beginning of one, a range of what comes next, and other conditions. */
export function keyFilters(values: Readonly<Record<string, Values>>, keys: readonly (readonly string[])[]): fc.Arbitrary<Filter> {
  return fc.constantFrom(...keys).chain((fields) => fc.tuple(
    fc.integer({ min: 1, max: fields.length }).chain((count) => fc.tuple(
      ...fields.slice(0, count).map((field) => fc.record({ [field]: equal(values[field]!) })),
      ...fields.slice(count, count + 1).map((field) => fc.record({ [field]: ranges(values[field]!) })),
    )),
    // Of the key's own fields too: a query takes one condition on each of them, and no filter.
    fc.option(fc.oneof(filtersOn(values), filtersOn(Object.fromEntries(fields.map((field) => [field, values[field]!])))), { freq: 3 }),
    fc.constantFrom(...Object.keys(arrangements)),
  )).map(([key, rest, arrangement]) => arrangements[arrangement]!([...key, ...(rest ? [rest] : [])]));
}

/** Filters of the list of a model. */
export function listFilters(name: ModelName): fc.Arbitrary<Filter | null> {
  return fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 4, arbitrary: keyFilters(valuesOf(name), keysOf(name)) }, { weight: 3, arbitrary: filtersOn(valuesOf(name)) });
}

const without = (fields: Readonly<Record<string, Values>>, names: readonly (string | undefined)[]): Record<string, Values> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)));

/** Filters of a query that has a key already: they can't have its fields. */
export function remainingFilters(name: ModelName, { partition, sort }: KeyedQuery): fc.Arbitrary<Filter | null> {
  return fc.option(filtersOn(without(valuesOf(name), [partition, ...(sort.length === 1 ? sort : [])])), { freq: 2 });
}

/** One condition on a sort key, of any operator that a key takes. */
const keyConditions = (values: Values): fc.Arbitrary<Filter> => fc.oneof(
  { weight: 1, arbitrary: fc.record({ eq: fc.constantFrom(...values) }) }, { weight: 3, arbitrary: ranges(values) },
  ...(isText(values) ? [{ weight: 1, arbitrary: fc.record({ beginsWith: fc.constantFrom(...values, 'post') }) }] : []),
);

/** What a relationship is asked for: a condition on what it is sorted by as an argument or in the filter, which has others beside. */
export interface RelatedConditions {
  readonly filter: Filter | null;
  readonly argument: Filter | null;
}

/** Conditions on related records: that a reference has a value, once a condition on what they are sorted by, and others. */
export function relatedConditions({ to, references, sortedBy, takesCondition }: DirectRelationship): fc.Arbitrary<RelatedConditions> {
  const values = valuesOf(to);
  const [reference] = references as [string];
  const condition = sortedBy === undefined ? fc.constant(null) : fc.option(keyConditions(values[sortedBy]!));
  const filterWith = (sort: Filter | null): fc.Arbitrary<Filter> => fc.tuple(
    fc.option(fc.record({ [reference]: fc.record({ eq: fc.constantFrom(...values[reference]!) }) })),
    fc.constant(sort && { [sortedBy!]: sort }),
    fc.option(filtersOn(without(values, [reference, sortedBy]))),
    fc.constantFrom('at the top', 'in a group', 'in both'),
  ).map(([equal, range, rest, arrangement]) => arrangements[arrangement]!([equal, range, rest].filter((part) => part !== null)));
  const inFilter = condition.chain((sort) => fc.record({ filter: filterWith(sort), argument: fc.constantFrom(null, ...(takesCondition ? [{}] : [])) }));
  const asArgument = fc.record({ filter: fc.option(filterWith(null), { freq: 2 }), argument: takesCondition ? condition : fc.constant(null) });
  return fc.oneof(inFilter, asArgument);
}

/** The condition on a sort key that an argument has; of a joined key, with all its fields or the first one. */
export function sortConditions(name: ModelName, { sort }: KeyedQuery): fc.Arbitrary<Filter | null> {
  const values = valuesOf(name);
  if (sort.length === 1) {
    return fc.option(keyConditions(values[sort[0]!]!), { freq: 2 });
  }
  const operand = fc.record(Object.fromEntries(sort.map((field) => [field, fc.constantFrom(...values[field]!)])), { requiredKeys: [sort[0]!] });
  const text = (bound: object): string => sort.map((field) => (bound as Record<string, unknown>)[field]).filter((value) => value !== undefined).join('#');
  return fc.option(fc.oneof(
    ...['eq', 'lt', 'le', 'gt', 'ge', 'beginsWith'].map((operator) => fc.record({ [operator]: operand })),
    fc.tuple(operand, operand).map(([one, other]) => ({ between: text(one) <= text(other) ? [one, other] : [other, one] })),
  ), { freq: 2 });
}

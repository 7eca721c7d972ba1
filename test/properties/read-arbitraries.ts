import fc from 'fast-check';
import { type Filter } from './filter-oracle';
import { listFilters, remainingFilters, sortConditions } from './read-filter-arbitraries';
import { models, valuesOf, type Graph, type Item, type ModelName } from './read-model';
import { argumentsOf, connectionOf, flags, leadsToPages, literal, printed, relatedArguments, selectionOf, type SelectionOf } from './selection-arbitraries';

/** A document that reads, and how much of it at once. */
export interface Read {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Where pages are read, what the answer has the list under, and the list the token. */
  readonly page?: { readonly within: readonly string[]; readonly token: string; readonly limit: number };
}

const names = Object.keys(models) as ModelName[];

/** Some of the records that there may be. */
export const graphs: fc.Arbitrary<Graph> = fc.record(Object.fromEntries(names.map((name) => [name, recordsOf(name)]))) as fc.Arbitrary<Graph>;

function recordsOf(name: ModelName): fc.Arbitrary<readonly Item[]> {
  const { identities, values, required = [] } = models[name];
  const fields = fc.record(Object.fromEntries(Object.entries(values).map(([field, some]) =>
    [field, required.includes(field) ? fc.constantFrom(...some) : fc.option(fc.constantFrom(...some), { freq: 6 })])));
  return fc.tuple(...identities.map((identity) => fc.option(fields.map((others): Item => ({ ...identity, ...others })), { freq: 6 })))
    .map((records) => records.filter((record) => record !== null));
}

const limits = fc.constantFrom(1, 2, 3, 5, 10, 100, 1000);

/** Lists, most of them of models that refer to others. */
const lists: fc.Arbitrary<Read> = fc.oneof({ weight: 3, arbitrary: fc.constant<ModelName>('Post') }, { weight: 3, arbitrary: fc.constantFrom(...names) })
  .chain((name) => fc.tuple(connectionOf(name, 3), listFilters(name), limits).map(([connection, filter, limit]) => pagedRead(models[name].list, {}, name, connection, filter, limit)));

/** Queries by a key: of indexes, and lists by identifier. */
const keyedQueries: fc.Arbitrary<Read> = fc.constantFrom(...names.flatMap((name) => Object.entries(models[name].keyed ?? {}).map(([field, query]) => ({ name, field, query }))))
  .chain(({ name, field, query }) => fc.record({
    connection: connectionOf(name, 3), filter: remainingFilters(name, query), limit: limits, partition: fc.constantFrom(...valuesOf(name)[query.partition]!),
    condition: query.argument ? sortConditions(name, query) : fc.constant(null), sortDirection: fc.constantFrom(null, 'ASC', 'DESC'),
  }).map(({ connection, filter, limit, partition, condition, sortDirection }) => pagedRead(field, {
    [query.partition]: literal(partition), ...(condition && { [query.argument!]: literal(condition) }), ...(sortDirection && { sortDirection }),
  }, name, connection, filter, limit)));

/** One record by its identifier, as a document has it. */
function getOf(name: ModelName, identity: Item): string {
  const { get, identifier } = models[name];
  return `root: ${get}${argumentsOf(Object.fromEntries(identifier.map((field) => [field, literal(identity[field])])))}`;
}

const gets: fc.Arbitrary<Read> = fc.constantFrom(...names).chain((name) => fc.tuple(fc.constantFrom(...models[name].identities), selectionOf(name, 3)).map(([identity, selection]) => {
  const fragments: string[] = [];
  const text = `${getOf(name, identity)} ${printed(selection, fragments)}`;
  return { document: documentOf(text, fragments, {}), variables: flagsIn([text, ...fragments].join()) };
}));

/** All pages of a relationship of one record. */
const relatedPages: fc.Arbitrary<Read> = fc.constantFrom(...names.flatMap((name) => Object.entries(models[name].relationships).flatMap(([field, relationship]) => (leadsToPages(relationship) ? [{ name, field, relationship }] : []))))
  .chain(({ name, field, relationship }) => fc.record({
    identity: fc.constantFrom(...models[name].identities), connection: connectionOf(relationship.to, 2), args: relatedArguments(relationship), limit: limits,
  }).map(({ identity, connection, args, limit }) => {
    const always = withoutDirectives(connection);
    const fragments: string[] = [];
    const text = `${getOf(name, identity)} { list: ${field}${argumentsOf({ ...args, limit: '$limit', nextToken: '$nextToken' })} ${printed(always, fragments)} }`;
    return {
      document: documentOf(text, fragments, { limit: 'Int', nextToken: 'String' }), variables: { limit, ...flagsIn([text, ...fragments].join()) },
      page: { within: ['root', 'list'], token: tokenOf(always), limit },
    };
  }));

/** Everything that reads. */
export const reads: fc.Arbitrary<Read> = fc.oneof({ weight: 4, arbitrary: lists }, { weight: 3, arbitrary: keyedQueries }, { weight: 2, arbitrary: gets }, { weight: 4, arbitrary: relatedPages });

/** The token is followed, so that it is always selected, and so are the items. */
function withoutDirectives(connection: SelectionOf): SelectionOf {
  return { ...connection, fields: connection.fields.map((selected) => ({ ...selected, directive: '' })) };
}

const tokenOf = ({ fields }: SelectionOf): string => fields.find((selected) => selected.name === 'nextToken')!.key;

function pagedRead(field: string, args: Readonly<Record<string, string>>, name: ModelName, connection: SelectionOf, filter: Filter | null, limit: number): Read {
  const always = withoutDirectives(connection);
  const fragments: string[] = [];
  const text = `root: ${field}${argumentsOf({ ...args, filter: '$filter', limit: '$limit', nextToken: '$nextToken' })} ${printed(always, fragments)}`;
  return {
    document: documentOf(text, fragments, { filter: `Model${name}FilterInput`, limit: 'Int', nextToken: 'String' }),
    variables: { filter, limit, ...flagsIn([text, ...fragments].join()) },
    page: { within: ['root'], token: tokenOf(always), limit },
  };
}

/** A document declares the variables that it has, and no others. */
function documentOf(text: string, fragments: readonly string[], variables: Readonly<Record<string, string>>): string {
  const flagged = Object.keys(flagsIn([text, ...fragments].join())).map((name) => `$${name}: Boolean!`);
  const declared = [...Object.entries(variables).map(([name, type]) => `$${name}: ${type}`), ...flagged];
  return [`query ${declared.length > 0 ? `(${declared.join(', ')}) ` : ''}{ ${text} }`, ...fragments].join('\n');
}

function flagsIn(text: string): Record<string, boolean> {
  return Object.fromEntries(Object.entries(flags).filter(([name]) => text.includes(`$${name}`)));
}

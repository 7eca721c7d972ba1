import { buildSchema, execute, parse, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { passes, stored, type Filter } from './filter-oracle';
import { models, type DirectRelationship, type Graph, type Item, type JoinedRelationship, type KeyedQuery, type ModelName } from './read-model';

/** Stands for any token. */
export const TOKEN = 'a token';

/** Records that a list leads to. An unordered one may come in any order. */
class Connection {
  public constructor(public readonly items: readonly Item[], public readonly isOrdered: boolean, public readonly nextToken: string | null = null) {}
}

/** What a document answers. Places in it are the keys that lead there, with dots between. */
export interface PlainAnswer {
  readonly data: Record<string, unknown>;
  /** The lists that have no order. */
  readonly unordered: ReadonlySet<string>;
  /** The tokens. */
  readonly tokens: ReadonlySet<string>;
}

interface Reading { readonly graph: Graph; readonly unordered: Set<string>; readonly tokens: Set<string> }

type Arguments = Readonly<Record<string, unknown>> & { readonly filter?: Filter | null; readonly sortDirection?: string | null; readonly limit?: number | null };

const appsyncDefinitions = 'scalar AWSDate scalar AWSDateTime directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION';

/**
 * Answers documents in the plain way: graphql-js over records in memory, and each field by itself. It has the schema's text in common
 * with the API, and no code. Tokens are not followed: of a relationship the first page is read, and of other lists all records, whatever
 * their limit. What a page of a filtered relationship has is not said here, so that a document asks for all of it.
 */
export class ReadOracle {
  private readonly schema: GraphQLSchema;

  public constructor(sdl: string) {
    this.schema = buildSchema(`${appsyncDefinitions}\n${sdl}`);
  }

  public answer(graph: Graph, document: string, variables: Record<string, unknown>): PlainAnswer {
    const reading: Reading = { graph, unordered: new Set(), tokens: new Set() };
    const result = execute({ schema: this.schema, document: parse(document), variableValues: variables, contextValue: reading, fieldResolver });
    if ('then' in result || result.errors) throw new Error(`the plain way fails: ${JSON.stringify(result)}`);
    // As a client gets it: graphql-js makes objects without a prototype.
    return { data: JSON.parse(JSON.stringify(result.data)), unordered: reading.unordered, tokens: reading.tokens };
  }
}

const fieldResolver: GraphQLFieldResolver<unknown, Reading> = (source, args: Arguments, reading, info) => {
  if (info.parentType.name === 'Query') return rootField(reading.graph, info.fieldName, args);
  if (source instanceof Connection) {
    if (info.fieldName === 'items' && !source.isOrdered) reading.unordered.add(pathOf(info));
    if (info.fieldName === 'nextToken') reading.tokens.add(pathOf(info));
    return source[info.fieldName as 'items' | 'nextToken'];
  }
  const { identifier, relationships } = models[info.parentType.name as ModelName];
  const relationship = relationships[info.fieldName];
  if (!relationship) return (source as Item)[info.fieldName] ?? null;
  if (relationship.kind === 'manyToMany') return joinedTo(reading.graph, source as Item, relationship, args);
  return relatedTo(reading.graph, identifier, source as Item, relationship, args);
};

function pathOf({ path }: GraphQLResolveInfo): string {
  const keys: (string | number)[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) keys.unshift(at.key);
  return keys.filter((key) => typeof key === 'string').join('.');
}

function rootField(graph: Graph, field: string, args: Arguments): unknown {
  const name = (Object.keys(models) as ModelName[]).find((candidate) => {
    const { get, list, keyed } = models[candidate];
    return field === get || field === list || Object.hasOwn(keyed ?? {}, field);
  })!;
  const { get, identifier, keyed } = models[name];
  if (field === get) return graph[name].find((item) => identifier.every((key) => item[key] === args[key])) ?? null;
  const query = keyed?.[field];
  const found = graph[name].filter((item) => isFiltered(args, item));
  return query && args[query.partition] !== undefined ? keyedBy(query, found, args) : new Connection(found, false);
}

const isFiltered = ({ filter = null }: Arguments, item: Item): boolean =>
  passes(filter, Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null).map(([field, value]) => [field, stored(value)])));

/** What an index holds of a key, in its order. A record without a value for one of the index's fields is not in it. */
function keyedBy({ partition, sort, argument }: KeyedQuery, items: readonly Item[], args: Arguments): Connection {
  const joined = (fields: Item): unknown => (sort.length === 1 ? fields[sort[0]!] : sort.filter((field) => fields[field] !== undefined).map((field) => fields[field]).join('#'));
  const bound = (operand: unknown): unknown => (sort.length === 1 ? operand : joined(operand as Item));
  const condition = Object.fromEntries(Object.entries((argument && args[argument]) ?? {}).map(([operator, operand]) =>
    [operator, operator === 'between' ? (operand as unknown[]).map(bound) : bound(operand)]));
  const found = items.filter((item) => item[partition] === args[partition] && sort.every((field) => item[field] !== null)
    && passes(sort.length > 0 ? { key: condition } : null, { key: stored(joined(item)) }));
  return new Connection(inOrder(found, joined, args), sort.length > 0);
}

function inOrder(items: readonly Item[], keyOf: (item: Item) => unknown, { sortDirection }: Arguments): Item[] {
  const ascending = [...items].sort((one, other) => {
    const [first, second] = [keyOf(one), keyOf(other)];
    return typeof first === 'number' ? first - (second as number) : Buffer.compare(Buffer.from(String(first)), Buffer.from(String(second)));
  });
  return sortDirection === 'DESC' ? ascending.reverse() : ascending;
}

function relatedTo(graph: Graph, identifier: readonly string[], source: Item, relationship: DirectRelationship, args: Arguments): unknown {
  const { kind, to, references, sortedBy, takesCondition } = relationship;
  const [here, there] = kind === 'belongsTo' ? [references, models[to].identifier] : [identifier, references];
  const related = graph[to].filter((item) => isSame(source, here, item, there));
  if (kind !== 'hasMany') return related[0] ?? null;
  const condition = takesCondition ? { [sortedBy!]: args[sortedBy!] ?? {} } : {};
  return pageOf(related.filter((item) => isFiltered(args, item) && isFiltered({ filter: condition }, item)), relationship, args);
}

/** What the join records of a page lead to: those that lead nowhere take their room in it. */
function joinedTo(graph: Graph, source: Item, { through, to, sides, ...page }: JoinedRelationship, args: Arguments): Connection {
  const [here, there] = sides.map((side) => models[through].relationships[side] as DirectRelationship) as [DirectRelationship, DirectRelationship];
  const joins = graph[through].filter((join) => isSame(source, models[here.to].identifier, join, here.references));
  const { items, isOrdered, nextToken } = pageOf(joins, page, args);
  return new Connection(items.flatMap((join) => graph[to].filter((item) => isSame(join, there.references, item, models[to].identifier))), isOrdered, nextToken);
}

const isSame = (one: Item, fields: readonly string[], other: Item, others: readonly string[]): boolean =>
  fields.every((field, position) => one[field] !== null && one[field] === other[others[position]!]);

/** The first page. A full one has a token, also where nothing comes after it: DynamoDB does not look that far. */
function pageOf(items: readonly Item[], { sortedBy, pageSize = 100 }: Pick<DirectRelationship, 'sortedBy' | 'pageSize'>, args: Arguments): Connection {
  const size = args.limit ?? pageSize;
  const ordered = sortedBy === undefined ? items : inOrder(items, (item) => item[sortedBy], args);
  return new Connection(ordered.slice(0, size), sortedBy !== undefined, items.length < size ? null : TOKEN);
}

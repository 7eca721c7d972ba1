import { buildSchema, execute, parse, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { passes, stored, type Filter } from './filter-oracle';
import { models, type Graph, type Item, type KeyedQuery, type ModelName, type PlainRelationship } from './read-model';

/** All records that a list leads to. An unordered one may come in any order. */
class Connection {
  public readonly nextToken = null;

  public constructor(public readonly items: readonly Item[], public readonly isOrdered: boolean) {}
}

/** What a document answers, and which of the lists in it have no order: the keys that lead there, with dots between. */
export interface PlainAnswer {
  readonly data: Record<string, unknown>;
  readonly unordered: ReadonlySet<string>;
}

interface Reading { readonly graph: Graph; readonly unordered: Set<string> }

type Arguments = Readonly<Record<string, unknown>> & { readonly filter?: Filter | null; readonly sortDirection?: string | null };

const appsyncDefinitions = 'scalar AWSDate scalar AWSDateTime directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION';

/**
 * Answers documents in the plain way: graphql-js over records in memory, and each field by itself. It has the schema's text in common
 * with the API, and no code. Pages have no end: limits and tokens are left out of account.
 */
export class ReadOracle {
  private readonly schema: GraphQLSchema;

  public constructor(sdl: string) {
    this.schema = buildSchema(`${appsyncDefinitions}\n${sdl}`);
  }

  public answer(graph: Graph, document: string, variables: Record<string, unknown>): PlainAnswer {
    const reading: Reading = { graph, unordered: new Set() };
    const result = execute({ schema: this.schema, document: parse(document), variableValues: variables, contextValue: reading, fieldResolver });
    if ('then' in result || result.errors) throw new Error(`the plain way fails: ${JSON.stringify(result)}`);
    // As a client gets it: graphql-js makes objects without a prototype.
    return { data: JSON.parse(JSON.stringify(result.data)), unordered: reading.unordered };
  }
}

const fieldResolver: GraphQLFieldResolver<unknown, Reading> = (source, args: Arguments, reading, info) => {
  if (info.parentType.name === 'Query') return rootField(reading.graph, info.fieldName, args);
  if (source instanceof Connection) {
    if (info.fieldName === 'items' && !source.isOrdered) reading.unordered.add(pathOf(info));
    return source[info.fieldName as 'items' | 'nextToken'];
  }
  const relationship = models[info.parentType.name as ModelName].relationships[info.fieldName];
  return relationship ? relatedTo(reading.graph, info.parentType.name as ModelName, source as Item, relationship, args) : (source as Item)[info.fieldName] ?? null;
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

function relatedTo(graph: Graph, from: ModelName, source: Item, { kind, to, references, sortedBy }: PlainRelationship, args: Arguments): unknown {
  const [here, there] = kind === 'belongsTo' ? [references, models[to].identifier] : [models[from].identifier, references];
  const related = graph[to].filter((item) => here.every((field, position) => source[field] !== null && source[field] === item[there[position]!]));
  if (kind !== 'hasMany') return related[0] ?? null;
  const found = related.filter((item) => isFiltered(args, item));
  return sortedBy ? new Connection(inOrder(found, (item) => item[sortedBy], args), true) : new Connection(found, false);
}

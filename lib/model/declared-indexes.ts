import { definition, type IndexDefinition, type ModelDefinition } from '../schema';
import { type Field, type Index, type Key } from './data-model';
import { isRelationship } from './fields';
import { checkName, GRAPHQL_NAME } from './graphql-name';
import { keyOver, sortArgument } from './key';
import { checkIndexName, checkKeyAttributes } from './indexes';
import { keyFieldsOf } from './key-fields';
import { type SchemaIssues } from './schema-error';
import { lowerFirst, upperFirst } from './type-names';
import { counted, listed } from './wording';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html */
const MAX_PROJECTED = 20;
const MAX_PROJECTED_IN_ALL = 100;

/** The model that indexes are declared on. */
interface Owner {
  readonly name: string;
  readonly typeStem: string;
  readonly plural: string;
  readonly fields: readonly Field[];
  readonly primaryKey: Key;
  readonly operations: Readonly<Record<string, string>>;
  readonly definition: ModelDefinition;
}

/** The indexes that a model declares, those that are right. */
export function declaredIndexes(owner: Owner, issues: SchemaIssues): Index[] {
  const indexes = (owner.definition.indexes ?? []).flatMap(({ [definition]: declared }) => declaredIndex(owner, declared, issues) ?? []);
  const path = pathOf(owner);
  const queries = new Set(Object.values(owner.operations));
  for (const { declared } of indexes) {
    const query = declared!.query;
    if (query !== null && queries.has(query)) {
      issues.add('index-query', path, `${owner.name} has the query '${query}' already`, "give it another name: .queryField('...'), or none: .queryField(null)");
    }
    if (query !== null) queries.add(query);
  }
  const projected = indexes.reduce((sum, { projection = [] }) => sum + projection.length, 0);
  if (projected > MAX_PROJECTED_IN_ALL) {
    issues.add('index-projection', path, `its indexes include ${projected} fields, and DynamoDB takes ${MAX_PROJECTED_IN_ALL} in all indexes of a table`, "let some of them hold whole records: .projection('ALL')");
  }
  return indexes;
}

function pathOf({ name }: Owner): string {
  return `${name}.secondaryIndexes`;
}

function declaredIndex(owner: Owner, { partitionKey, sortKeys, name: ownName, queryField, projection }: IndexDefinition, issues: SchemaIssues): Index | undefined {
  const path = pathOf(owner);
  const names = [partitionKey, ...sortKeys];
  const by = names.map(upperFirst).join('And');
  const query = queryField === undefined ? `list${owner.typeStem}By${by}` : queryField;
  const fields = keyFieldsOf({ code: 'index', path, required: false, ...(query !== null && { operation: `the query '${query}'` }) }, names, owner.name, owner.definition, owner.fields, issues);
  const name = ownName ?? `${lowerFirst(owner.plural)}By${by}`;
  checkIndexName(path, name, issues);
  if (query !== null) checkQuery(path, name, query, sortKeys, issues);
  if (!fields) return undefined;
  if (sortKeys.length > 1 && sortKeys.includes('updatedAt')) {
    issues.add('index-type', path, "'updatedAt' is changed by every update, and several sort keys change together: each update would have to give all of them", "let 'updatedAt' be the only sort key, or leave it out");
  }
  const key = keyOver(fields);
  checkKeyAttributes(path, key, issues);
  const included = projection && projection.type !== 'ALL' ? projectionOf(owner, name, key, projection.nonKeyAttributes ?? [], projection.type, issues) : undefined;
  return { name, key, ...(included && { projection: included }), declared: { query, ...(key.sort && { sortArgument: sortArgument(key.sort.fields) }) } };
}

function checkQuery(path: string, name: string, query: string, sortKeys: readonly string[], issues: SchemaIssues): void {
  checkName(path, query, issues);
  if (sortKeys.length > 1 && !GRAPHQL_NAME.test(`_${name}`)) {
    issues.add('index-name', path, `'${name}' has characters that GraphQL has not, and is part of a type's name there`, 'name it with letters, digits and underscores');
  }
}

/** The fields that an index includes. Those of its own key and of the table's are there anyway, and DynamoDB takes none of them twice. */
function projectionOf({ name: model, fields, primaryKey, definition: { fields: declared } }: Owner, index: string, key: Key, names: readonly string[], type: 'KEYS_ONLY' | 'INCLUDE', issues: SchemaIssues): readonly Field[] {
  const path = `${model}.secondaryIndexes`;
  if (type === 'INCLUDE' && names.length === 0) {
    issues.add('index-projection', path, `'${index}' includes no fields`, "name some: .projection('INCLUDE', ['name']), or write .projection('KEYS_ONLY')");
  }
  const keyNames = [key, primaryKey].flatMap(({ partition, sort }) => [partition.name, sort?.name]);
  const included = names.flatMap((name, position): Field[] => {
    const field = fields.find((candidate) => candidate.name === name);
    const ownDeclaration = Object.hasOwn(declared, name) ? declared[name]![definition] : undefined;
    if (names.indexOf(name) !== position) {
      issues.add('index-projection', path, `'${index}' includes '${name}' twice`, 'name each field once');
    } else if (ownDeclaration && isRelationship(ownDeclaration)) {
      issues.add('index-projection', path, `'${index}' includes '${name}', which is a relationship`, 'name its reference fields, which are what is stored');
    } else if (!field && !ownDeclaration) {
      issues.add('index-projection', path, `'${index}' includes '${name}', which is no field of ${model}`, `name some of ${listed(fields.map((candidate) => candidate.name))}`);
    } else if (field && !keyNames.includes(name)) {
      return [field];
    }
    return [];
  });
  if (included.length > MAX_PROJECTED) {
    issues.add('index-projection', path, `'${index}' includes ${counted(included.length, 'field')}, and DynamoDB takes ${MAX_PROJECTED}`, "include fewer, or all: .projection('ALL')");
  }
  return included;
}

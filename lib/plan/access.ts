import { type BundleName } from './configuration';
import { type Access, type CodePlan, type DynamoDbAction } from './plan';

/** A bundle that is another one and more: it does the same with its table. */
type DerivedName = Extract<BundleName, `guarded-${string}` | `validated-${string}`>;

/**
 * What the code of each bundle does with its table. A write whose condition fails makes AppSync read the item.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-condition-expressions.html
 */
const tableActions: Readonly<Record<Exclude<BundleName, DerivedName>, readonly DynamoDbAction[]>> = {
  'get': ['GetItem'],
  'list': ['Scan'],
  'list-by-identifier': ['Scan'],
  'list-by-index': [],
  'create': ['PutItem', 'GetItem'],
  'update': ['UpdateItem', 'GetItem'],
  'delete': ['DeleteItem', 'GetItem'],
  'belongs-to': ['GetItem'],
  'has-many': [],
  'has-one': [],
  'many-to-many': [],
  'pipeline': [],
  'subscribe': [],
  'field': [],
  'read': [],
  'related': [],
  'invoke': [],
  'authorize': [],
  'subscription': [],
};

/** What some code does with the table, with its indexes and with other tables, each once, in alphabetical order. */
export function accessOf(codes: readonly CodePlan[]): Access[] {
  const accesses = codes.flatMap(({ bundle, configuration }): Access[] => [
    ...actionsOf(bundle).map((action) => ({ action })),
    ...('index' in configuration ? [query(configuration)] : []),
    ...('keys' in configuration ? configuration.keys.map(query) : []),
    ...('belongsTo' in configuration ? Object.values(configuration.belongsTo).map(({ table }): Access => ({ action: 'BatchGetItem', model: table })) : []),
  ]);
  const distinct = new Map(accesses.map((access) => [`${access.model ?? ''}/${access.index ?? ''}/${access.action}`, access]));
  return [...distinct].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, access]) => access);
}

function query({ index }: { readonly index?: string }): Access {
  return { action: 'Query', ...(index !== undefined && { index }) };
}

function actionsOf(bundle: BundleName): readonly DynamoDbAction[] {
  return tableActions[bundle.replace(/^(guarded|validated)-/, '') as keyof typeof tableActions];
}

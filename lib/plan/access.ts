import { type BundleName } from './configuration';
import { type Access, type CodePlan, type DynamoDbAction } from './plan';

/**
 * What the code of each bundle does with its table. A write whose condition fails makes AppSync read the item.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/js-aws-appsync-resolver-reference-dynamodb-condition-expressions.html
 */
const tableActions: Readonly<Record<BundleName, readonly DynamoDbAction[]>> = {
  'get': ['GetItem'],
  'list': ['Scan'],
  'list-by-identifier': ['Scan'],
  'list-by-index': [],
  'create': ['PutItem', 'GetItem'],
  'update': ['UpdateItem', 'GetItem'],
  'validated-create': ['PutItem', 'GetItem'],
  'validated-update': ['UpdateItem', 'GetItem'],
  'delete': ['DeleteItem', 'GetItem'],
  'belongs-to': ['GetItem'],
  'has-many': [],
  'has-one': [],
  'many-to-many': [],
  'pipeline': [],
  'subscribe': [],
  'read': [],
  'related': [],
  'invoke': [],
  'guarded-get': ['GetItem'],
  'guarded-create': ['PutItem', 'GetItem'],
  'guarded-update': ['UpdateItem', 'GetItem'],
  'guarded-delete': ['DeleteItem', 'GetItem'],
  'guarded-belongs-to': ['GetItem'],
  'guarded-has-many': [],
  'guarded-has-one': [],
  'guarded-many-to-many': [],
  'guarded-field': [],
  'guarded-read': [],
  'guarded-subscribe': [],
  'guarded-pipeline': [],
  'authorize': [],
  'subscription': [],
};

/** What some code does with the table, with its indexes and with other tables, each once, in alphabetical order. */
export function accessOf(codes: readonly CodePlan[]): Access[] {
  const accesses = codes.flatMap(({ bundle, configuration }): Access[] => [
    ...tableActions[bundle].map((action) => ({ action })),
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

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
  'list-by-identifier': ['Query', 'Scan'],
  'list-by-index': [],
  'create': ['PutItem', 'GetItem'],
  'update': ['UpdateItem', 'GetItem'],
  'validated-create': ['PutItem', 'GetItem'],
  'validated-update': ['UpdateItem', 'GetItem'],
  'delete': ['DeleteItem', 'GetItem'],
  'belongs-to': ['GetItem'],
  'has-many': [],
  'has-one': [],
  'subscribe': [],
  'send': [],
};

/** What some code does with its table and the indexes of it, each once, in alphabetical order. */
export function accessOf(codes: readonly CodePlan[]): Access[] {
  const accesses = codes.flatMap((code): Access[] => [
    ...tableActions[code.bundle].map((action) => ({ action })),
    ...('index' in code.configuration ? [{ action: 'Query' as const, index: code.configuration.index }] : []),
  ]);
  const distinct = new Map(accesses.map((access) => [`${access.index ?? ''}/${access.action}`, access]));
  return [...distinct].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, access]) => access);
}

import { DataSourceError } from '../../data-source';
import { type Attributes, attributesFromHandler, attributesToHandler, comparableAttributes } from '../attribute-values';
import { readFields, requireArray, requireObject } from '../../request-fields';
import { type Operation } from './operation';

/** `{ data, unprocessedKeys }`, both by table. In `data` the items, or null, are in the order of the keys. */
export const batchGetItem: Operation = {
  fields: { tables: 'required' },
  async run(request, { send }) {
    const tables = Object.entries(requireObject(request.tables, '$[tables]')).map(([name, value]) => ({ name, ...readTable(value, `$[tables][${name}]`) }));
    const { Responses, UnprocessedKeys } = await send('BatchGetItem', {
      RequestItems: Object.fromEntries(tables.map(({ name, keys, consistentRead }) => [name, { Keys: keys, ConsistentRead: consistentRead }])),
    });
    return {
      data: Object.fromEntries(tables.map(({ name, keys }) => [name, inOrder(keys, (Responses as Record<string, Attributes[]>)[name] ?? [])])),
      unprocessedKeys: Object.fromEntries(tables.map(({ name }) => [name, (UnprocessedKeys?.[name]?.Keys ?? []).map(attributesToHandler)])),
    };
  },
};

function readTable(value: unknown, path: string): { keys: Attributes[]; consistentRead: unknown } {
  const { keys, consistentRead, projection } = readFields(value, { keys: 'required', consistentRead: 'optional', projection: 'optional' }, path);
  if (projection !== undefined) {
    throw new DataSourceError(`'${path}[projection]' makes a BatchGetItem fail on AppSync: leave it out, and get whole items.`, 'MappingTemplate');
  }
  return { keys: requireArray(keys, `${path}[keys]`).map((key, index) => attributesFromHandler(key, `${path}[keys][${index}]`)), consistentRead };
}

function inOrder(keys: readonly Attributes[], items: readonly Attributes[]): unknown[] {
  const names = Object.keys(keys[0] ?? {});
  const byKey = new Map(items.map((item) => [comparableAttributes(Object.fromEntries(names.map((name) => [name, item[name]!]))), attributesToHandler(item)]));
  return keys.map((key) => byKey.get(comparableAttributes(key)) ?? null);
}

import { type Attributes, attributesFromHandler, attributesToHandler, comparableAttributes } from '../attribute-values';
import { type WriteRequest } from '../engine';
import { requireArray, requireObject } from '../../request-fields';
import { type Operation } from './operation';

/** `{ data, unprocessedKeys }`, both by table. `data` has the items in order, and null for one that was not stored. */
export const batchPutItem = batchWrite((Item) => ({ PutRequest: { Item } }));

/** `{ data, unprocessedKeys }`, both by table. `data` has the keys in order, and null for one whose item was not deleted. */
export const batchDeleteItem = batchWrite((Key) => ({ DeleteRequest: { Key } }));

function batchWrite(toRequest: (attributes: Attributes) => WriteRequest): Operation {
  return {
    fields: { tables: 'required' },
    async run(request, { send }) {
      const tables = Object.entries(requireObject(request.tables, '$[tables]')).map(([name, value]) => ({
        name,
        writes: requireArray(value, `$[tables][${name}]`).map((attributes, index) => attributesFromHandler(attributes, `$[tables][${name}][${index}]`)),
      }));
      const { UnprocessedItems } = await send('BatchWriteItem', {
        RequestItems: Object.fromEntries(tables.map(({ name, writes }) => [name, writes.map(toRequest)])),
      });
      const results = tables.map(({ name, writes }) => {
        const unprocessed = (UnprocessedItems?.[name] ?? []).map(({ PutRequest, DeleteRequest }) => (PutRequest?.Item ?? DeleteRequest?.Key)!);
        const left = new Set(unprocessed.map(comparableAttributes));
        return {
          name,
          data: writes.map((attributes) => (left.has(comparableAttributes(attributes)) ? null : attributesToHandler(attributes))),
          unprocessed: unprocessed.map(attributesToHandler),
        };
      });
      return {
        data: Object.fromEntries(results.map(({ name, data }) => [name, data])),
        unprocessedKeys: Object.fromEntries(results.map(({ name, unprocessed }) => [name, unprocessed])),
      };
    },
  };
}

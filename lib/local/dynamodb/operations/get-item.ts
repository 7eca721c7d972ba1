import { attributesFromHandler, attributesToHandler } from '../attribute-values';
import { expressionInput } from '../expressions';
import { type Operation } from './operation';

/** The item, or null. */
export const getItem: Operation = {
  fields: { key: 'required', consistentRead: 'optional', projection: 'optional' },
  async run(request, { table, send }) {
    const { Item } = await send('GetItem', {
      TableName: table,
      Key: attributesFromHandler(request.key, '$[key]'),
      ConsistentRead: request.consistentRead,
      ...expressionInput(request),
    });
    return Item ? attributesToHandler(Item) : null;
  },
};

import { attributesFromHandler, attributesToHandler } from '../attribute-values';
import { type ItemResponse } from '../engine';
import { expressionInput } from '../expressions';
import { readFields, requireArray } from '../../request-fields';
import { type Operation } from './operation';
import { transact } from './transact';

/** `{ items, cancellationReasons }`: the items in order, null for one that is not there, and no reasons. */
export const transactGetItems: Operation = {
  fields: { transactItems: 'required' },
  async run(request, { send }) {
    const TransactItems = requireArray(request.transactItems, '$[transactItems]').map((item, index) => ({ Get: readItem(item, `$[transactItems][${index}]`) }));
    const { Responses } = await transact('items', () => send('TransactGetItems', { TransactItems }));
    return { items: (Responses as readonly ItemResponse[]).map(({ Item }) => (Item ? attributesToHandler(Item) : null)), cancellationReasons: null };
  },
};

function readItem(value: unknown, path: string): object {
  const { table, key, projection } = readFields(value, { table: 'required', key: 'required', projection: 'optional' }, path);
  return { TableName: table, Key: attributesFromHandler(key, `${path}[key]`), ...expressionInput({ projection }, path) };
}

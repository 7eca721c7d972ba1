import { DataSourceError } from '../../data-source';
import { type Attributes, attributesFromHandler, attributesToHandler } from '../attribute-values';
import { expressionInput } from '../expressions';
import { readFields, requireArray, requireObject, type RequestFields } from '../../request-fields';
import { type Operation } from './operation';
import { transact } from './transact';

interface ActionKind {
  readonly fields: RequestFields;
  /** DynamoDB's name for the action. */
  readonly action: string;
}

const fields: RequestFields = { table: 'required', operation: 'required', key: 'required', condition: 'optional' };
const conditionFields: RequestFields = { expression: 'required', expressionNames: 'optional', expressionValues: 'optional', returnValuesOnConditionCheckFailure: 'optional' };

/** By the name in an item's `operation`. */
const kinds: ReadonlyMap<unknown, ActionKind> = new Map(Object.entries<ActionKind>({
  PutItem: { action: 'Put', fields: { ...fields, attributeValues: 'required' } },
  UpdateItem: { action: 'Update', fields: { ...fields, update: 'required' } },
  DeleteItem: { action: 'Delete', fields },
  ConditionCheck: { action: 'ConditionCheck', fields: { ...fields, condition: 'required' } },
}));

/** `{ keys, cancellationReasons }`: the keys of the items in order, and no reasons. */
export const transactWriteItems: Operation = {
  fields: { transactItems: 'required' },
  async run(request, { send }) {
    const items = requireArray(request.transactItems, '$[transactItems]').map((item, index) => readItem(item, `$[transactItems][${index}]`));
    await transact('keys', () => send('TransactWriteItems', { TransactItems: items.map(({ action }) => action) }));
    return { keys: items.map(({ key }) => attributesToHandler(key)), cancellationReasons: null };
  },
};

function readItem(value: unknown, path: string): { key: Attributes; action: object } {
  const { operation } = requireObject(value, path);
  if ((operation ?? null) === null) {
    throw new DataSourceError(`Value for field '${path}[operation]' not found.`, 'MappingTemplate');
  }
  const kind = kinds.get(operation);
  if (!kind) {
    throw new DataSourceError(`Unsupported operation '${operation}' at '${path}[operation]': a transaction writes with ${[...kinds.keys()].join(', ')}.`, 'MappingTemplate');
  }
  const { table, key: givenKey, attributeValues, update, condition } = readFields(value, kind.fields, path);
  const key = attributesFromHandler(givenKey, `${path}[key]`);
  const item = kind.action === 'Put' ? { Item: { ...attributesFromHandler(attributeValues, `${path}[attributeValues]`), ...key } } : { Key: key };
  return { key, action: { [kind.action]: { TableName: table, ...item, ...readExpressions(update, condition, path) } } };
}

/** AppSync gets the item that fails a condition, unless it is told not to. */
function readExpressions(update: unknown, condition: unknown, path: string): Record<string, unknown> {
  if (condition === undefined) return expressionInput({ update }, path);
  const { returnValuesOnConditionCheckFailure = true, ...expression } = readFields(condition, conditionFields, `${path}[condition]`);
  return {
    ...expressionInput({ update, condition: expression }, path),
    ReturnValuesOnConditionCheckFailure: returnValuesOnConditionCheckFailure ? 'ALL_OLD' : 'NONE',
  };
}

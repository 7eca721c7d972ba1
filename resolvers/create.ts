import { type CreateConfiguration } from '../lib/plan/configuration';
import { writeCondition } from './shared/condition';
import { failOnError } from './shared/errors';
import { type Filter } from './shared/filter';
import { keyFrom, keyValue } from './shared/key';
import { type Item } from './shared/related-records';
import { util, type Context } from './shared/runtime';

declare const config: CreateConfiguration;

export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  return putRequest(itemFrom(input), condition);
}

export function response(ctx: Context) {
  failOnError(ctx);
  return ctx.result;
}

/** The record that a create writes for an input. */
export function itemFrom(input: Item): Item {
  const now = util.time.nowISO8601();
  const item: Item = {
    __typename: config.typeName,
    ...(config.generatesId ? { id: util.autoId() } : {}),
    ...config.defaults,
    createdAt: now,
    updatedAt: now,
  };
  // A null counts as left out: it would not fit into an index key, and a default goes before it.
  for (const field of Object.keys(input)) {
    if (input[field] !== null) {
      item[field] = input[field];
    }
  }
  for (const attribute of Object.keys(config.joined)) {
    const value = keyValue(config.joined[attribute]!, item);
    if (value !== null) {
      item[attribute] = value;
    }
  }
  return item;
}

/** The request that writes a record, unless there is one with its key. */
export function putRequest(item: Item, condition: Filter | null | undefined) {
  const key = keyFrom(config.key, item)!;
  for (const attribute of Object.keys(key)) {
    delete item[attribute];
  }
  return {
    operation: 'PutItem',
    key: util.dynamodb.toMapValues(key),
    attributeValues: util.dynamodb.toMapValues(item),
    condition: writeCondition('attribute_not_exists', config.key, condition),
  };
}

import { type UpdateConfiguration } from '../lib/plan/configuration';
import { writeCondition } from './shared/condition';
import { failOnError, refuse } from './shared/errors';
import { inRequest, nameOf, valueOf, type Expression } from './shared/expression';
import { type Filter } from './shared/filter';
import { keyFrom, keyValue } from './shared/key';
import { type Item } from './shared/related-records';
import { util, type Context } from './shared/runtime';

declare const config: UpdateConfiguration;

export function request(ctx: Context) {
  const { input, condition } = ctx.args;
  return updateRequest(input, condition);
}

export function response(ctx: Context) {
  failOnError(ctx);
  return ctx.result;
}

/** The request that changes a record, if it is there. */
export function updateRequest(input: Item, condition: Filter | null | undefined) {
  for (const field of config.required) {
    if (input[field] === null) {
      refuse(`'${field}' is required and can't be null`);
    }
  }
  const values = { ...input, updatedAt: util.time.nowISO8601() };
  const changes: Record<string, unknown> = { ...values, ...joinedChanges(values) };
  for (const field of identifier()) {
    delete changes[field];
  }
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues(keyFrom(config.key, input)!),
    update: updateExpression(changes),
    condition: writeCondition('attribute_exists', config.key, condition),
  };
}

/** The fields that the record is identified by: they are given always, and never change. */
function identifier(): string[] {
  return Object.values(config.key).flat();
}

/** The joined attributes follow their parts: all of them have to be given where one changes, unless one is gone. */
function joinedChanges(input: Record<string, unknown>) {
  const changes: Record<string, unknown> = {};
  for (const attribute of Object.keys(config.joined)) {
    const fields = config.joined[attribute]!;
    if (fields.some((field) => input[field] !== undefined && !identifier().includes(field))) {
      const missing = fields.find((field) => input[field] === undefined);
      if (missing && fields.every((field) => input[field] !== null)) {
        refuse(`'${missing}' is missing: ${fields.join(', ')} change together`);
      }
      changes[attribute] = keyValue(fields, input);
    }
  }
  return changes;
}

/** Sets what has a value and removes what is null. */
function updateExpression(changes: Record<string, unknown>) {
  const expression: Expression = { prefix: 'u', attributes: {}, operands: {} };
  const set: string[] = [];
  const remove: string[] = [];
  for (const attribute of Object.keys(changes)) {
    const name = nameOf(attribute, expression);
    if (changes[attribute] === null) {
      remove.push(name);
    } else {
      set.push(`${name} = ${valueOf(changes[attribute], expression)}`);
    }
  }
  return inRequest(`SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`, expression);
}

import { isDeepStrictEqual } from 'node:util';
import { DataSourceError } from '../data-source';
import { attributesFromHandler } from './attribute-values';
import { readFields, requireObject, type RequestFields } from './request-fields';

const projectionFields = { expression: 'required', expressionNames: 'optional' } as const;
const expressionFields = { ...projectionFields, expressionValues: 'optional' } as const;
const conditionFields = { ...expressionFields, equalsIgnore: 'optional', consistentRead: 'optional', conditionalCheckFailedHandler: 'optional' } as const;

/** The fields of a request object that are expressions, and DynamoDB's parameters for them. */
const expressions: readonly { readonly field: string; readonly parameter: string; readonly fields: RequestFields }[] = [
  { field: 'query', parameter: 'KeyConditionExpression', fields: expressionFields },
  { field: 'filter', parameter: 'FilterExpression', fields: expressionFields },
  { field: 'projection', parameter: 'ProjectionExpression', fields: projectionFields },
  { field: 'update', parameter: 'UpdateExpression', fields: expressionFields },
  { field: 'condition', parameter: 'ConditionExpression', fields: conditionFields },
];

/**
 * The parameters of a DynamoDB request for the expressions of a request object, with their names and values in one map each.
 * @throws DataSourceError also when two expressions use one placeholder for different things
 */
export function expressionInput(request: Record<string, unknown>): Record<string, unknown> {
  const texts: Record<string, unknown> = {};
  const names: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const { field, parameter, fields } of expressions.filter((candidate) => request[candidate.field] !== undefined)) {
    const path = `$[${field}]`;
    const { expression, expressionNames = {}, expressionValues = {} } = readFields(request[field], fields, path);
    texts[parameter] = expression;
    merge(names, requireObject(expressionNames, `${path}[expressionNames]`), `${path}[expressionNames]`);
    merge(values, attributesFromHandler(expressionValues, `${path}[expressionValues]`), `${path}[expressionValues]`);
  }
  return {
    ...texts,
    ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
  };
}

function merge(target: Record<string, unknown>, added: Record<string, unknown>, path: string): void {
  for (const [placeholder, meaning] of Object.entries(added)) {
    if (Object.hasOwn(target, placeholder) && !isDeepStrictEqual(target[placeholder], meaning)) {
      throw new DataSourceError(`'${path}[${placeholder}]' is already used by another expression of the request for something else.`, 'MappingTemplate');
    }
    target[placeholder] = meaning;
  }
}

import { isDeepStrictEqual } from 'node:util';
import { DataSourceError } from '../data-source';
import { attributesFromHandler } from './attribute-values';
import { readFields, requireObject, type RequestFields } from '../request-fields';

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
 * The parameters of a DynamoDB request for the expressions of a request object, with their names and values in one map each. A map that
 * is given and empty stays so: DynamoDB refuses it.
 *
 * @param parent the path of what the expressions are in
 * @throws DataSourceError also when two expressions use one placeholder for different things
 */
export function expressionInput(request: Record<string, unknown>, parent = '$'): Record<string, unknown> {
  const texts: Record<string, unknown> = {};
  let names: Record<string, unknown> | undefined;
  let values: Record<string, unknown> | undefined;
  for (const { field, parameter, fields } of expressions.filter((candidate) => request[candidate.field] !== undefined)) {
    const path = `${parent}[${field}]`;
    const { expression, expressionNames, expressionValues } = readFields(request[field], fields, path);
    texts[parameter] = expression;
    if (expressionNames !== undefined) {
      names = merged(names, requireObject(expressionNames, `${path}[expressionNames]`), `${path}[expressionNames]`);
    }
    if (expressionValues !== undefined) {
      values = merged(values, attributesFromHandler(expressionValues, `${path}[expressionValues]`), `${path}[expressionValues]`);
    }
  }
  return {
    ...texts,
    ...(names && { ExpressionAttributeNames: names }),
    ...(values && { ExpressionAttributeValues: values }),
  };
}

function merged(known: Record<string, unknown> = {}, added: Record<string, unknown>, path: string): Record<string, unknown> {
  for (const [placeholder, meaning] of Object.entries(added)) {
    if (Object.hasOwn(known, placeholder) && !isDeepStrictEqual(known[placeholder], meaning)) {
      throw new DataSourceError(`'${path}[${placeholder}]' is already used by another expression of the request for something else.`, 'MappingTemplate');
    }
  }
  return { ...known, ...added };
}

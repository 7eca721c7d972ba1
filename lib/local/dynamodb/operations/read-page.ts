import { attributesToHandler } from '../attribute-values';
import { expressionInput } from '../expressions';
import { type PageScope } from '../page-tokens';
import { type Operation } from './operation';

/** DynamoDB's parameters for the fields that are passed on as they are. */
const parameters = {
  index: 'IndexName',
  limit: 'Limit',
  scanIndexForward: 'ScanIndexForward',
  consistentRead: 'ConsistentRead',
  select: 'Select',
  totalSegments: 'TotalSegments',
  segment: 'Segment',
};

const fields = { index: 'optional', limit: 'optional', nextToken: 'optional', consistentRead: 'optional', select: 'optional', filter: 'optional', projection: 'optional' } as const;

export const query: Operation = {
  fields: { ...fields, query: 'required', scanIndexForward: 'optional' },
  run: readPage('Query'),
};

export const scan: Operation = {
  fields: { ...fields, totalSegments: 'optional', segment: 'optional' },
  run: readPage('Scan'),
};

/** A page of items: `{ items, nextToken, scannedCount }`, with a token of null at the end. */
function readPage(operation: PageScope['operation']): Operation['run'] {
  return async (request, { table, tokens, send }) => {
    const scope = { operation, table, index: request.index as string | undefined };
    const passedOn = Object.entries(parameters).map(([field, parameter]) => [parameter, request[field]]);
    const { Items, LastEvaluatedKey, ScannedCount } = await send(operation, {
      TableName: table,
      ...Object.fromEntries(passedOn),
      ...(request.nextToken !== undefined && { ExclusiveStartKey: tokens.open(request.nextToken, scope) }),
      ...expressionInput(request),
    });
    return {
      items: Items!.map(attributesToHandler),
      nextToken: LastEvaluatedKey ? tokens.seal(LastEvaluatedKey, scope) : null,
      scannedCount: ScannedCount,
    };
  };
}

import { type Expression, toExpression } from '../util/filter-expression';
import { unsupported } from '../util/unsupported';
import { expressionPart, given, projectionPart } from './request-parts';

interface ScanInput {
  readonly index?: string | null;
  readonly limit?: number | null;
  readonly filter?: unknown;
  readonly nextToken?: string | null;
  readonly consistentRead?: boolean | null;
  readonly projection?: readonly string[];
  readonly select?: string;
  readonly totalSegments?: number;
  readonly segment?: number;
}

interface QueryInput extends ScanInput {
  readonly query: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly scanIndexForward?: boolean | null;
}

const keyOperators = ['eq', 'lt', 'le', 'gt', 'ge', 'between', 'beginsWith'];
const common = ['index', 'limit', 'nextToken', 'consistentRead', 'select'] as const;

/** The functions of `@aws-appsync/utils/dynamodb` that read many items. */
export const listRequests = {
  query: (input: QueryInput) => ({
    operation: 'Query',
    query: toKeyCondition(input.query),
    ...given(input, ...common, 'scanIndexForward'),
    ...expressionPart('query', 'filter', input.filter),
    ...projectionPart(input.projection),
  }),
  scan: (input: ScanInput) => ({
    operation: 'Scan',
    ...given(input, ...common, 'totalSegments', 'segment'),
    ...expressionPart('scan', 'filter', input.filter),
    ...projectionPart(input.projection),
  }),
  sync: unsupported('sync of @aws-appsync/utils/dynamodb'),
};

function toKeyCondition(query: QueryInput['query']): Expression {
  for (const [attribute, conditions] of Object.entries(query)) {
    const unknown = Object.keys(conditions ?? {}).find((operator) => !keyOperators.includes(operator));
    if (unknown) throw new Error(`query: a key condition has no operator '${unknown}' ('${attribute}'); it has ${keyOperators.join(', ')}`);
  }
  const expression = toExpression(query);
  if (!expression) throw new Error(`query: the key condition is none that DynamoDB knows: ${JSON.stringify(query)}`);
  return expression;
}

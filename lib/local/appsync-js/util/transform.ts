import { toExpression } from './filter-expression';
import { toSubscriptionFilter } from './subscription-filter';
import { unsupported } from './unsupported';

/** `util.transform`. The expressions are JSON in a string; a filter that AppSync can't use gives null. */
export const transform = {
  toDynamoDBFilterExpression: toExpressionText,
  toDynamoDBConditionExpression: toExpressionText,
  toSubscriptionFilter,
  toElasticsearchQueryDSL: unsupported('util.transform.toElasticsearchQueryDSL'),
};

function toExpressionText(filter: unknown): string | null {
  const expression = toExpression(filter);
  return expression && JSON.stringify(expression);
}

import { type ListByIdentifierConfiguration } from '../../lib/plan/configuration';
import { inRequest, nameOf, valueOf, type Operand } from './expression';
import { filterExpression } from './filter';
import { page } from './page';
import { keyExpression } from './query';
import { givenCondition, sortCondition } from './sort-condition';

/**
 * The Query for the records with a partition key, and with a condition on their sort key where an argument has one.
 *
 * @param lacks the fields that what is read has no values for
 */
export function queryByArguments({ partition, sort }: ListByIdentifierConfiguration, args: Record<string, Operand>, lacks: readonly string[]) {
  const condition = givenCondition(sort, args);
  const expression = keyExpression();
  const query = `${nameOf(partition, expression)}=${valueOf(args[partition], expression)}`;
  return {
    operation: 'Query',
    query: inRequest(sort && condition ? `${query} AND ${sortCondition(sort, condition, expression)}` : query, expression),
    filter: filterExpression(args.filter, [partition, sort?.fields.join('#'), ...lacks]),
    scanIndexForward: args.sortDirection !== 'DESC',
    ...page(args),
  };
}

import { type SortArgument } from '../../lib/plan/configuration';
import { inRequest, nameOf, valueOf, type Expression, type Operand } from './expression';
import { filterExpression } from './filter';
import { page } from './page';
import { givenCondition, sortCondition } from './sort-condition';

/**
 * The Query for the records with a partition key, and with a condition on their sort key where an argument has one.
 *
 * @param lacks the fields that what is read has no values for
 */
export function queryByArguments(partition: string, sort: SortArgument | undefined, args: Record<string, Operand>, lacks: readonly string[]) {
  const condition = givenCondition(sort, args);
  const expression: Expression = { prefix: 'k', attributes: {}, operands: {} };
  const query = `${nameOf(partition, expression)}=${valueOf(args[partition], expression)}`;
  return {
    operation: 'Query',
    query: inRequest(sort && condition ? `${query} AND ${sortCondition(sort, condition, expression)}` : query, expression),
    filter: filterExpression(args.filter, [partition, sort?.fields.join('#'), ...lacks]),
    scanIndexForward: args.sortDirection !== 'DESC',
    ...page(args),
  };
}

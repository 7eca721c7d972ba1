import { type KeyMapping } from '../../lib/plan/configuration';
import { filterExpression } from './filter';

/**
 * The condition of a write, together with the client's own.
 *
 * @param test `attribute_exists` for a record that has to be there, `attribute_not_exists` for one that must not
 */
export function writeCondition(test: 'attribute_exists' | 'attribute_not_exists', key: KeyMapping, condition: Record<string, unknown> | null | undefined) {
  const filter = filterExpression(condition, []);
  return {
    ...filter,
    expression: `${test}(#key)${filter ? ` AND ${filter.expression}` : ''}`,
    expressionNames: { ...filter?.expressionNames, '#key': Object.keys(key)[0] },
  };
}

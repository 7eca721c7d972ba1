import { comparison, nameOf, type Expression } from './expression';
import { type Filter } from './filter';

/** The operators that a Query takes on a sort key. */
const KEY_OPERATORS = ['eq', 'le', 'lt', 'ge', 'gt', 'between', 'beginsWith'];

/** The first condition on a sort key that a Query can take, moved there out of the parts of a filter, as DynamoDB takes no filter on it. */
export function sortConditionIn(parts: readonly Filter[], field: string | undefined, expression: Expression): string {
  for (const part of field ? parts : []) {
    const [operator, ...others] = Object.keys(part[field!] ?? {});
    if (operator && others.length === 0 && KEY_OPERATORS.includes(operator)) {
      const condition = ` AND ${comparison(nameOf(field!, expression), operator, part[field!][operator], expression)}`;
      delete part[field!];
      return condition;
    }
  }
  return '';
}

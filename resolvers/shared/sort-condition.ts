import { type SortArgument } from '../../lib/plan/configuration';
import { refuse } from './errors';
import { sizeOf, type Operand } from './expression';
import { type KeyCondition } from './joint-conditions';

/** What the argument with a condition on a sort key has; null where it has nothing. */
export function givenCondition(sort: SortArgument | undefined, args: Record<string, Operand>): Record<string, Operand> | null {
  const given = sort && args[sort.argument];
  return given && sizeOf(given) > 0 ? given : null;
}

/** The condition on a sort key that an argument asks for: one operator, with one value or, for `between`, two. */
export function sortCondition({ argument, fields }: SortArgument, given: Record<string, Operand>): KeyCondition {
  const operators = Object.keys(given);
  if (operators.length !== 1) {
    refuse(`'${argument}' takes one operator, not ${operators.length}`);
  }
  const operator = operators[0]!;
  const operand = given[operator];
  const joined = (bound: Operand) => (fields.length > 1 ? joinedPrefix(fields, bound) : bound);
  const value = operator === 'between' ? operand?.map(joined) : operand && joined(operand);
  if ((value ?? null) === null) {
    refuse(`'${operator}' in '${argument}' needs a value`);
  }
  return [fields.join('#'), operator, value];
}

/** The beginning of a joined sort key: as many of its fields as are given, from the first one on. */
function joinedPrefix(fields: readonly string[], values: Record<string, unknown> | null): string {
  const given = fields.filter((field) => (values?.[field] ?? null) !== null);
  // Those that are given are the first ones where the last of them stands in its place.
  if (given.length === 0 || given[given.length - 1] !== fields[given.length - 1]) {
    refuse(`'${fields.find((field) => !given.includes(field))}' is missing: a condition names ${fields.join(', ')} from the first one on`);
  }
  return given.map((field) => values?.[field]).join('#');
}

import { type Operand } from './expression';
import { type Filter } from './filter';
import { LEVELS } from './limits';

/** A condition on an attribute of a key, in the API's words. */
export type KeyCondition = readonly [attribute: string, operator: string, operand: Operand];

/** A condition of a filter that a Query can take, and the group of the filter that has it. */
interface JointCondition {
  readonly group: Filter;
  readonly condition: KeyCondition;
}

/** The operators that a Query takes on a sort key. */
const KEY_OPERATORS = ['eq', 'le', 'lt', 'ge', 'gt', 'between', 'beginsWith'];

/** A filter of the same content, to take conditions out of. */
export function copyOf(filter: Filter | null | undefined): Filter {
  return JSON.parse(JSON.stringify(filter ?? {}));
}

/** The groups of a filter that a record has to meet all: the filter itself, and what is joined to it by nothing but `and`. */
export function jointGroups(filter: Filter): Filter[] {
  const groups: Filter[] = [];
  let level: (Filter | null)[] = [filter];
  LEVELS.forEach(() => {
    groups.push(...level.map((group) => group ?? {}));
    level = level.flatMap((group) => group?.and ?? []);
  });
  return groups;
}

/**
 * The condition on a field that a Query can take. Whoever takes it takes it out of its group, as DynamoDB takes no filter on the keys of
 * what it queries.
 */
export function jointCondition(groups: readonly Filter[], field: string): JointCondition | undefined {
  for (const group of groups) {
    const { ge, le, ...others } = group[field] ?? {};
    const isRange = ge <= le && Object.keys(others).length === 0;
    const [operator, ...more] = isRange ? ['between'] : Object.keys(group[field] ?? {});
    if (operator && more.length === 0 && KEY_OPERATORS.includes(operator)) {
      const operand = isRange ? [ge, le] : group[field][operator];
      const count = operator === 'between' ? 2 : 1;
      const operands: Operand[] = count === 2 ? operand ?? [] : [operand];
      // What else a filter may compare with is no value of a key: null, or an empty text.
      if (operands.length === count && operands.every((value) => (value ?? '') !== '')) {
        return { group, condition: [field, operator, operand] };
      }
    }
  }
  return undefined;
}

import { refuse } from './errors';
import { LEVELS, MAX_ELEMENTS } from './limits';
import { type extensions } from './runtime';

export type FilterGroup = Parameters<typeof extensions.setSubscriptionFilter>[0]['filterGroup'];

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a client's value, of the type that the schema gave it
type Operand = any;

type Filter = Record<string, Operand>;

export interface Condition {
  readonly fieldName: string;
  readonly operator: string;
  readonly value: Operand;
}

/** A group of filters, the group that it is part of, and what its members come to: alternatives of conditions that hold together. */
interface Group {
  readonly conditions: Filter;
  readonly parent: Group | null;
  readonly joint: string;
  alternatives: Condition[][];
}

const MAX_ALTERNATIVES = 10;

/** Without a filter of its own AppSync would look for the argument among the fields. Every record has this one, with another value. */
const EVERYTHING: Condition[][] = [[{ fieldName: 'createdAt', operator: 'ne', value: '-' }]];

const FILTER_ERROR = 'Unrecognized Filter';

function groupOf(filter: Filter | null | undefined, parent: Group | null, joint: string): Group {
  return { conditions: filter ?? {}, parent, joint, alternatives: [] };
}

/** Adds a member to a group. One that has no conditions counts as absent. */
function join(group: Group, member: Condition[][]): void {
  if (group.joint === 'or' || group.alternatives.length === 0) {
    group.alternatives = [...group.alternatives, ...member];
  } else if (member.length > 0) {
    group.alternatives = group.alternatives.flatMap((one) => member.map((other) => [...one, ...other]));
  }
  if (group.alternatives.length > MAX_ALTERNATIVES) {
    refuse(`Filters combination exceed maximum limit ${MAX_ALTERNATIVES} for subscription.`, FILTER_ERROR);
  }
}

/** The values that a condition allows, if that is what it does. */
function allowed({ operator, value }: Condition): Operand[] | null {
  return operator === 'eq' ? [value] : operator === 'in' ? value : null;
}

/** The values that a condition excludes, if that is what it does. */
function excluded({ operator, value }: Condition): Operand[] {
  return operator === 'ne' ? [value] : operator === 'notIn' ? value : [];
}

/** Whether a condition holds for a value of its field. */
function holds(value: Operand, { operator, value: operand }: Condition): boolean {
  switch (operator) {
    case 'eq': return value === operand;
    case 'ne': return value !== operand;
    case 'in': return operand.includes(value);
    case 'notIn': return !operand.includes(value);
    case 'le': return value <= operand;
    case 'lt': return value < operand;
    case 'ge': return value >= operand;
    case 'gt': return value > operand;
    case 'between': return value >= operand[0] && value <= operand[1];
    case 'beginsWith': return value.startsWith(operand);
    case 'contains': return value.includes(operand);
    case 'notContains': return !value.includes(operand);
    default: return false;
  }
}

/** Two conditions on one field as one: AppSync takes no more. */
function combined(first: Condition, second: Condition): Condition {
  const { fieldName } = first;
  const operators = `${first.operator} ${second.operator}`;
  if (operators === 'ge le') {
    return { fieldName, operator: 'between', value: [first.value, second.value] };
  }
  if (operators === 'le ge') {
    return { fieldName, operator: 'between', value: [second.value, first.value] };
  }
  const [one, other] = allowed(first) ? [first, second] : [second, first];
  const values = other.operator === 'containsAny' ? null : allowed(one);
  if (values) {
    const left = values.filter((value) => holds(value, other));
    return left.length === 1 ? { fieldName, operator: 'eq', value: left[0] } : { fieldName, operator: 'in', value: left };
  }
  if (excluded(first).length === 0 || excluded(second).length === 0) {
    refuse(`filter uses same fieldName multiple time: '${fieldName}' can have one condition, eq or in with others, ge with le, or several of ne and notIn`, FILTER_ERROR);
  }
  return { fieldName, operator: 'notIn', value: [...excluded(first), ...excluded(second)] };
}

/** Conditions that hold together, one for a field; nothing where they can't. */
function inRequest(conditions: Condition[]) {
  const byField: Record<string, Condition> = {};
  // Of values that are known any further condition can be asked here, so that those come first.
  for (const condition of [...conditions.filter((one) => allowed(one)), ...conditions.filter((one) => !allowed(one))]) {
    const other = byField[condition.fieldName];
    byField[condition.fieldName] = other ? combined(other, condition) : condition;
  }
  const filters = Object.values(byField);
  return filters.some(({ operator, value }) => operator === 'in' && value.length === 0) ? [] : [{ filters }];
}

/**
 * Writes the filter of a subscription in AppSync's form. The runtime's own transformation makes alternatives of a field's operators, so
 * that a subscriber would be told of what the filter was to leave out. Empty where nothing can meet it.
 *
 * @param required alternatives, one of which has to hold beside; none for anything
 */
export function subscriptionFilter(filter: Filter, required: Condition[][]): FilterGroup {
  const root = groupOf(filter, null, 'and');
  const groups: Group[] = [];
  let level = [root];
  for (const depth of LEVELS) {
    const next: Group[] = [];
    for (const group of level) {
      groups.unshift(group);
      for (const name of Object.keys(group.conditions)) {
        const condition = group.conditions[name] ?? {};
        const operators = Object.keys(condition);
        if (name === 'and' || name === 'or') {
          if (operators.length > MAX_ELEMENTS || depth === LEVELS.length) {
            refuse(`'${name}' joins at most ${MAX_ELEMENTS} filters, ${LEVELS.length} levels deep`, FILTER_ERROR);
          }
          const list = groupOf(null, group, name);
          groups.unshift(list);
          for (const element of Object.values(condition)) {
            next.push(groupOf(element as Filter, list, 'and'));
          }
        } else if (operators.length === 0) {
          refuse(`'${name}' has no operator`, FILTER_ERROR);
        }
        for (const operator of name === 'and' || name === 'or' ? [] : operators) {
          const value = condition[operator];
          if ((value ?? null) === null) {
            refuse(`'${operator}' needs a value`, FILTER_ERROR);
          }
          join(group, [[{ fieldName: name, operator, value }]]);
        }
      }
    }
    level = next;
  }
  // Groups stand before those that they are part of.
  for (const { parent, alternatives } of groups) {
    if (parent) {
      join(parent, alternatives);
    }
  }
  join(root, required);
  const alternatives = root.alternatives.length > 0 ? root.alternatives : EVERYTHING;
  return alternatives.flatMap((conditions) => inRequest(conditions)) as FilterGroup;
}

import { refuse } from './errors';
import { LEVELS, MAX_ELEMENTS } from './limits';
import { comparison, inRequest, nameOf, sizeOf, type Expression, type Operand } from './expression';

export type Filter = Record<string, Operand>;

/** A group of conditions, and the group that it is part of. */
interface Group {
  readonly conditions: Filter;
  readonly parent: Group | null;
  readonly joint: string;
  readonly negation: string;
  readonly parts: string[];
}

const FILTER_ERROR = 'Unrecognized Filter';

/** Whether a filter may have a condition on a field, however deep: in JSON, no text can look like a name and its colon. */
export function isMentioned(filter: Filter | null | undefined, field: string): boolean {
  return JSON.stringify(filter ?? null).includes(`"${field}":`);
}

function groupOf(filter: Filter | null | undefined, parent: Group | null, joint: string, negation: string): Group {
  return { conditions: filter ?? {}, parent, joint, negation, parts: [] };
}

/**
 * Writes a filter or condition input as a DynamoDB expression; nothing where it has no conditions. The runtime's own transformation
 * answers some filters with nothing at all, and a filter that is lost returns what it was to leave out; this one refuses what it
 * can't use.
 *
 * @param unfilterable fields that DynamoDB takes no filter on, because they are keys of what is queried, or that are not there
 */
export function filterExpression(filter: Filter | null | undefined, unfilterable: readonly string[]) {
  const expression: Expression = { prefix: 'f', errorType: FILTER_ERROR, attributes: {}, operands: {} };
  const root = groupOf(filter, null, ' AND ', '');
  const groups: Group[] = [];
  let level = [root];
  for (const depth of LEVELS) {
    const next: Group[] = [];
    for (const group of level) {
      groups.unshift(group);
      for (const name of Object.keys(group.conditions)) {
        const condition = group.conditions[name] ?? {};
        const operators = Object.keys(condition);
        if (name === 'and' || name === 'or' || name === 'not') {
          if (operators.length + groups.length + next.length > MAX_ELEMENTS || depth === LEVELS.length) {
            refuse(`'${name}' joins at most ${MAX_ELEMENTS} filters, ${LEVELS.length} levels deep`, FILTER_ERROR);
          }
          const list = groupOf(null, group, name === 'or' ? ' OR ' : ' AND ', name === 'not' ? 'NOT ' : '');
          groups.unshift(list);
          for (const element of name === 'not' ? [condition] : Object.values(condition)) {
            next.push(groupOf(element, list, ' AND ', ''));
          }
        } else if (sizeOf(condition.size ?? operators) === 0) {
          refuse(`'${name}' has no operator`, FILTER_ERROR);
        } else if (unfilterable.includes(name)) {
          refuse(`can't filter by '${name}': it is a key of what is read, or not in it`, FILTER_ERROR);
        } else {
          const path = nameOf(name, expression);
          for (const operator of operators) {
            const isSize = operator === 'size';
            const operands = isSize ? condition.size ?? { size: null } : condition;
            for (const comparator of isSize ? Object.keys(operands) : [operator]) {
              group.parts.push(comparison(isSize ? `size(${path})` : path, comparator, operands[comparator], expression));
            }
          }
        }
      }
    }
    level = next;
  }
  // Groups stand before those that they are part of. DynamoDB refuses parentheses that it does not need.
  for (const { parent, parts, joint, negation } of groups) {
    if (parent && parts.length > 0) {
      const all = parts.join(joint);
      parent.parts.push(parts.length > 1 || (negation && all[0] !== '(') ? `${negation}(${all})` : negation + all);
    }
  }
  return root.parts.length > 0 ? inRequest(root.parts.join(' AND '), expression) : undefined;
}

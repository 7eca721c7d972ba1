import { type AttributeValue, toDynamoDB } from './dynamodb';

/** An expression with its substitutions, as AppSync's DynamoDB data source takes it. */
export interface Expression {
  readonly expression: string;
  readonly expressionNames: Record<string, string>;
  readonly expressionValues: Record<string, AttributeValue>;
}

/** What one operator adds: the path of the attribute, the prefix of its value names, the operand, and where values go. */
interface Operation {
  readonly path: string;
  readonly valueName: string;
  readonly operand: unknown;
  /** Adds a value and returns its name. */
  readonly value: (name: string, value: unknown) => string;
}

const attributeTypes: Readonly<Record<string, string>> = {
  _null: 'NULL', string: 'S', stringSet: 'SS', number: 'N', numberSet: 'NS', binary: 'B', binarySet: 'BS', boolean: 'BOOL', list: 'L', map: 'M',
};

/** Thrown for a filter that AppSync can't use, for which its answer is null. */
class UnusableFilter extends Error {}

const comparison = (sign: string) => ({ path, valueName, operand, value }: Operation): string => `${path} ${sign} ${value(valueName, operand)}`;
const call = (name: string) => ({ path, valueName, operand, value }: Operation): string => `${name}(${path},${value(valueName, operand)})`;

/** Each operator of a filter as an expression, without the parentheses around it. */
const operators: Readonly<Record<string, (operation: Operation) => string>> = {
  eq: comparison('='),
  ne: comparison('<>'),
  lt: comparison('<'),
  le: comparison('<='),
  gt: comparison('>'),
  ge: comparison('>='),
  contains: call('contains'),
  notContains: call('NOT contains'),
  beginsWith: call('begins_with'),
  between: ({ path, valueName, operand, value }) => {
    const [start, end] = list(operand, 2);
    return `${path} BETWEEN ${value(`${valueName}_start`, start)} AND ${value(`${valueName}_end`, end)}`;
  },
  in: ({ path, valueName, operand, value }) => {
    const names = list(operand, 0).map((member, index) => value(`${valueName}_${index}`, member));
    // What AppSync gives for an empty list; DynamoDB then refuses it.
    return names.length > 0 ? `${path} IN (${names.join(', ')})` : 'null';
  },
  attributeExists: ({ path, operand }) => {
    if (typeof operand !== 'boolean') throw new UnusableFilter();
    return `${operand ? 'attribute_exists' : 'attribute_not_exists'}(${path})`;
  },
  attributeType: ({ path, valueName, operand, value }) => {
    if (typeof operand !== 'string' || !Object.hasOwn(attributeTypes, operand)) throw new UnusableFilter();
    return `attribute_type(${path},${value(valueName, attributeTypes[operand])})`;
  },
};

/**
 * Converts a filter object, such as `{ title: { contains: 'x' }, or: [...] }`, as AppSync does.
 * @returns null for a filter that AppSync can't use, such as one with an unknown operator
 */
export function toExpression(filter: unknown): Expression | null {
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, AttributeValue> = {};
  const value = (name: string, operand: unknown): string => {
    expressionValues[`:${name}`] = toDynamoDB(operand);
    return `:${name}`;
  };

  const fieldConditions = (path: string, prefix: string, conditions: unknown): string[] =>
    Object.entries(object(conditions)).flatMap(([operator, operand]) => {
      const valueName = `${prefix}_${operator}`;
      if (operator === 'size') return fieldConditions(path.startsWith('size(') ? path : `size(${path})`, valueName, operand);
      if (!Object.hasOwn(operators, operator)) throw new UnusableFilter();
      return [`(${operators[operator]!({ path, valueName, operand, value })})`];
    });

  const parts = (group: unknown, prefix: string): string[] =>
    Object.entries(object(group)).map(([key, member]) => {
      if (key === 'and' || key === 'or') {
        const members = list(member, 0).map((each, index) => joined(parts(each, `${prefix}${key}_${index}_`), 'AND'));
        return joined(members, key.toUpperCase());
      }
      if (key === 'not') return `(NOT ${joined(parts(member, `${prefix}not_`), 'AND')})`;
      expressionNames[`#${key}`] = key;
      return joined(fieldConditions(`#${key}`, `${prefix}${key}`, member), 'AND');
    });

  try {
    return { expression: parts(filter, '').join(' AND '), expressionNames, expressionValues };
  } catch (error) {
    if (error instanceof UnusableFilter) return null;
    throw error;
  }
}

function joined(expressions: readonly string[], word: string): string {
  return expressions.length > 1 ? `(${expressions.join(` ${word} `)})` : expressions.join('');
}

function list(value: unknown, minimum: number): unknown[] {
  if (!Array.isArray(value) || value.length < minimum) throw new UnusableFilter();
  return value;
}

function object(value: unknown): object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new UnusableFilter();
  return value;
}

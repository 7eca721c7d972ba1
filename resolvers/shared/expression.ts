import { type AttributeType, type FilterOperator } from '../../lib/graphql/operators';
import { refuse } from './errors';
import { util } from './runtime';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a client's value, of the type that the schema gave it
export type Operand = any;

/** A DynamoDB expression under construction. Two that go into one request have different prefixes. */
export interface Expression {
  readonly prefix: string;
  /** The type of error that an unusable operand is, where it is no wrong argument. */
  readonly errorType?: string;
  readonly attributes: Record<string, string>;
  readonly operands: Record<string, unknown>;
}

/** The operators in DynamoDB's words: between field and value, or before both. Those that take another form are written below. */
const words: Record<Exclude<FilterOperator, 'between' | 'attributeExists' | 'size'>, string> = {
  eq: '=', ne: '<>', le: '<=', lt: '<', ge: '>=', gt: '>',
  contains: 'contains(', notContains: 'NOT contains(', beginsWith: 'begins_with(', attributeType: 'attribute_type(',
};

const attributeTypes: Record<AttributeType, string> = {
  binary: 'B', binarySet: 'BS', bool: 'BOOL', list: 'L', map: 'M', number: 'N', numberSet: 'NS', string: 'S', stringSet: 'SS', _null: 'NULL',
};

/** How many properties an object has. */
export function sizeOf(object: object): number {
  return Object.keys(object).length;
}

/** A placeholder for an attribute's name. Names are numbered, as a joined attribute's own has characters that no placeholder may have. */
export function nameOf(attribute: string, { prefix, attributes }: Expression): string {
  const name = `#${prefix}${sizeOf(attributes)}`;
  attributes[name] = attribute;
  return name;
}

/** A placeholder for a value. */
export function valueOf(operand: Operand, { prefix, operands }: Expression): string {
  const name = `:${prefix}${sizeOf(operands)}`;
  operands[name] = util.dynamodb.toDynamoDB(operand);
  return name;
}

/** What an operator of the API says, in DynamoDB's words. */
export function comparison(path: string, operator: string, operand: Operand, expression: Expression): string {
  if ((operand ?? null) === null && operator !== 'eq' && operator !== 'ne') {
    refuse(`'${operator}' needs a value`, expression.errorType);
  }
  if (operator === 'between') {
    if (operand.length !== 2 || operand.includes(null)) {
      refuse("'between' needs two values", expression.errorType);
    }
    return `${path} BETWEEN ${valueOf(operand[0], expression)} AND ${valueOf(operand[1], expression)}`;
  }
  if (operator === 'attributeExists') {
    return `attribute_${operand ? '' : 'not_'}exists(${path})`;
  }
  const word = words[operator as keyof typeof words];
  const value = valueOf(operator === 'attributeType' ? attributeTypes[operand as AttributeType] : operand, expression);
  return word.endsWith('(') ? `${word}${path},${value})` : `${path}${word}${value}`;
}

/** The form in which requests take an expression. DynamoDB refuses an empty list of values. */
export function inRequest(expression: string, { attributes, operands }: Expression) {
  return { expression, expressionNames: attributes, ...(sizeOf(operands) > 0 ? { expressionValues: operands } : {}) };
}

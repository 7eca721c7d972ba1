import { inRequest, nameOf, valueOf, type Expression } from './expression';

/** An expression on a key. */
export function keyExpression(): Expression {
  return { prefix: 'k', attributes: {}, operands: {} };
}

/** The condition that key attributes have these values, in words. */
export function keyEquals(key: Record<string, unknown>, expression: Expression): string {
  return Object.keys(key).map((attribute) => `${nameOf(attribute, expression)} = ${valueOf(key[attribute], expression)}`).join(' AND ');
}

/** The condition that key attributes have these values, as a Query takes it. */
export function keyQuery(key: Record<string, unknown>) {
  const expression = keyExpression();
  return inRequest(keyEquals(key, expression), expression);
}

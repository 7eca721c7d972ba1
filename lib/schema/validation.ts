import { type ValidationRule } from './definition';

/** What the rest of the library needs to know of a rule. A new rule is one more row of {@link validationRules}; the compiler then asks for the resolvers' side of it. */
interface ValidationRuleType {
  /** The values that it is about. */
  readonly on: 'string' | 'number';
  /** What it is given: a length, a limit, a text. */
  readonly operand: 'length' | 'number' | 'text';
  readonly isKept: (value: never, operand: never) => boolean;
  /** What a value that keeps it does, for a message. */
  readonly says: (operand: never) => string;
}

/** The rules for values of a field, by name. */
export const validationRules = {
  minLength: { on: 'string', operand: 'length', isKept: (value: string, length: number) => value.length >= length, says: (length: number) => `have at least ${length} characters` },
  maxLength: { on: 'string', operand: 'length', isKept: (value: string, length: number) => value.length <= length, says: (length: number) => `have at most ${length} characters` },
  startsWith: { on: 'string', operand: 'text', isKept: (value: string, prefix: string) => value.startsWith(prefix), says: (prefix: string) => `start with '${prefix}'` },
  endsWith: { on: 'string', operand: 'text', isKept: (value: string, suffix: string) => value.endsWith(suffix), says: (suffix: string) => `end with '${suffix}'` },
  matches: { on: 'string', operand: 'text', isKept: (value: string, pattern: string) => new RegExp(pattern).test(value), says: (pattern: string) => `match ${pattern}` },
  gt: { on: 'number', operand: 'number', isKept: (value: number, limit: number) => value > limit, says: (limit: number) => `be greater than ${limit}` },
  gte: { on: 'number', operand: 'number', isKept: (value: number, limit: number) => value >= limit, says: (limit: number) => `be at least ${limit}` },
  lt: { on: 'number', operand: 'number', isKept: (value: number, limit: number) => value < limit, says: (limit: number) => `be less than ${limit}` },
  lte: { on: 'number', operand: 'number', isKept: (value: number, limit: number) => value <= limit, says: (limit: number) => `be at most ${limit}` },
} as const satisfies Record<string, ValidationRuleType>;

export type ValidationRuleName = keyof typeof validationRules;

/**
 * The rules for text, as the callback of `.validate((rules) => ...)` gets them. Each takes the message that a client gets for a value
 * that does not keep it.
 */
export interface StringRules {
  minLength(length: number, message?: string): StringRules;
  maxLength(length: number, message?: string): StringRules;
  startsWith(prefix: string, message?: string): StringRules;
  endsWith(suffix: string, message?: string): StringRules;
  /**
   * The pattern is found in the value; begin it with `^` and end it with `$` to match all of it. It is a regular expression of Java, which
   * AppSync has.
   */
  matches(pattern: string, message?: string): StringRules;
}

/** The rules for numbers, as the callback of `.validate((rules) => ...)` gets them. */
export interface NumberRules {
  gt(limit: number, message?: string): NumberRules;
  gte(limit: number, message?: string): NumberRules;
  lt(limit: number, message?: string): NumberRules;
  lte(limit: number, message?: string): NumberRules;
  /** Greater than zero. */
  positive(message?: string): NumberRules;
  /** Less than zero. */
  negative(message?: string): NumberRules;
}

/** Collects the rules that a callback asks for, in order; what it returns does not matter. */
export function collectRules(callback: (rules: never) => unknown): ValidationRule[] {
  const collected: ValidationRule[] = [];
  const add = (rule: string, operand: string | number, message?: string): unknown => {
    collected.push({ rule, operand, ...(message !== undefined && { message }) });
    return rules;
  };
  const rules = {
    ...Object.fromEntries(Object.keys(validationRules).map((rule) => [rule, (operand: string | number, message?: string) => add(rule, operand, message)])),
    positive: (message?: string) => add('gt', 0, message),
    negative: (message?: string) => add('lt', 0, message),
  };
  callback(rules as never);
  return collected;
}

import { type RuleConfiguration } from '../../lib/plan/configuration';
import { refuse } from './errors';
import { type Operand } from './expression';
import { util } from './runtime';

/** Refuses a value that breaks a rule of its field, before anything is written. */
export function checkRules(rules: readonly RuleConfiguration[], input: Record<string, Operand>): void {
  for (const { field, ofLength, is, operand, message } of rules) {
    const value = input[field] ?? null;
    if (value !== null && !isKept(ofLength ? value.length : value, is, operand)) {
      refuse(message);
    }
  }
}

function isKept(value: Operand, is: RuleConfiguration['is'], operand: Operand): boolean {
  switch (is) {
    case 'gt': return value > operand;
    case 'gte': return value >= operand;
    case 'lt': return value < operand;
    case 'lte': return value <= operand;
    case 'startsWith': return value.startsWith(operand);
    case 'endsWith': return value.endsWith(operand);
    case 'matches': return util.matches(operand, value);
  }
}

import { validationRules, type ScalarFieldDefinition, type ValidationRule, type ValidationRuleName } from '../schema';
import { type Field, type FieldRule, type ScalarFieldType } from './data-model';
import { type SchemaIssues } from './schema-error';
import { counted, listed } from './wording';

type Rule = (typeof validationRules)[ValidationRuleName];

/** The rules for a field's values, each with what a client is told; those that can't be rules of it are left out. */
export function fieldRules(path: string, name: string, { list, validation = [] }: ScalarFieldDefinition, type: ScalarFieldType, issues: SchemaIssues): FieldRule[] {
  if (validation.length > 0 && list) {
    issues.add('invalid-validation', path, 'it is a list, and rules are about one value', 'leave .validate() out, or .array()');
    return [];
  }
  return validation.flatMap((rule, position): FieldRule[] => {
    const problem = problemOf(rule, type) ?? (validation.findIndex((other) => other.rule === rule.rule) === position ? undefined : `it has the rule ${rule.rule} twice`);
    if (problem) {
      issues.add('invalid-validation', path, problem, `a field of type ${type.graphqlType} has ${rulesOf(type)}, each once`);
      return [];
    }
    const { operand, message } = rule;
    const says = validationRules[rule.rule as ValidationRuleName].says as (operand: ValidationRule['operand']) => string;
    return [{ rule: rule.rule as ValidationRuleName, operand, message: message ?? `'${name}' must ${says(operand)}` }];
  });
}

function rulesOf({ valueType }: ScalarFieldType): string {
  const names = Object.entries(validationRules).filter(([, { on }]) => on === valueType).map(([name]) => name);
  return names.length > 0 ? `the rules ${listed(names)}` : 'no rules';
}

const isOperand: Readonly<Record<Rule['operand'], (operand: unknown) => boolean>> = {
  length: (operand) => Number.isInteger(operand) && (operand as number) >= 0,
  number: (operand) => typeof operand === 'number' && Number.isFinite(operand),
  text: (operand) => typeof operand === 'string' && operand !== '',
};

function problemOf({ rule, operand, message }: ValidationRule, { graphqlType, valueType }: ScalarFieldType): string | undefined {
  if (!Object.hasOwn(validationRules, rule)) return `there is no rule '${rule}'`;
  const known: Rule = validationRules[rule as ValidationRuleName];
  if (known.on !== valueType) return `${rule} is a rule for a ${known.on}, and its type is ${graphqlType}`;
  if (!isOperand[known.operand](operand)) return `${rule} is given ${JSON.stringify(operand)}, and takes a ${known.operand}`;
  return message === undefined || typeof message === 'string' ? undefined : `the message of ${rule} is ${JSON.stringify(message)}, and no text`;
}

/** Checks that a create may write the default. */
export function checkDefaultKeepsRules(path: string, { default: value, validation = [] }: Field, issues: SchemaIssues): void {
  const broken = validation.filter(({ rule, operand }) => !isKept(rule, value, operand));
  if (value !== undefined && broken.length > 0) {
    issues.add('invalid-default', path, `the default ${JSON.stringify(value)} breaks ${counted(broken.length, 'rule')} of the field: ${broken.map(({ message }) => message).join('; ')}`, 'give a default that keeps them');
  }
}

function isKept(rule: ValidationRuleName, value: unknown, operand: ValidationRule['operand']): boolean {
  try {
    return (validationRules[rule].isKept as (value: unknown, operand: unknown) => boolean)(value, operand);
  } catch {
    // Java's patterns are not all JavaScript's.
    return true;
  }
}

import { definition, scalars, type FieldDefinition, type Schema } from '../schema';
import { type SchemaIssues } from './schema-error';

/**
 * Checks that a schema is made of what `a` makes. The compiler sees to it where it is asked; JavaScript and casts get around it.
 */
export function checkDeclarations(schema: Schema, issues: SchemaIssues): void {
  const declared = definitionOf(schema, ['schema']);
  if (!isRecord(declared?.models)) {
    issues.add('invalid-declaration', 'schema', 'it is no schema', 'make it with a.schema({ ... })');
    return;
  }
  checkRules('schema', declared.authorization, issues);
  for (const [name, model] of Object.entries(declared.models)) checkModel(name, model, issues);
}

function checkModel(path: string, model: unknown, issues: SchemaIssues): void {
  const declared = definitionOf(model, ['model']);
  if (!isRecord(declared?.fields)) {
    issues.add('invalid-declaration', path, 'it is no model', 'make it with a.model({ ... })');
    return;
  }
  checkRules(path, declared.authorization, issues);
  if (declared.identifier !== undefined && !isNames(declared.identifier)) {
    issues.add('invalid-declaration', `${path}.identifier`, 'it is no list of names', "name its fields: .identifier(['id'])");
  }
  for (const [name, field] of Object.entries(declared.fields)) checkField(`${path}.${name}`, field, issues);
}

const fieldKinds: readonly FieldDefinition['kind'][] = ['scalar', 'hasMany', 'hasOne', 'belongsTo'];

function checkField(path: string, field: unknown, issues: SchemaIssues): void {
  const declared = definitionOf(field, fieldKinds);
  if (!declared || (declared.kind === 'scalar' && !Object.hasOwn(scalars, String(declared.scalar)))) {
    issues.add('invalid-declaration', path, 'it is no field', 'make it with a call such as a.string() or a.hasMany(...)');
  } else if (declared.kind !== 'scalar' && (typeof declared.model !== 'string' || !isNames(declared.references))) {
    issues.add('invalid-declaration', path, 'its related model and its references are no names', `write a.${String(declared.kind)}('Model', 'referenceField')`);
  }
}

function checkRules(path: string, rules: unknown, issues: SchemaIssues): void {
  if (rules === undefined) return;
  const isRule = (rule: unknown): boolean => isRecord(rule) && rule.allow === 'public' && rule.provider === 'apiKey';
  if (!Array.isArray(rules) || !rules.every(isRule)) {
    issues.add('invalid-declaration', path, 'its authorization gives something that is no rule', 'give one rule or a list: .authorization((allow) => allow.publicApiKey())');
  }
}

/** What a builder has collected, if it is one of these kinds. */
function definitionOf(builder: unknown, kinds: readonly string[]): Record<string, unknown> | undefined {
  const declared = isRecord(builder) ? (builder as { readonly [definition]?: unknown })[definition] : undefined;
  return isRecord(declared) && kinds.includes(String(declared.kind)) ? declared : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

import { type AuthorizationRule, type Field, type Key, type Model } from './data-model';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/**
 * Checks that the queries of a model's indexes read what their rules ask: which records somebody may see is told by fields of theirs, and
 * an index that holds parts of records has to hold those.
 */
export function checkRuleIndexes({ name: model, primaryKey, indexes, authorization }: Pick<Model, 'name' | 'primaryKey' | 'indexes' | 'authorization'>, issues: SchemaIssues): void {
  for (const { name, key, projection, declared } of indexes) {
    if (!projection || typeof declared?.query !== 'string') continue;
    const held = new Set([...projection, ...heldFields(key), ...heldFields(primaryKey)]);
    const needed = [...authorization.filter(isList), ...[...held].flatMap((field) => field.authorization ?? []).filter(isRead)].flatMap(({ field }) => field ?? []);
    const missing = [...new Set(needed)].filter((field) => !held.has(field)).map((field) => field.name);
    if (missing.length === 0) continue;
    const included = [...projection.map((field) => field.name), ...missing];
    issues.add('authorization-index', `${model}.secondaryIndexes`, `'${name}' does not hold ${listed(missing)}, which the rules of ${model} ask of each record that its query '${declared.query}' finds`,
      `include it: .projection('INCLUDE', [${included.map((field) => `'${field}'`).join(', ')}])`);
  }
}

/** The fields that a key's attributes hold: what is joined of several holds none of them by itself. */
function heldFields({ partition, sort }: Key): readonly Field[] {
  return [partition, ...(sort ? [sort] : [])].flatMap(({ fields }) => (fields.length === 1 ? fields : []));
}

function isList({ operations }: AuthorizationRule): boolean {
  return operations.includes('list');
}

function isRead({ operations }: AuthorizationRule): boolean {
  return operations.some((operation) => operation === 'get' || operation === 'list');
}

/** Checks that who may read a record may read what identifies it. */
export function checkIdentifierRules(model: string, identifier: readonly Field[], issues: SchemaIssues): void {
  for (const { name } of identifier.filter(({ authorization }) => authorization)) {
    issues.add('authorization-identifier', `${model}.${name}`, 'it has rules of its own, and is part of what identifies a record, which everybody needs who may read it', 'leave .authorization() out, and give the rules to the model');
  }
}

import { scalars, type FieldDefinition, type Schema } from '../schema';
import { definitionOf, isNames, isOptionalName, isRecord } from './declared';
import { checkRules } from './rule-declarations';
import { type SchemaIssues } from './schema-error';

/**
 * Checks that a schema is made of what `a` makes. The compiler sees to it where it is asked; JavaScript and casts get around it.
 */
export function checkDeclarations(schema: Schema, issues: SchemaIssues): void {
  const declared = definitionOf(schema, ['schema']);
  if (!isRecord(declared?.types)) {
    issues.add('invalid-declaration', 'schema', 'it is no schema', 'make it with a.schema({ ... })');
    return;
  }
  checkRules('schema', declared.authorization, issues);
  checkRules('schema', declared.resources, issues);
  for (const [name, type] of Object.entries(declared.types)) checkType(name, type, issues);
}

function checkType(path: string, type: unknown, issues: SchemaIssues): void {
  const declared = definitionOf(type, ['model', 'enum', 'customType', ...operationKinds]);
  if (declared?.kind === 'enum') {
    checkValues(path, declared.values, issues);
  } else if (declared?.kind === 'customType') {
    checkCustomTypeFields(path, declared.fields, issues);
  } else if (declared?.kind === 'model') {
    checkModel(path, declared, issues);
  } else if (declared) {
    checkOperation(path, declared, issues);
  } else {
    issues.add('invalid-declaration', path, 'it is no model, no enum, no custom type and no operation', 'make it with a.model({ ... }), a.enum([ ... ]), a.customType({ ... }), a.query(), a.mutation() or a.subscription()');
  }
}

const operationKinds: readonly string[] = ['query', 'mutation', 'subscription'];

function checkOperation(path: string, declared: Record<string, unknown>, issues: SchemaIssues): void {
  const { returns, handlers = [], sources = [] } = declared;
  checkRules(path, declared.authorization, issues);
  checkValueFields(path, declared.arguments, 'the arguments of the operation are no fields', '.arguments({ ... })', issues);
  if (returns !== undefined) checkField(path, returns, valueKinds, issues);
  checkHandlers(path, handlers, issues);
  if (!Array.isArray(sources) || !sources.every((source) => isReference(source) || typeof definitionOf(source, ['mutations'])?.model === 'string')) {
    issues.add('invalid-declaration', path, '.for() gives something that is no mutation', "write .for(a.ref('publish')) or .for(a.ref('Post').mutations(['create']))");
  }
}

/** Checks that what serves an operation, or is a step of it, was made by `a.handler`. */
export function checkHandlers(path: string, handlers: unknown, issues: SchemaIssues): void {
  if (Array.isArray(handlers) && handlers.every(isHandler)) return;
  issues.add('invalid-declaration', path, 'its handler is none', "make it with a.handler.custom({ entry: './file.ts' }) or a.handler.function(...)");
}

function isReference(value: unknown): boolean {
  return typeof definitionOf(value, ['ref'])?.type === 'string';
}

function isHandler(handler: unknown): boolean {
  const declared = definitionOf(handler, ['code', 'function']);
  if (declared?.kind === 'function') return typeof declared.function === 'string' || (isRecord(declared.function) && 'functionArn' in declared.function);
  const { entry, dataSource } = declared ?? {};
  return typeof entry === 'string' && (isOptionalName(dataSource) || isReference(dataSource));
}

function checkModel(path: string, declared: Record<string, unknown>, issues: SchemaIssues): void {
  if (!isRecord(declared.fields)) {
    issues.add('invalid-declaration', path, 'its fields are no fields', 'make it with a.model({ ... })');
    return;
  }
  checkRules(path, declared.authorization, issues);
  if (declared.identifier !== undefined && !isNames(declared.identifier)) {
    issues.add('invalid-declaration', `${path}.identifier`, 'it is no list of names', "name its fields: .identifier(['id'])");
  }
  if (declared.disabledOperations !== undefined && !isNames(declared.disabledOperations)) {
    issues.add('invalid-declaration', `${path}.disableOperations`, 'it is no list of operations', "name them: .disableOperations(['delete'])");
  }
  if (declared.indexes !== undefined && !(Array.isArray(declared.indexes) && declared.indexes.every(isIndex))) {
    issues.add('invalid-declaration', `${path}.secondaryIndexes`, 'it gives something that is no index', "give a list: .secondaryIndexes((index) => [index('status').sortKeys(['total'])])");
  }
  for (const [name, field] of Object.entries(declared.fields)) checkField(`${path}.${name}`, field, fieldKinds, issues);
}

/** Checks what a relationship has beside its model and its references. */
function checkOptions(path: string, { kind, sortBy, limit }: Record<string, unknown>, issues: SchemaIssues): void {
  const option = sortBy !== undefined ? 'sortBy' : 'limit';
  if (kind !== 'hasMany' && (sortBy ?? limit) !== undefined) {
    issues.add('invalid-declaration', path, `it is a ${String(kind)}, which leads to one record, and has .${option}()`, `leave .${option}() out: only a hasMany has it`);
  } else if (!isOptionalName(sortBy)) {
    issues.add('invalid-declaration', path, 'the field that it is sorted by is no name', "name it: .sortBy('createdAt')");
  }
}

function checkManyToMany(path: string, { model, through, from, to }: Record<string, unknown>, issues: SchemaIssues): void {
  if (typeof model !== 'string' || typeof through !== 'string' || !isOptionalName(from) || !isOptionalName(to)) {
    issues.add('invalid-declaration', path, 'its related model, its join model or a side of it is no name', "write a.manyToMany('Model', { through: 'JoinModel' })");
  }
}

function isIndex(index: unknown): boolean {
  const declared = definitionOf(index, ['index']);
  return declared !== undefined && typeof declared.partitionKey === 'string' && isNames(declared.sortKeys)
    && isOptionalName(declared.name) && (declared.queryField === null || isOptionalName(declared.queryField)) && isProjection(declared.projection);
}

function isProjection(projection: unknown): boolean {
  if (projection === undefined) return true;
  return isRecord(projection) && ['ALL', 'KEYS_ONLY', 'INCLUDE'].includes(String(projection.type)) && (projection.nonKeyAttributes === undefined || isNames(projection.nonKeyAttributes));
}

const relationshipKinds: readonly FieldDefinition['kind'][] = ['hasMany', 'hasOne', 'belongsTo', 'manyToMany'];
const valueKinds: readonly FieldDefinition['kind'][] = ['scalar', 'enum', 'customType', 'ref'];
const fieldKinds: readonly FieldDefinition['kind'][] = [...valueKinds, ...relationshipKinds];

function checkField(path: string, field: unknown, kinds: readonly string[], issues: SchemaIssues): void {
  const declared = definitionOf(field, kinds);
  checkRules(path, declared?.authorization, issues);
  if (declared?.kind === 'enum') {
    checkValues(path, declared.values, issues);
  } else if (declared?.kind === 'customType') {
    checkCustomTypeFields(path, declared.fields, issues);
  } else if (declared?.kind === 'ref') {
    if (typeof declared.type !== 'string') issues.add('invalid-declaration', path, 'its type is no name', "write a.ref('Type')");
  } else if (!declared || (declared.kind === 'scalar' && !Object.hasOwn(scalars, String(declared.scalar)))) {
    issues.add('invalid-declaration', path, 'it is no field', 'make it with a call such as a.string() or a.hasMany(...)');
  } else if (declared.kind === 'manyToMany') {
    checkManyToMany(path, declared, issues);
  } else if (declared.kind !== 'scalar' && (typeof declared.model !== 'string' || !isNames(declared.references))) {
    issues.add('invalid-declaration', path, 'its related model and its references are no names', `write a.${String(declared.kind)}('Model', 'referenceField')`);
  } else if (declared.kind !== 'scalar') {
    checkOptions(path, declared, issues);
  }
}

function checkValues(path: string, values: unknown, issues: SchemaIssues): void {
  if (!isNames(values)) issues.add('invalid-declaration', path, 'the values of its enum are no names', "write a.enum(['OPEN', 'CLOSED'])");
}

function checkCustomTypeFields(path: string, fields: unknown, issues: SchemaIssues): void {
  checkValueFields(path, fields, 'the fields of its custom type are no fields', 'a.customType({ ... })', issues);
}

/** Checks what has values inside of something else: a custom type's fields, an operation's arguments. */
function checkValueFields(path: string, fields: unknown, message: string, remedy: string, issues: SchemaIssues): void {
  if (!isRecord(fields)) {
    issues.add('invalid-declaration', path, message, `make it with ${remedy}`);
    return;
  }
  for (const [name, field] of Object.entries(fields)) {
    if (definitionOf(field, relationshipKinds)) {
      issues.add('invalid-declaration', `${path}.${name}`, 'it is a relationship, and only records are related', 'declare it in a model');
    } else {
      checkField(`${path}.${name}`, field, valueKinds, issues);
    }
  }
}

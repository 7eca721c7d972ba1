import plural from 'pluralize';
import { definition, type ModelDefinition, type ManyToManyDefinition, type RelationshipDefinition, type Schema, type SchemaTypes } from '../schema';
import { Authorization, type ModelRules } from './authorization';
import { type AuthorizationMode, type DataModel, type Field, type ManyToMany, type Model } from './data-model';
import { CustomOperations } from './custom-operations';
import { checkDeclarations } from './declarations';
import { declaredIndexes } from './declared-indexes';
import { fieldsOf, isRelationship } from './fields';
import { identifierOf } from './identifier';
import { checkIndexes, checkKeyAttributes, relationshipIndex } from './indexes';
import { keyOver, sortArgument } from './key';
import { manyToManyOf, type ManyToManyDraft } from './many-to-many';
import { checkDeclaredNames, checkGeneratedNames } from './names';
import { availableOperations, operationNamesOf, operations } from './operations';
import { pageSizeOf } from './page-size';
import { referencesOf } from './references';
import { pairRelationships, type RelationshipDraft } from './relationships';
import { checkIdentifierRules, checkRuleIndexes } from './rule-indexes';
import { SchemaIssues } from './schema-error';
import { sortFieldOf } from './sort-field';
import { checkCycles } from './type-checks';
import { typeStem } from './type-names';
import { Types } from './types';
import { kindInWords, listed } from './wording';

type Draft = { -readonly [Key in keyof Model]: Model[Key] extends readonly (infer Element)[] ? Element[] : Model[Key] };

/** A model under construction, with what it was declared as. */
interface ModelDraft {
  readonly model: Draft;
  readonly definition: ModelDefinition;
  readonly rules: ModelRules;
  /** Missing where the identifier is wrong. */
  readonly identifier?: readonly Field[];
}

/**
 * Turns a schema into a data model with all names resolved.
 *
 * @param modes how clients can show who they are, the default first
 * @throws SchemaError with every mistake that the schema has
 */
export function resolveSchema(schema: Schema, modes: readonly AuthorizationMode[] = ['apiKey']): DataModel {
  const issues = new SchemaIssues();
  checkDeclarations(schema, issues);
  issues.throwIfAny();
  const { types: schemaTypes, duplicates = [] } = schema[definition];
  for (const name of duplicates) {
    issues.add('duplicate-type', name, `two of the combined schemas declare '${name}'`, 'rename one of them, or declare it once: the others may refer to it');
  }
  const modelDefinitions = modelsIn(schemaTypes);
  checkDeclaredNames(schemaTypes, issues);

  const types = new Types(schemaTypes, issues);
  const authorization = new Authorization(schema[definition], modes, issues);
  const drafts = new Map(modelDefinitions.map(([name, model]) => [name, draftModel(name, model, authorization, types, issues)]));
  const relationships = [...drafts.values()].flatMap((draft) => relationshipsOf(draft, drafts, schemaTypes, issues));
  pairRelationships(relationships, issues);
  for (const relationship of relationships.filter(({ kind }) => kind !== 'belongsTo')) {
    const { indexes } = drafts.get(relationship.related.name)!.model;
    relationship.index = relationshipIndex(relationship, indexes.filter(({ declared }) => declared), issues);
    if (!indexes.includes(relationship.index)) indexes.push(relationship.index);
  }
  // After all others, whose indexes serve these too.
  const manyToMany = [...drafts.values()].flatMap((draft) => manyToManyDrafts(draft, drafts, schemaTypes, issues)).flatMap((draft) => manyToManyOf(draft, relationships, issues));

  const models = [...drafts.values()].map((draft) => finishModel(draft, relationships, manyToMany));
  const customOperations = new CustomOperations(schemaTypes, authorization, models, types, issues).resolve();
  const { enums, customTypes } = types;
  const model: DataModel = { models, enums, customTypes, customOperations, authorizationModes: modes, resources: authorization.resources };
  authorization.checkModes();
  checkCycles(customTypes, issues);
  for (const one of models) {
    checkIndexes(one.name, one.indexes, issues);
    checkIdentifierRules(one.name, one.identifier, issues);
    checkRuleIndexes(one, issues);
  }
  checkGeneratedNames(model, types.declarations, issues);
  checkQueries(models, schemaTypes, issues);
  issues.throwIfAny();
  return model;
}

function modelsIn(types: SchemaTypes): [string, ModelDefinition][] {
  return Object.entries(types).flatMap(([name, { [definition]: type }]): [string, ModelDefinition][] => (type.kind === 'model' ? [[name, type]] : []));
}

/** Checks that the API has a query, as GraphQL wants it. */
function checkQueries(models: readonly Model[], types: SchemaTypes, issues: SchemaIssues): void {
  // As declared: one that is wrong itself is told of already.
  const kinds = Object.values(types).map(({ [definition]: { kind } }) => kind);
  const hasQuery = ({ availableOperations: available, indexes }: Model): boolean =>
    available.some((operation) => operations[operation].root === 'Query') || indexes.some(({ declared }) => typeof declared?.query === 'string');
  if (kinds.every((kind) => kind === 'enum' || kind === 'customType')) {
    issues.add('empty-schema', 'schema', 'the schema has no models and no operations', 'declare at least one: a.schema({ Todo: a.model({ ... }) })');
  } else if (!models.some(hasQuery) && !kinds.includes('query')) {
    issues.add('no-queries', 'schema', 'it has no query, and GraphQL takes no API without any', "leave one to a model, as .disableOperations(['list']) keeps get, or declare one with a.query()");
  }
}

function draftModel(name: string, modelDefinition: ModelDefinition, authorization: Authorization, types: Types, issues: SchemaIssues): ModelDraft {
  const fields = fieldsOf(name, modelDefinition, types, issues);
  const identifier = identifierOf(name, modelDefinition, fields, issues);
  const rules = authorization.ofModel(name, modelDefinition, fields);
  const stem = typeStem(name);
  const names = { typeStem: stem, plural: plural(stem) };
  const operationNames = operationNamesOf(names);
  const hasCustomIdentifier = (modelDefinition.identifier ?? ['id']).join() !== 'id';
  const primaryKey = keyOver(identifier ?? fields);
  if (identifier) checkKeyAttributes(`${name}.identifier`, primaryKey, issues);
  return {
    definition: modelDefinition,
    rules,
    ...(identifier && { identifier }),
    model: {
      name,
      ...names,
      operations: operationNames,
      availableOperations: availableOperations(name, modelDefinition.disabledOperations ?? [], issues),
      members: [],
      fields,
      relationships: [],
      manyToMany: [],
      identifier: [...identifier ?? []],
      hasCustomIdentifier,
      listsByIdentifier: hasCustomIdentifier || identifier?.[0]?.declared === true,
      ...(primaryKey.sort && { sortArgument: sortArgument(primaryKey.sort.fields) }),
      primaryKey,
      indexes: declaredIndexes({ name, ...names, fields, primaryKey, operations: operationNames, definition: modelDefinition }, issues),
      ...pageSizeOf(`${name}.limit`, modelDefinition, issues),
      authorization: [...rules.rules],
    },
  };
}

/** The rules of a field or a relationship, where it has its own. */
function memberRules(name: string, { members }: ModelRules): Pick<Field, 'authorization'> {
  const authorization = members.get(name);
  return authorization ? { authorization } : {};
}

/** The relationships of a model whose related model and references are right. */
function relationshipsOf({ model, definition: own, rules }: ModelDraft, drafts: ReadonlyMap<string, ModelDraft>, types: SchemaTypes, issues: SchemaIssues): RelationshipDraft[] {
  return Object.entries(own.fields).flatMap(([name, { [definition]: relationship }]): RelationshipDraft[] => {
    if (!isRelationship(relationship) || relationship.kind === 'manyToMany') return [];
    const path = `${model.name}.${name}`;
    if (relationship.required) reportRequired(path, relationship, issues);
    const page = pageSizeOf(path, relationship, issues);
    const related = modelNamed(path, relationship.model, drafts, types, issues);
    if (!related) return [];
    const self = { model, definition: own, rules, identifier: drafts.get(model.name)!.identifier };
    const [child, parent] = relationship.kind === 'belongsTo' ? [self, related] : [related, self];
    const references = referencesOf({ path, relationship, child: child.model, childDefinition: child.definition, parent: parent.model, identifier: parent.identifier }, issues);
    if (!references) return [];
    const sortField = sortFieldOf(path, relationship, related, issues);
    return [{ kind: relationship.kind, name, model, related: related.model, references, key: keyOver(references), ...sortField, ...page, ...memberRules(name, rules) }];
  });
}

/** The fields of many to many of a model whose related model and join model are there. */
function manyToManyDrafts({ model, definition: own, rules }: ModelDraft, drafts: ReadonlyMap<string, ModelDraft>, types: SchemaTypes, issues: SchemaIssues): ManyToManyDraft[] {
  return Object.entries(own.fields).flatMap(([name, { [definition]: declared }]): ManyToManyDraft[] => {
    if (declared.kind !== 'manyToMany') return [];
    const path = `${model.name}.${name}`;
    if (declared.required) reportRequired(path, declared, issues);
    const named = new Map([...new Set([declared.model, declared.through])].map((other) => [other, modelNamed(path, other, drafts, types, issues)]));
    const [related, through] = [named.get(declared.model), named.get(declared.through)];
    return related && through ? [{ name, declared, model, related: related.model, through: through.model, throughDefinition: through.definition, ...memberRules(name, rules) }] : [];
  });
}

function modelNamed(path: string, name: string, drafts: ReadonlyMap<string, ModelDraft>, types: SchemaTypes, issues: SchemaIssues): ModelDraft | undefined {
  const found = drafts.get(name);
  if (!found) reportNoModel(path, name, types, [...drafts.keys()], issues);
  return found;
}

function reportRequired(path: string, relationship: RelationshipDefinition | ManyToManyDefinition, issues: SchemaIssues): void {
  const { model } = relationship;
  if (relationship.kind === 'manyToMany') {
    issues.add('relationship-required', path, `a record is there before any ${relationship.through} can join it with a ${model}, so that none can be required`, 'leave .required() out');
    return;
  }
  const names = listed(relationship.references);
  if (relationship.kind === 'belongsTo') {
    issues.add('relationship-required', path, 'a relationship is not required itself, its reference fields are', `add .required() to ${names}, and leave it out here`);
  } else {
    issues.add('relationship-required', path, `the parent's side of a relationship can't be required: a record is there before any ${model} can lead to it`,
      `leave .required() out; to let every ${model} have its parent, add .required() to ${names} of ${model}`);
  }
}

function reportNoModel(path: string, model: string, types: SchemaTypes, models: readonly string[], issues: SchemaIssues): void {
  const type = Object.hasOwn(types, model) ? types[model]![definition] : undefined;
  if (type && type.kind !== 'model') {
    issues.add('related-not-model', path, `'${model}' is ${kindInWords[type.kind]}, and relationships lead to models`, `${type.kind === 'enum' || type.kind === 'customType' ? `write a.ref('${model}') for a value of it, or ` : ''}name one of ${listed(models)}`);
  } else {
    issues.add('unknown-model', path, `there is no model '${model}'`, `declare it, or name one of ${listed(models)}`);
  }
}

function finishModel({ model, definition: { fields } }: ModelDraft, relationships: readonly RelationshipDraft[], manyToMany: readonly ManyToMany[]): Model {
  model.relationships = relationships.filter((relationship) => relationship.model === model);
  model.manyToMany = manyToMany.filter((field) => field.model === model);
  const members = [...model.fields, ...model.relationships, ...model.manyToMany];
  model.members = [
    ...Object.keys(fields).flatMap((name) => members.filter((member) => member.name === name)),
    ...model.fields.filter((field) => !field.declared),
  ];
  return model;
}

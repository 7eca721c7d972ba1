import plural from 'pluralize';
import { definition, type ModelDefinition, type Schema } from '../schema';
import { type DataModel, type Field, type Model } from './data-model';
import { checkDeclarations } from './declarations';
import { fieldsOf } from './fields';
import { identifierOf } from './identifier';
import { checkIndexCount, checkKeyAttributes, relationshipIndex } from './indexes';
import { keyOver, sortArgument } from './key';
import { checkDeclaredNames, checkGeneratedNames } from './names';
import { operationNamesOf } from './operations';
import { referencesOf } from './references';
import { pairRelationships, type RelationshipDraft } from './relationships';
import { SchemaIssues } from './schema-error';
import { typeStem } from './type-names';
import { listed } from './wording';

type Draft = { -readonly [Key in keyof Model]: Model[Key] extends readonly (infer Element)[] ? Element[] : Model[Key] };

/** A model under construction, with what it was declared as. */
interface ModelDraft {
  readonly model: Draft;
  readonly definition: ModelDefinition;
  /** Missing where the identifier is wrong. */
  readonly identifier?: readonly Field[];
}

/**
 * Turns a schema into a data model with all names resolved.
 *
 * @throws SchemaError with every mistake that the schema has
 */
export function resolveSchema(schema: Schema): DataModel {
  const issues = new SchemaIssues();
  checkDeclarations(schema, issues);
  issues.throwIfAny();
  const { models, authorization } = schema[definition];
  if (Object.keys(models).length === 0) {
    issues.add('empty-schema', 'schema', 'the schema has no models', 'declare at least one: a.schema({ Todo: a.model({ ... }) })');
  }
  checkDeclaredNames(models, issues);

  const drafts = new Map(Object.entries(models).map(([name, model]) => [name, draftModel(name, model[definition], authorization, issues)]));
  const relationships = [...drafts.values()].flatMap((draft) => relationshipsOf(draft, drafts, issues));
  pairRelationships(relationships, issues);
  for (const relationship of relationships.filter(({ kind }) => kind !== 'belongsTo')) {
    relationship.index = relationshipIndex(relationship, issues);
    drafts.get(relationship.related.name)!.model.indexes.push(relationship.index);
  }

  const result = [...drafts.values()].map((draft) => finishModel(draft, relationships));
  for (const { name, indexes } of result) checkIndexCount(name, indexes, issues);
  checkGeneratedNames(result, issues);
  issues.throwIfAny();
  return { models: result };
}

function draftModel(name: string, modelDefinition: ModelDefinition, schemaRules: ModelDefinition['authorization'], issues: SchemaIssues): ModelDraft {
  const fields = fieldsOf(name, modelDefinition, issues);
  const identifier = identifierOf(name, modelDefinition, fields, issues);
  const authorization = modelDefinition.authorization ?? schemaRules ?? [];
  if (authorization.length === 0) {
    issues.add('missing-authorization', name, 'no authorization rule says who may use it', 'add .authorization((allow) => allow.publicApiKey()) to the model or to the schema');
  }
  const stem = typeStem(name);
  const names = { typeStem: stem, plural: plural(stem) };
  const hasCustomIdentifier = (modelDefinition.identifier ?? ['id']).join() !== 'id';
  const primaryKey = keyOver(identifier ?? fields);
  if (identifier) checkKeyAttributes(`${name}.identifier`, primaryKey, issues);
  return {
    definition: modelDefinition,
    ...(identifier && { identifier }),
    model: {
      name,
      ...names,
      operations: operationNamesOf(names),
      members: [],
      fields,
      relationships: [],
      identifier: [...identifier ?? []],
      hasCustomIdentifier,
      listsByIdentifier: hasCustomIdentifier || identifier?.[0]?.declared === true,
      ...(primaryKey.sort && { sortArgument: sortArgument(primaryKey.sort.fields) }),
      primaryKey,
      indexes: [],
      authorization: [...authorization],
    },
  };
}

/** The relationships of a model whose related model and references are right. */
function relationshipsOf({ model, definition: own }: ModelDraft, drafts: ReadonlyMap<string, ModelDraft>, issues: SchemaIssues): RelationshipDraft[] {
  return Object.entries(own.fields).flatMap(([name, { [definition]: relationship }]): RelationshipDraft[] => {
    if (relationship.kind === 'scalar') return [];
    const path = `${model.name}.${name}`;
    const related = drafts.get(relationship.model);
    if (!related) {
      issues.add('unknown-model', path, `there is no model '${relationship.model}'`, `declare it, or name one of ${listed([...drafts.keys()])}`);
      return [];
    }
    const self = { model, definition: own, identifier: drafts.get(model.name)!.identifier };
    const [child, parent] = relationship.kind === 'belongsTo' ? [self, related] : [related, self];
    const references = referencesOf({ path, relationship, child: child.model, childDefinition: child.definition, parent: parent.model, identifier: parent.identifier }, issues);
    return references ? [{ kind: relationship.kind, name, model, related: related.model, references }] : [];
  });
}

function finishModel({ model, definition: { fields } }: ModelDraft, relationships: readonly RelationshipDraft[]): Model {
  model.relationships = relationships.filter((relationship) => relationship.model === model);
  const members = [...model.fields, ...model.relationships];
  model.members = [
    ...Object.keys(fields).flatMap((name) => members.filter((member) => member.name === name)),
    ...model.fields.filter((field) => !field.declared),
  ];
  return model;
}

import { type DataModel, type Field, type Model, type Relationship } from '../model';

/** What the clients know of the API: `model_introspection` in `amplify_outputs.json`. */
export interface ModelIntrospection {
  readonly version: 1;
  readonly models: Readonly<Record<string, ModelEntry>>;
  readonly enums: Readonly<Record<string, never>>;
  readonly nonModels: Readonly<Record<string, never>>;
}

interface ModelEntry {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly syncable: true;
  readonly pluralName: string;
  readonly attributes: readonly { readonly type: string; readonly properties: Readonly<Record<string, unknown>> }[];
  readonly primaryKeyInfo: { readonly isCustomPrimaryKey: boolean; readonly primaryKeyFieldName: string; readonly sortKeyFieldNames: readonly string[] };
}

interface FieldEntry {
  readonly name: string;
  readonly isArray: boolean;
  readonly type: string | { readonly model: string };
  readonly isRequired: boolean;
  readonly attributes: readonly [];
  readonly isArrayNullable?: boolean;
  readonly isReadOnly?: true;
  readonly association?: Association;
}

type Association =
  | { readonly connectionType: 'HAS_MANY'; readonly associatedWith: readonly string[] }
  | { readonly connectionType: 'HAS_ONE'; readonly associatedWith: readonly string[]; readonly targetNames: readonly [] }
  | { readonly connectionType: 'BELONGS_TO'; readonly targetNames: readonly string[] };

/** Describes a data model to the clients, in the form that Amplify's own generator gives it. */
export function modelIntrospection({ models }: DataModel): ModelIntrospection {
  return {
    version: 1,
    models: Object.fromEntries(models.map((model) => [model.name, modelEntry(model)])),
    enums: {},
    nonModels: {},
  };
}

function modelEntry(model: Model): ModelEntry {
  const [partition, ...sort] = model.identifier.map((field) => field.name);
  return {
    name: model.name,
    fields: Object.fromEntries(inClientOrder(model).map((member) => [member.name, member.kind === 'scalar' ? scalarEntry(member) : relationshipEntry(member)])),
    syncable: true,
    pluralName: model.plural,
    attributes: [
      { type: 'model', properties: {} },
      ...(model.listsByIdentifier ? [{ type: 'key', properties: { fields: [partition, ...sort] } }] : []),
      { type: 'auth', properties: { rules: model.authorization.map(({ allow, provider }) => ({ allow, provider, operations: ['create', 'update', 'delete', 'read'] })) } },
    ],
    primaryKeyInfo: { isCustomPrimaryKey: model.hasCustomIdentifier, primaryKeyFieldName: partition!, sortKeyFieldNames: sort },
  };
}

/** As declared, but an id that the API adds comes first. */
function inClientOrder({ members }: Model): (Field | Relationship)[] {
  const isImpliedId = (member: Field | Relationship): boolean => member.name === 'id' && member.kind === 'scalar' && !member.declared;
  return [...members.filter(isImpliedId), ...members.filter((member) => !isImpliedId(member))];
}

function scalarEntry({ name, type, required, list, declared }: Field): FieldEntry {
  const isTimestamp = !declared && name !== 'id';
  return {
    name,
    isArray: list !== undefined,
    type: type.graphqlType,
    isRequired: isTimestamp ? false : list ? list.elementRequired : required,
    attributes: [],
    ...(list && { isArrayNullable: !required }),
    ...(isTimestamp && { isReadOnly: true }),
  };
}

function relationshipEntry(relationship: Relationship): FieldEntry {
  const isArray = relationship.kind === 'hasMany';
  return {
    name: relationship.name,
    isArray,
    type: { model: relationship.related.name },
    isRequired: false,
    attributes: [],
    ...(isArray && { isArrayNullable: true }),
    association: association(relationship),
  };
}

function association({ kind, references }: Relationship): Association {
  const names = references.map((field) => field.name);
  switch (kind) {
    case 'hasMany': return { connectionType: 'HAS_MANY', associatedWith: names };
    case 'hasOne': return { connectionType: 'HAS_ONE', associatedWith: names, targetNames: [] };
    case 'belongsTo': return { connectionType: 'BELONGS_TO', targetNames: names };
  }
}

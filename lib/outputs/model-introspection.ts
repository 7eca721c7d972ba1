import { lowerFirst, type CustomType, type DataModel, type EnumType, type Field, type Index, type ManyToMany, type Model, type Relationship } from '../model';
import { ruleEntry } from './auth-rules';
import { disabledOperations } from './disabled-operations';
import { operationIntrospection, type OperationIntrospection } from './operation-introspection';
import { typeEntry, type TypeEntry } from './type-entry';

/** What the clients know of the API: `model_introspection` in `amplify_outputs.json`. */
export interface ModelIntrospection extends OperationIntrospection {
  readonly version: 1;
  readonly models: Readonly<Record<string, ModelEntry>>;
  readonly enums: Readonly<Record<string, EnumEntry>>;
  readonly nonModels: Readonly<Record<string, NonModelEntry>>;
}

interface EnumEntry {
  readonly name: string;
  readonly values: readonly string[];
}

/** A custom type. */
interface NonModelEntry {
  readonly name: string;
  readonly fields: Readonly<Record<string, FieldEntry>>;
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
  readonly type: TypeEntry;
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
export function modelIntrospection(dataModel: DataModel): ModelIntrospection {
  const { models, enums, customTypes } = dataModel;
  return {
    version: 1,
    models: Object.fromEntries(models.map((model) => [model.name, modelEntry(model)])),
    enums: Object.fromEntries(enums.map((type) => [type.graphqlType, enumEntry(type)])),
    nonModels: Object.fromEntries(customTypes.filter(({ inputOnly }) => !inputOnly).map((type) => [type.graphqlType, nonModelEntry(type)])),
    ...operationIntrospection(dataModel),
  };
}

function enumEntry({ graphqlType, values }: EnumType): EnumEntry {
  return { name: graphqlType, values };
}

function nonModelEntry({ graphqlType, fields }: CustomType): NonModelEntry {
  return { name: graphqlType, fields: Object.fromEntries(fields.map((field) => [field.name, valueEntry(field)])) };
}

function modelEntry(model: Model): ModelEntry {
  const [partition, ...sort] = model.identifier.map((field) => field.name);
  return {
    name: model.name,
    fields: Object.fromEntries(inClientOrder(model).map((member) => [member.name, memberEntry(member)])),
    syncable: true,
    pluralName: pluralName(model),
    attributes: [
      { type: 'model', properties: disabledOperations(model) },
      ...(model.listsByIdentifier ? [{ type: 'key', properties: { fields: [partition, ...sort] } }] : []),
      // As Amplify's generator has them: in the order of the fields, not of the indexes.
      ...model.fields.flatMap((field) => model.indexes.flatMap((index) => (index.declared && index.key.fields[0] === field ? [indexAttribute(index, index.declared.query)] : []))),
      { type: 'auth', properties: { rules: model.authorization.map(ruleEntry) } },
    ],
    primaryKeyInfo: { isCustomPrimaryKey: model.hasCustomIdentifier, primaryKeyFieldName: partition!, sortKeyFieldNames: sort },
  };
}

/** The plural with its first letter in the case of the model's: clients upper-case it themselves. */
function pluralName({ name, typeStem, plural }: Model): string {
  return name === typeStem ? plural : lowerFirst(plural);
}

function indexAttribute({ name, key }: Index, queryField: string | null): ModelEntry['attributes'][number] {
  return { type: 'key', properties: { name, queryField, fields: key.fields.map((field) => field.name) } };
}

type Member = Model['members'][number];

/** As declared, but an id that the API adds comes first. The clients know nothing of fields that it adds for rules. */
function inClientOrder({ members }: Model): Member[] {
  const isImplied = (member: Member): boolean => member.kind === 'value' && !member.declared;
  const isImpliedId = (member: Member): boolean => member.name === 'id' && isImplied(member);
  const isOfRules = (member: Member): boolean => isImplied(member) && !(member as Field).written;
  return [...members.filter(isImpliedId), ...members.filter((member) => !isImpliedId(member) && !isOfRules(member))];
}

function memberEntry(member: Member): FieldEntry {
  switch (member.kind) {
    case 'value': return valueEntry(member);
    case 'manyToMany': return manyToManyEntry(member);
    default: return relationshipEntry(member);
  }
}

function valueEntry({ name, type, required, list, declared }: Field): FieldEntry {
  const isTimestamp = !declared && name !== 'id';
  return {
    name,
    isArray: list !== undefined,
    type: typeEntry(type),
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

/** Without an association, of which the clients know none for it: they select it, and have no request that would load it later. */
function manyToManyEntry({ name, related }: ManyToMany): FieldEntry {
  return { name, isArray: true, type: { model: related.name }, isRequired: false, attributes: [], isArrayNullable: true };
}

function association({ kind, references }: Relationship): Association {
  const names = references.map((field) => field.name);
  switch (kind) {
    case 'hasMany': return { connectionType: 'HAS_MANY', associatedWith: names };
    case 'hasOne': return { connectionType: 'HAS_ONE', associatedWith: names, targetNames: [] };
    case 'belongsTo': return { connectionType: 'BELONGS_TO', targetNames: names };
  }
}

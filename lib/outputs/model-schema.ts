import { customTypeNames, type AuthorizationRule, type CustomOperation, type CustomType, type DataModel, type EnumType, type Field, type Index, type ManyToMany, type Model, type OperationResult, type Relationship, type RootType } from '../model';
import { argumentTypes } from './argument-types';
import { ruleArgument } from './auth-rules';
import { disabledOperations } from './disabled-operations';

/**
 * The data model in the GraphQL of Amplify's transformer, with directives: what Amplify's generators of model classes take. It is no
 * schema that AppSync would take.
 */
export function modelSchema(dataModel: DataModel): string {
  const { models, enums, customTypes, customOperations } = dataModel;
  return [
    ...enums.map(enumDefinition),
    ...models.map(modelDefinition),
    ...customTypes.filter(({ inputOnly }) => !inputOnly).map(customTypeDefinition),
    ...argumentTypes(dataModel).map(inputDefinition),
    ...(['Query', 'Mutation', 'Subscription'] as const).flatMap((root) => rootType(root, customOperations.filter((operation) => operation.root === root))),
  ].join('\n\n') + '\n';
}

function enumDefinition({ graphqlType, values }: EnumType): string {
  return block(`enum ${graphqlType}`, values);
}

function customTypeDefinition({ graphqlType, fields }: CustomType): string {
  return block(`type ${graphqlType}`, fields.map((field) => `${field.name}: ${typeOf(field)}`));
}

function inputDefinition({ graphqlType, fields }: CustomType): string {
  return block(`input ${customTypeNames.input(graphqlType)}`, fields.map(givenValue));
}

/** A root type with the operations that are no model's, where there are any. */
function rootType(root: RootType, operations: readonly CustomOperation[]): string[] {
  return operations.length === 0 ? [] : [block(`type ${root}`, operations.map(operationField))];
}

function operationField({ name, arguments: parameters, result }: CustomOperation): string {
  return `${name}${parameters.length > 0 ? `(${parameters.map(givenValue).join(', ')})` : ''}: ${typeOf(result)}`;
}

/** An argument, or a field of an input: custom types have inputs of their own there. */
function givenValue(field: Field): string {
  const { kind, graphqlType } = field.type;
  return `${field.name}: ${typeOf(field, kind === 'customType' ? customTypeNames.input(graphqlType) : graphqlType)}`;
}

function modelDefinition(model: Model): string {
  // The generators add the implied fields themselves; but a type without any field would be no GraphQL.
  const declared = model.members.filter((member) => member.kind !== 'value' || member.declared);
  const lines = declared.map((member) => [memberLine(model, member), ...(member.authorization ? [authDirective(member.authorization)] : [])].join(' '));
  const implied = lines.every((line) => line.startsWith(COMMENT)) ? model.identifier.map((field) => valueField(model, field)) : [];
  return block(`type ${model.name} ${modelDirectives(model)}`, [...implied, ...lines]);
}

/** Begins what stands there for readers only. */
const COMMENT = '#';

function memberLine(model: Model, member: Model['members'][number]): string {
  switch (member.kind) {
    case 'value': return valueField(model, member);
    case 'manyToMany': return manyToManyLine(member);
    default: return relationshipLine(member);
  }
}

function valueField(model: Model, field: Field): string {
  return [`${field.name}: ${typeOf(field)}`, ...fieldDirectives(model, field)].join(' ');
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function typeOf({ type, required, list }: OperationResult, name = type.graphqlType): string {
  const presence = required ? '!' : '';
  return list ? `[${name}${list.elementRequired ? '!' : ''}]${presence}` : name + presence;
}

function modelDirectives(model: Model): string {
  const disabled = Object.entries(disabledOperations(model)).map(([group, names]) => `${group}: ${names ? `{ ${Object.keys(names).map((name) => `${name}: null`).join(', ')} }` : 'null'}`);
  return `${directive('model', disabled)} ${authDirective(model.authorization)}`;
}

function authDirective(rules: readonly AuthorizationRule[]): string {
  return directive('auth', [`rules: [${rules.map(ruleArgument).join(', ')}]`]);
}

function fieldDirectives({ identifier: [partition, ...sort], listsByIdentifier, indexes }: Model, field: Field): string[] {
  return [
    ...(listsByIdentifier && field === partition ? [directive('primaryKey', sort.length > 0 ? [`sortKeyFields: ${names(sort)}`] : [])] : []),
    // The directive has text, whatever the field has.
    ...(field.default !== undefined ? [directive('default', [`value: ${JSON.stringify(typeof field.default === 'string' ? field.default : JSON.stringify(field.default))}`])] : []),
    ...indexes.flatMap((index) => (index.declared && index.key.partition.fields[0] === field ? [indexDirective(index, index.declared.query)] : [])),
    ...(field.validation ?? []).map(({ rule, operand, message }) => directive('validate', [`type: ${rule}`, `value: ${JSON.stringify(String(operand))}`, `errorMessage: ${JSON.stringify(message)}`])),
  ];
}

function indexDirective({ name, key: { fields: [, ...sort] }, projection }: Index, query: string | null): string {
  return directive('index', [
    // Always: the generators' own names for indexes have other plurals.
    `name: ${JSON.stringify(name)}`,
    ...(sort.length > 0 ? [`sortKeyFields: ${names(sort)}`] : []),
    `queryField: ${JSON.stringify(query)}`,
    ...(projection ? [`projection: { ${projection.length > 0 ? `type: INCLUDE, nonKeyAttributes: ${names(projection)}` : 'type: KEYS_ONLY'} }`] : []),
  ]);
}

/** The generators refuse a relationship without its other side, and all models with it: it stands there as a comment. */
function relationshipLine({ name, kind, related, references, opposite }: Relationship): string {
  const field = `${name}: ${kind === 'hasMany' ? `[${related.name}]` : related.name} ${directive(kind, [`references: ${names(references)}`])}`;
  return opposite ? field : `${COMMENT} not declared on ${related.name}, so that it can't be generated: ${field}`;
}

/** The generators know of no such field: the join model is what they generate. */
function manyToManyLine({ name, related, through }: ManyToMany): string {
  return `${COMMENT} read through ${through.name}, so that it can't be generated: ${name}: [${related.name}]`;
}

function directive(name: string, values: readonly string[]): string {
  return `@${name}${values.length > 0 ? `(${values.join(', ')})` : ''}`;
}

function names(fields: readonly Field[]): string {
  return `[${fields.map(({ name }) => JSON.stringify(name)).join(', ')}]`;
}

import { definition, scalars, type ModelDefinition, type RelationshipDefinition } from '../schema';
import { type Field, type Model } from './data-model';
import { isRelationship } from './fields';
import { type SchemaIssues } from './schema-error';
import { counted, declaration, listed } from './wording';

/** Types that reference each other: an id is a string. */
const REFERENCE_TYPE: Readonly<Record<string, string>> = { ID: 'String' };

interface Reference {
  /** Where the relationship stands: `Team.members`. */
  readonly path: string;
  readonly relationship: RelationshipDefinition;
  /** The model with the reference fields. */
  readonly child: Model;
  readonly childDefinition: ModelDefinition;
  /** The model that they point to; its identifier is missing where that is wrong itself. */
  readonly parent: Model;
  readonly identifier?: readonly Field[];
}

/** The reference fields of a relationship, in order; nothing if any of them can't be one. */
export function referencesOf(reference: Reference, issues: SchemaIssues): readonly Field[] | undefined {
  const { path, relationship: { references }, child, parent, identifier } = reference;
  const found = references.map((name, position) => referenceField(reference, name, position, issues));

  if (identifier && references.length !== identifier.length) {
    issues.add('reference-count', path, `${counted(references.length, 'reference field')} for ${counted(identifier.length, 'field')} of ${parent.name}'s identifier`,
      `${parent.name} is identified by ${listed(identifier.map((field) => field.name))}: name one field of ${child.name} for each, in that order`);
    return undefined;
  }
  // Without any, there is nothing to go on with, also where the identifier is wrong and cannot be counted.
  if (found.length === 0 || !found.every((field) => field !== undefined)) return undefined;

  const typesMatch = found.map((field, position) => isOfType(reference, field, identifier?.[position], issues)).every(Boolean);
  const optional = found.filter((field) => !field.required);
  if (optional.length > 0 && optional.length < found.length) {
    issues.add('reference-mixed', path, `of the reference fields some are required and some are not: ${listed(optional.map((field) => field.name))}`,
      `make all or none of ${listed(references)} required: only all of them together lead to a record`);
    return undefined;
  }
  return typesMatch ? found : undefined;
}

function referenceField({ path, relationship: { references }, child, childDefinition, identifier }: Reference, name: string, position: number, issues: SchemaIssues): Field | undefined {
  if (references.indexOf(name) !== position) {
    issues.add('reference-duplicate', path, `'${name}' is named twice`, 'name each reference field once');
    return undefined;
  }
  const declared = childDefinition.fields[name]?.[definition];
  const suggestion = declaration(identifier?.[position]?.type ?? { kind: 'scalar', ...scalars.id });
  if (declared && isRelationship(declared)) {
    const others = declared.kind === 'belongsTo' ? declared.references.filter((other) => other !== name) : [];
    issues.add('reference-relationship', path, `'${name}' of ${child.name} is a relationship itself`,
      others.length > 0 ? `name the field that holds the identifier, such as ${listed(others)}` : `name a field that holds the identifier, such as ${name}Id: ${suggestion}`);
    return undefined;
  }
  const field = child.fields.find((candidate) => candidate.name === name);
  // What is wrong with the type of a declared field has been said already.
  if (!field && declared) return undefined;
  if (!field) {
    const others = child.fields.filter((candidate) => candidate.declared).map((candidate) => candidate.name);
    issues.add('reference-unknown', path, `${child.name} has no field '${name}'`,
      `add ${name}: ${suggestion} to ${child.name}${others.length > 0 ? `, or name one of its fields: ${listed(others)}` : ''}`);
  } else if (field.list) {
    issues.add('reference-list', path, `'${name}' of ${child.name} is a list`, 'a reference field leads to one record: leave .array() out');
    return undefined;
  }
  return field;
}

function isOfType({ path, child, parent }: Reference, field: Field, identifierField: Field | undefined, issues: SchemaIssues): boolean {
  if (!identifierField || comparable(field) === comparable(identifierField)) return true;
  issues.add('reference-type', path, `'${field.name}' of ${child.name} is ${field.type.graphqlType}, but '${identifierField.name}' of ${parent.name}'s identifier is ${identifierField.type.graphqlType}`,
    `declare '${field.name}' as ${declaration(identifierField.type)}`);
  return false;
}

function comparable({ type: { graphqlType } }: Field): string {
  return REFERENCE_TYPE[graphqlType] ?? graphqlType;
}

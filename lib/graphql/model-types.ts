import { typeNames, type Field, type ManyToMany, type Model, type Relationship } from '../model';
import { fieldsFrom, type Definition, type FieldDefinition } from './definitions';
import { sortKeyType } from './field-filters';
import { nonNull, outputType } from './field-types';

/** The type that a model's records are read as. */
export function modelType(model: Model): Definition {
  return { kind: 'type', name: model.name, fields: model.members.map(memberField) };
}

/** A page of a model's records. */
export function connectionType(model: Model): Definition {
  return { kind: 'type', name: typeNames.connection(model.typeStem), fields: fieldsFrom({ items: nonNull(`[${model.name}]`), nextToken: 'String' }) };
}

const page = { sortDirection: 'ModelSortDirection', limit: 'Int', nextToken: 'String' };

function memberField(member: Field | Relationship | ManyToMany): FieldDefinition {
  const { kind, name } = member;
  switch (kind) {
    case 'value': return { name, type: outputType(member) };
    // What it lists is no result of a query, which a filter could be part of.
    case 'manyToMany': return { name, type: typeNames.connection(member.related.typeStem), arguments: page };
    case 'hasMany': return { name, type: typeNames.connection(member.related.typeStem), arguments: hasManyArguments(member) };
    default: return { name, type: member.related.name };
  }
}

function hasManyArguments({ related, sortField }: Relationship): Record<string, string> {
  return { ...(sortField && { [sortField.name]: sortKeyType(sortField) }), filter: typeNames.filterInput(related.typeStem), ...page };
}

import { modesOfConnection, modesOfMember, modesOfType, typeNames, type DataModel, type Field, type ManyToMany, type Model, type Relationship } from '../model';
import { authorizationDirectives, fieldDirectives } from './authorization-directives';
import { fieldsFrom, type Definition, type FieldDefinition } from './definitions';
import { sortKeyType } from './field-filters';
import { nonNull, outputType } from './field-types';

/** The type that a model's records are read as. */
export function modelType(model: Model, dataModel: DataModel): Definition {
  const modes = modesOfType(model, dataModel);
  const fields = model.members.map((member): FieldDefinition => ({
    ...memberField(member),
    ...(member.authorization && { directives: fieldDirectives(modesOfMember(model, member, dataModel), modes, dataModel) }),
  }));
  return { kind: 'type', name: model.name, fields, directives: authorizationDirectives(modes, dataModel) };
}

/** A page of a model's records. */
export function connectionType(model: Model, dataModel: DataModel): Definition {
  const fields = fieldsFrom({ items: nonNull(`[${model.name}]`), nextToken: 'String' });
  return { kind: 'type', name: typeNames.connection(model.typeStem), fields, directives: authorizationDirectives(modesOfConnection(model, dataModel), dataModel) };
}

const page = { sortDirection: 'ModelSortDirection', limit: 'Int', nextToken: 'String' };

function memberField(member: Field | Relationship | ManyToMany): FieldDefinition {
  const { kind, name } = member;
  switch (kind) {
    // Who may not read a field gets null, whether or not it always has a value.
    case 'value': return { name, type: outputType(member.authorization ? { ...member, required: false } : member) };
    // What it lists is no result of a query, which a filter could be part of.
    case 'manyToMany': return { name, type: typeNames.connection(member.related.typeStem), arguments: page };
    case 'hasMany': return { name, type: typeNames.connection(member.related.typeStem), arguments: hasManyArguments(member) };
    default: return { name, type: member.related.name };
  }
}

function hasManyArguments({ related, sortField }: Relationship): Record<string, string> {
  return { ...(sortField && { [sortField.name]: sortKeyType(sortField) }), filter: typeNames.filterInput(related.typeStem), ...page };
}

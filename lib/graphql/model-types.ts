import { typeNames, type Model, type Relationship } from '../model';
import { fieldsFrom, type Definition, type FieldDefinition } from './definitions';
import { nonNull, outputType } from './field-types';

/** The type that a model's records are read as. */
export function modelType(model: Model): Definition {
  return { kind: 'type', name: model.name, fields: model.members.map((member) => (member.kind === 'value' ? { name: member.name, type: outputType(member) } : relationshipField(member))) };
}

/** A page of a model's records. */
export function connectionType(model: Model): Definition {
  return { kind: 'type', name: typeNames.connection(model.typeStem), fields: fieldsFrom({ items: nonNull(`[${model.name}]`), nextToken: 'String' }) };
}

function relationshipField({ kind, name, related }: Relationship): FieldDefinition {
  if (kind !== 'hasMany') return { name, type: related.name };
  return {
    name,
    type: typeNames.connection(related.typeStem),
    arguments: { filter: typeNames.filterInput(related.typeStem), sortDirection: 'ModelSortDirection', limit: 'Int', nextToken: 'String' },
  };
}

import { type ModelDefinition } from '../schema';
import { type Field } from './data-model';
import { keyFieldsOf } from './key-fields';
import { type SchemaIssues } from './schema-error';

/** The fields that identify a model's records, in order; nothing if any of them can't. */
export function identifierOf(model: string, modelDefinition: ModelDefinition, fields: readonly Field[], issues: SchemaIssues): readonly Field[] | undefined {
  const { identifier = ['id'] } = modelDefinition;
  const path = `${model}.identifier`;
  if (identifier.length === 0) {
    issues.add('identifier-empty', path, 'the identifier has no fields', 'name at least one required field, or leave .identifier() out');
    return undefined;
  }
  return keyFieldsOf({ code: 'identifier', path, operation: 'the list operation', required: true }, identifier, model, modelDefinition, fields, issues);
}

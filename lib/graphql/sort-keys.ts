import { indexTypeNames, sortArgument, typeNames, type Field, type KeyAttribute, type Model } from '../model';
import { fieldsFrom, type Definition } from './definitions';
import { keyFilterType, sortKeyType } from './field-filters';
import { keyConditionDefinitions, operandsOf } from './operators';

/** The argument with a condition on a sort key, and its type: of one field by its type, of several an input of their own. */
export function sortArguments(sort: KeyAttribute | undefined, compositeInput: string): Record<string, string> {
  if (!sort) return {};
  return { [sortArgument(sort.fields)]: sort.fields.length > 1 ? compositeInput : sortKeyType(sort.fields[0]!) };
}

/** The sort keys that a model's operations take a condition on, with the names of their inputs where they have several fields. */
function sortKeysOf({ typeStem, primaryKey, listsByIdentifier, availableOperations, indexes }: Model): { readonly sort: KeyAttribute; readonly condition: string; readonly key: string }[] {
  const keys = [
    ...(listsByIdentifier && availableOperations.includes('list')
      ? [{ sort: primaryKey.sort, condition: typeNames.compositeKeyConditionInput(typeStem), key: typeNames.compositeKeyInput(typeStem) }] : []),
    ...indexes.filter(({ declared }) => typeof declared?.query === 'string').map(({ name, key: { sort } }) =>
      ({ sort, condition: indexTypeNames.compositeKeyConditionInput(typeStem, name), key: indexTypeNames.compositeKeyInput(typeStem, name) })),
  ];
  return keys.flatMap(({ sort, ...names }) => (sort ? [{ sort, ...names }] : []));
}

/** The inputs that a condition on several sort key fields takes. */
export function compositeKeyInputs(model: Model): Definition[] {
  return sortKeysOf(model).filter(({ sort }) => sort.fields.length > 1).flatMap(({ sort, condition, key }): Definition[] => [
    { kind: 'input', name: condition, fields: fieldsFrom(operandsOf('String', 'key', key)) },
    { kind: 'input', name: key, fields: sort.fields.map(({ name, type }) => ({ name, type: partType(type) })) },
  ]);
}

/** The type of a part of a joined sort key: text and numbers as GraphQL has them itself, enums as they are. */
function partType(type: Field['type']): string {
  return type.kind === 'enum' ? type.graphqlType : keyFilterType(type);
}

/** The inputs that a condition on one sort key field takes, of those types only that are in use. */
export function keyConditionInputs(models: readonly Model[]): Definition[] {
  const ofOperations = models.flatMap(sortKeysOf).filter(({ sort }) => sort.fields.length === 1).map(({ sort }) => sort.fields[0]!);
  const ofRelationships = models.flatMap(({ relationships }) => relationships.flatMap(({ sortField }) => sortField ?? []));
  return keyConditionDefinitions(new Set([...ofOperations, ...ofRelationships].map(({ type }) => keyFilterType(type))));
}

import { type DataModel, type Model } from '../model';
import { print, type Definition } from './definitions';
import { enumFilterInputs } from './field-filters';
import { filterInput, mutationInputs, subscriptionFilterInput } from './inputs';
import { connectionType, modelType } from './model-types';
import { customTypeDefinitions, enumDefinition } from './named-types';
import { rootTypes } from './operations';
import { sharedDefinitions } from './operators';
import { compositeKeyInputs, keyConditionInputs } from './sort-keys';

/** The API's schema in GraphQL's schema definition language, as AppSync takes it. */
export function printSchema(model: DataModel): string {
  const { models, enums, customTypes } = model;
  const filtered = new Set(models.flatMap((model) => [
    ...(isListed(model) ? [model] : []),
    ...model.relationships.filter(({ kind }) => kind === 'hasMany').map(({ related }) => related),
  ]));
  const inPages = new Set([...filtered, ...models.flatMap(({ manyToMany }) => manyToMany.map(({ related }) => related))]);
  return print([
    ...rootTypes(model),
    ...models.flatMap((model): Definition[] => [
      modelType(model),
      ...(inPages.has(model) ? [connectionType(model)] : []),
      ...(filtered.has(model) ? [filterInput(model)] : []),
      ...subscriptionFilterInput(model),
      ...mutationInputs(model),
      ...compositeKeyInputs(model),
    ]),
    ...enums.map(enumDefinition),
    ...customTypes.flatMap(customTypeDefinitions),
    ...enumFilterInputs(models, enums),
    ...keyConditionInputs(models),
    ...sharedDefinitions(),
  ]);
}

/** Whether a query gives pages of a model's records. */
function isListed({ availableOperations, indexes }: Model): boolean {
  return availableOperations.includes('list') || indexes.some(({ declared }) => typeof declared?.query === 'string');
}

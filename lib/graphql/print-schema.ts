import { modesOfCustomTypes, type DataModel, type Model } from '../model';
import { authorizationDirectives } from './authorization-directives';
import { print, type Definition } from './definitions';
import { enumFilterInputs } from './field-filters';
import { filterInput, mutationInputs, subscriptionFilterInput } from './inputs';
import { connectionType, modelType } from './model-types';
import { customTypeDefinitions, enumDefinition } from './named-types';
import { rootTypes } from './operations';
import { sharedDefinitions } from './operators';
import { compositeKeyInputs, keyConditionInputs } from './sort-keys';

/** The API's schema in GraphQL's schema definition language, as AppSync takes it. */
export function printSchema(dataModel: DataModel): string {
  const { models, enums, customTypes } = dataModel;
  const typeModes = modesOfCustomTypes(dataModel);
  const filtered = new Set(models.flatMap((model) => [
    ...(isListed(model) ? [model] : []),
    ...model.relationships.filter(({ kind }) => kind === 'hasMany').map(({ related }) => related),
  ]));
  const inPages = new Set([...filtered, ...models.flatMap(({ manyToMany }) => manyToMany.map(({ related }) => related))]);
  return print([
    ...rootTypes(dataModel),
    ...models.flatMap((model): Definition[] => [
      modelType(model, dataModel),
      ...(inPages.has(model) ? [connectionType(model, dataModel)] : []),
      ...(filtered.has(model) ? [filterInput(model)] : []),
      ...subscriptionFilterInput(model),
      ...mutationInputs(model),
      ...compositeKeyInputs(model),
    ]),
    ...enums.map(enumDefinition),
    ...customTypes.flatMap((type) => customTypeDefinitions(type, authorizationDirectives(typeModes.get(type) ?? [], dataModel))),
    ...enumFilterInputs(models, enums),
    ...keyConditionInputs(models),
    ...sharedDefinitions(),
  ]);
}

/** Whether a query gives pages of a model's records. */
function isListed({ availableOperations, indexes }: Model): boolean {
  return availableOperations.includes('list') || indexes.some(({ declared }) => typeof declared?.query === 'string');
}

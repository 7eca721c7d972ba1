import { type DataModel } from '../model';
import { print } from './definitions';
import { filterInputs, mutationInputs } from './inputs';
import { modelTypes } from './model-types';
import { compositeKeyInputs, rootTypes } from './operations';
import { keyConditionDefinitions, sharedDefinitions } from './operators';

/** The API's schema in GraphQL's schema definition language, as AppSync takes it. */
export function printSchema({ models }: DataModel): string {
  const singleSortFields = models.flatMap(({ identifier }) => (identifier.length === 2 ? [identifier[1]!.type.filterType] : []));
  return print([
    ...rootTypes(models),
    ...models.flatMap((model) => [...modelTypes(model), ...filterInputs(model), ...mutationInputs(model), ...compositeKeyInputs(model)]),
    ...keyConditionDefinitions(new Set(singleSortFields)),
    ...sharedDefinitions(),
  ]);
}

import { type DataModel } from '../model';
import { accessOf } from './access';
import { indexQueryResolvers } from './index-query-resolvers';
import { indexPlan, keyPlan } from './key-mapping';
import { operationResolvers } from './operation-resolvers';
import { functionsOf, handlerSteps } from './pipelines';
import { type Plan } from './plan';
import { manyToManyResolver, relationshipResolver } from './relationship-resolvers';

/** Says what an API with this data model is made of. */
export function planApi({ models, customOperations }: DataModel): Plan {
  const resolvers = models.flatMap((model) => [
    ...operationResolvers(model), ...indexQueryResolvers(model), ...model.relationships.map(relationshipResolver), ...model.manyToMany.map(manyToManyResolver),
  ]);
  const functions = functionsOf(resolvers, models);
  const codes = [...resolvers, ...functions];
  return {
    tables: models.map(({ name, primaryKey, indexes }) => ({
      model: name,
      key: keyPlan(primaryKey),
      indexes: indexes.map(indexPlan),
      access: accessOf(codes.filter(({ model }) => model === name).map(({ code }) => code)),
    })),
    functions,
    resolvers,
    customResolvers: customOperations.filter(({ handlers }) => handlers.length > 0).map(({ root, name, handlers }) => ({ typeName: root, fieldName: name, steps: handlerSteps('Handler', handlers) })),
  };
}

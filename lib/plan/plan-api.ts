import { type DataModel } from '../model';
import { accessOf } from './access';
import { customResolver } from './custom-resolvers';
import { fieldResolvers } from './field-resolvers';
import { Guards } from './guards';
import { identityPoolPlan } from './identity-pool';
import { indexQueryResolvers } from './index-query-resolvers';
import { indexPlan, keyPlan } from './key-mapping';
import { operationResolvers } from './operation-resolvers';
import { functionsOf } from './pipelines';
import { type Plan } from './plan';
import { manyToManyResolver, relationshipResolver } from './relationship-resolvers';

/** Says what an API with this data model is made of. */
export function planApi(dataModel: DataModel): Plan {
  const { models, customOperations } = dataModel;
  const guards = new Guards(dataModel);
  const resolvers = models.flatMap((model) => [
    ...operationResolvers(model, guards),
    ...indexQueryResolvers(model, guards),
    ...model.relationships.map((relationship) => relationshipResolver(relationship, guards)),
    ...model.manyToMany.map((manyToMany) => manyToManyResolver(manyToMany, guards)),
  ]);
  const customResolvers = customOperations.flatMap((operation) => customResolver(operation, guards));
  const functions = functionsOf([...resolvers, ...customResolvers], models, guards);
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
    customResolvers,
    fieldResolvers: models.flatMap((model) => fieldResolvers(model, guards)),
    identityPool: identityPoolPlan(dataModel),
  };
}

import { type DataModel } from '../model';
import { accessOf } from './access';
import { keyPlan } from './key-mapping';
import { operationResolvers } from './operation-resolvers';
import { type Plan } from './plan';
import { relationshipResolver } from './relationship-resolvers';

/** Says what an API with this data model is made of. */
export function planApi({ models }: DataModel): Plan {
  const resolvers = models.flatMap((model) => [...operationResolvers(model), ...model.relationships.map(relationshipResolver)]);
  const inPipelines = new Set(resolvers.filter(({ kind }) => kind === 'pipeline').map(({ model }) => model));
  return {
    tables: models.map(({ name, primaryKey, indexes }) => ({
      model: name,
      key: keyPlan(primaryKey),
      indexes: indexes.map((index) => ({ name: index.name, key: keyPlan(index.key) })),
      access: accessOf(resolvers.filter(({ model }) => model === name).map(({ code }) => code)),
    })),
    functions: models.filter(({ name }) => inPipelines.has(name)).map(({ name }) => ({ model: name, code: { bundle: 'send', configuration: {} } })),
    resolvers,
  };
}

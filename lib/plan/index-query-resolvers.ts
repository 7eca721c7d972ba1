import { type Field, type Index, type Key, type Model } from '../model';
import { type ListByIndexConfiguration } from './configuration';
import { type Guards } from './guards';
import { pageSteps } from './pipelines';
import { type ResolverPlan } from './plan';

/** The resolvers of the queries that read a model's declared indexes. */
export function indexQueryResolvers(model: Model, guards: Guards): ResolverPlan[] {
  const access = guards.operation(model, 'list');
  return model.indexes.flatMap((index): ResolverPlan[] => {
    const query = index.declared?.query;
    return typeof query === 'string'
      ? [{ typeName: 'Query', fieldName: query, model: model.name, ...(access && { access }), kind: 'pipeline', steps: pageSteps(model), code: { bundle: 'list-by-index', configuration: listByIndex(model, index) } }]
      : [];
  });
}

function listByIndex(model: Model, { name, key, projection, declared }: Index): ListByIndexConfiguration {
  const { partition, sort } = key;
  return {
    index: name,
    partition: partition.name,
    ...(model.pageSize !== undefined && { pageSize: model.pageSize }),
    ...(sort && { sort: { argument: declared!.sortArgument!, fields: sort.fields.map((field) => field.name) } }),
    ...(projection && { lacks: lackedMembers(model, [...heldFields(key), ...heldFields(model.primaryKey), ...projection.map((field) => field.name)]) }),
  };
}

/** The fields that key attributes hold. What is joined of several fields holds none of them by itself. */
function heldFields({ partition, sort }: Key): string[] {
  return sort ? [partition.name, sort.name] : [partition.name];
}

/** The fields that are not held, and the relationships that need one of those. */
function lackedMembers({ members, identifier }: Model, held: readonly string[]): string[] {
  return members.filter((member) => {
    return !neededFor(member, identifier).every((field) => held.includes(field.name));
  }).map((member) => member.name);
}

/** The fields that a member is read from. */
function neededFor(member: Model['members'][number], identifier: readonly Field[]): readonly Field[] {
  switch (member.kind) {
    case 'value': return [member];
    case 'belongsTo': return member.references;
    case 'hasOne': case 'hasMany': case 'manyToMany': return identifier;
  }
}

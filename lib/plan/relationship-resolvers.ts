import { type Index, type Key, type ManyToMany, type Relationship } from '../model';
import { type GuardedFieldConfiguration, type GuardedRelationshipConfiguration, type HasManyConfiguration, type ManyToManyConfiguration, type RelatedRecordsConfiguration } from './configuration';
import { type Guards } from './guards';
import { keyMapping } from './key-mapping';
import { pageSteps, recordSteps, relatedSteps } from './pipelines';
import { type CodePlan, type ResolverPlan } from './plan';
import { relatedKey } from './related-tables';

/** The resolver of a relationship field: it works on the related model's table. */
export function relationshipResolver(relationship: Relationship, guards: Guards): ResolverPlan {
  const { kind, name, model, related } = relationship;
  return {
    typeName: model.name,
    fieldName: name,
    model: related.name,
    kind: 'pipeline',
    steps: kind === 'hasMany' ? pageSteps(related) : recordSteps(related),
    code: relationshipCode(relationship, guards),
  };
}

/** The resolver of a field that leads to records through join records: it works on the table of those. */
export function manyToManyResolver(manyToMany: ManyToMany, guards: Guards): ResolverPlan {
  const { name, model, related, through, from, to, index, pageSize } = manyToMany;
  const configuration: ManyToManyConfiguration = {
    index: index.name, key: keyMapping(from.key, model.identifier), ...sorting(from.key, index), through: to.name, ...(pageSize !== undefined && { pageSize }),
  };
  const guard = guards.relationship(manyToMany);
  return {
    typeName: model.name,
    fieldName: name,
    model: through.name,
    kind: 'pipeline',
    steps: [...recordSteps(through), ...relatedSteps(through, to.name), ...relatedSteps(related)],
    code: guard ? { bundle: 'guarded-many-to-many', configuration: { ...configuration, ...guard } } : { bundle: 'many-to-many', configuration },
  };
}

function relationshipCode(relationship: Relationship, guards: Guards): CodePlan {
  switch (relationship.kind) {
    case 'belongsTo': return belongsToCode(relationship, guards.relationship(relationship));
    case 'hasOne': return hasOneCode(relationship, guards.relationship(relationship));
    case 'hasMany': return hasManyCode(relationship, guards.hasMany(relationship));
  }
}

function belongsToCode(relationship: Relationship, guard: GuardedRelationshipConfiguration | undefined): CodePlan {
  const key = relatedKey(relationship);
  return guard ? { bundle: 'guarded-belongs-to', configuration: { key, ...guard } } : { bundle: 'belongs-to', configuration: { key } };
}

function hasOneCode(relationship: Relationship, guard: GuardedRelationshipConfiguration | undefined): CodePlan {
  const configuration = relatedRecords(relationship);
  return guard ? { bundle: 'guarded-has-one', configuration: { ...configuration, ...guard } } : { bundle: 'has-one', configuration };
}

function hasManyCode(relationship: Relationship, guard: GuardedFieldConfiguration | undefined): CodePlan {
  const configuration = hasMany(relationship);
  return guard ? { bundle: 'guarded-has-many', configuration: { ...configuration, ...guard } } : { bundle: 'has-many', configuration };
}

function relatedRecords({ model, index, key }: Relationship): RelatedRecordsConfiguration {
  return { index: index!.name, key: keyMapping(key, model.identifier) };
}

function hasMany(relationship: Relationship): HasManyConfiguration {
  const { key, index, pageSize, sortField } = relationship;
  return {
    ...relatedRecords(relationship),
    ...sorting(key, index!),
    ...(sortField && { sort: { argument: sortField.name, fields: [sortField.name] } }),
    ...(pageSize !== undefined && { pageSize }),
  };
}

/** The field that an index sorts by beyond the key that it is read by. */
function sorting(key: Key, index: Index): Pick<HasManyConfiguration, 'sortedBy'> {
  const sort = key.sort ? undefined : index.key.sort;
  return sort?.fields.length === 1 ? { sortedBy: sort.name } : {};
}

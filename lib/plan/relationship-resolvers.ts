import { type Relationship } from '../model';
import { type HasManyConfiguration, type RelatedRecordsConfiguration } from './configuration';
import { keyMapping } from './key-mapping';
import { pageSteps, recordSteps } from './pipelines';
import { type ResolverPlan } from './plan';
import { relatedKey } from './related-tables';

/** The resolver of a relationship field: it works on the related model's table. */
export function relationshipResolver(relationship: Relationship): ResolverPlan {
  const { kind, name, model, related } = relationship;
  return {
    typeName: model.name,
    fieldName: name,
    model: related.name,
    kind: 'pipeline',
    steps: kind === 'hasMany' ? pageSteps(related) : recordSteps(related),
    code: relationshipCode(relationship),
  };
}

function relationshipCode(relationship: Relationship): ResolverPlan['code'] {
  switch (relationship.kind) {
    case 'belongsTo': return { bundle: 'belongs-to', configuration: { key: relatedKey(relationship) } };
    case 'hasOne': return { bundle: 'has-one', configuration: relatedRecords(relationship) };
    case 'hasMany': return { bundle: 'has-many', configuration: hasMany(relationship) };
  }
}

function relatedRecords({ model, index, key }: Relationship): RelatedRecordsConfiguration {
  return { index: index!.name, key: keyMapping(key, model.identifier) };
}

function hasMany(relationship: Relationship): HasManyConfiguration {
  const { key, index } = relationship;
  const sort = key.sort ? undefined : index!.key.sort;
  return { ...relatedRecords(relationship), ...(sort?.fields.length === 1 && { sort: { argument: sort.name, fields: [sort.name] } }) };
}

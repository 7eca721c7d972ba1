import { type ManyToMany, type Relationship } from '../model';
import { type HasManyConfiguration, type RelatedRecordsConfiguration } from './configuration';
import { keyMapping } from './key-mapping';
import { pageSteps, recordSteps, relatedSteps } from './pipelines';
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

/** The resolver of a field that leads to records through join records: it works on the table of those. */
export function manyToManyResolver({ name, model, related, through, from, to, index, pageSize }: ManyToMany): ResolverPlan {
  return {
    typeName: model.name,
    fieldName: name,
    model: through.name,
    kind: 'pipeline',
    steps: [...recordSteps(through), ...relatedSteps(through, to.name), ...relatedSteps(related)],
    code: {
      bundle: 'many-to-many',
      configuration: { index: index.name, key: keyMapping(from.key, model.identifier), through: to.name, ...(pageSize !== undefined && { pageSize }) },
    },
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
  const { key, index, pageSize, sortField } = relationship;
  const sort = key.sort ? undefined : index!.key.sort;
  return {
    ...relatedRecords(relationship),
    ...(sort?.fields.length === 1 && { sortedBy: sort.name }),
    ...(sortField && { sort: { argument: sortField.name, fields: [sortField.name] } }),
    ...(pageSize !== undefined && { pageSize }),
  };
}

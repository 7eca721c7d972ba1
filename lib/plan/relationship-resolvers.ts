import { type Relationship } from '../model';
import { type RelatedRecordsConfiguration } from './configuration';
import { keyMapping } from './key-mapping';
import { type CodePlan, type ResolverPlan } from './plan';

const relatedRecordsBundle = { hasMany: 'has-many', hasOne: 'has-one' } as const;

/** The resolver of a relationship field: it works on the related model's table. */
export function relationshipResolver(relationship: Relationship): ResolverPlan {
  return {
    typeName: relationship.model.name,
    fieldName: relationship.name,
    model: relationship.related.name,
    kind: 'pipeline',
    code: relationshipCode(relationship),
  };
}

function relationshipCode(relationship: Relationship): CodePlan {
  const { kind, related, references } = relationship;
  if (kind === 'belongsTo') return { bundle: 'belongs-to', configuration: { key: keyMapping(related.primaryKey, references) } };
  return { bundle: relatedRecordsBundle[kind], configuration: relatedRecords(relationship) };
}

function relatedRecords({ model, index, key }: Relationship): RelatedRecordsConfiguration {
  const sort = key.sort ? undefined : index!.key.sort;
  return { index: index!.name, key: keyMapping(key, model.identifier), ...(sort?.fields.length === 1 && { sortedBy: sort.name }) };
}

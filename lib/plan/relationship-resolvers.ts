import { type Relationship } from '../model';
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

function relationshipCode({ kind, model, related, references, index }: Relationship): CodePlan {
  if (kind === 'belongsTo') return { bundle: 'belongs-to', configuration: { key: keyMapping(related.primaryKey, references) } };
  return { bundle: relatedRecordsBundle[kind], configuration: { index: index!.name, key: keyMapping(index!.key, model.identifier) } };
}

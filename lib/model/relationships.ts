import { type RelationshipKind } from '../schema';
import { type Relationship } from './data-model';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A relationship whose other side is not known yet. */
export type RelationshipDraft = Mutable<Relationship>;

/**
 * Finds the other side of each relationship: the one between the same two models over the same reference fields. A side may be left
 * undeclared, but where both are declared they have to agree.
 */
export function pairRelationships(relationships: readonly RelationshipDraft[], issues: SchemaIssues): void {
  const parentSides = relationships.filter(({ kind }) => kind !== 'belongsTo');
  const childSides = relationships.filter(({ kind }) => kind === 'belongsTo');
  checkDuplicates([...parentSides, ...childSides], issues);
  for (const parentSide of parentSides) {
    const childSide = childSides.find((candidate) => isSamePair(parentSide, candidate) && referenceNames(candidate) === referenceNames(parentSide));
    if (childSide) {
      parentSide.opposite = childSide;
      childSide.opposite = parentSide;
    }
  }
  for (const parentSide of parentSides.filter(({ opposite }) => !opposite)) {
    const other = childSides.find((candidate) => disagrees(parentSide, candidate));
    if (other) reportDisagreement(parentSide, other, issues);
  }
}

function pathOf({ model, name }: Relationship): string {
  return `${model.name}.${name}`;
}

function referenceNames({ references }: Relationship): string {
  return references.map((field) => field.name).join();
}

function isSamePair(parentSide: Relationship, childSide: Relationship): boolean {
  return parentSide.model === childSide.related && parentSide.related === childSide.model;
}

/** Two relationships of one model with the same reference fields would be one and the same, said twice. */
function checkDuplicates(relationships: readonly Relationship[], issues: SchemaIssues): void {
  const first = new Map<string, Relationship>();
  for (const relationship of relationships) {
    const isChildSide = relationship.kind === 'belongsTo';
    const key = [isChildSide, relationship.model.name, isChildSide ? '' : relationship.related.name, referenceNames(relationship)].join();
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, relationship);
    } else {
      const names = listed(relationship.references.map((field) => field.name));
      issues.add('relationship-duplicate', pathOf(relationship), `${relationship.kind} over ${names} is declared already, as ${earlier.kind} in ${pathOf(earlier)}`,
        duplicateRemedy[`${earlier.kind} ${relationship.kind}`] ?? 'leave one of them out, or give it reference fields of its own');
    }
  }
}

const duplicateRemedy: Partial<Record<`${RelationshipKind} ${RelationshipKind}`, string>> = {
  'hasMany hasOne': 'keep one of them: the same records are either many or one',
  'hasOne hasMany': 'keep one of them: the same records are either many or one',
};

/** A child side without a match that speaks of the same models, or of the same reference fields. */
function disagrees(parentSide: Relationship, childSide: Relationship): boolean {
  if (parentSide.related !== childSide.model) return false;
  return referenceNames(parentSide) === referenceNames(childSide) || (parentSide.model === childSide.related && !childSide.opposite);
}

function reportDisagreement(parentSide: Relationship, childSide: Relationship, issues: SchemaIssues): void {
  const [parentPath, childPath] = [pathOf(parentSide), pathOf(childSide)];
  const [parentNames, childNames] = [parentSide, childSide].map(({ references }) => listed(references.map((field) => field.name)));
  if (parentSide.model !== childSide.related) {
    issues.add('relationship-disagreement', parentPath, `${childPath} has the same reference ${parentNames}, but belongs to ${childSide.related.name}`,
      `let ${childPath} belong to '${parentSide.model.name}', or give ${parentPath} reference fields of its own`);
  } else {
    issues.add('relationship-disagreement', parentPath, `its references are ${parentNames}, but those of ${childPath} are ${childNames}`,
      `give both the same references in the same order; if they are two relationships, declare the other side of one of them`);
  }
}

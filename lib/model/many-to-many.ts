import { type ManyToManyDefinition, type ModelDefinition } from '../schema';
import { type AuthorizationRule, type Index, type ManyToMany, type Model, type Relationship } from './data-model';
import { relationshipIndex } from './indexes';
import { joinSides } from './join-sides';
import { keyOver } from './key';
import { MAX_BATCH_SIZE, pageSizeOf } from './page-size';
import { type SchemaIssues } from './schema-error';

/** A field of many to many whose models are all there. */
export interface ManyToManyDraft {
  readonly name: string;
  readonly authorization?: readonly AuthorizationRule[];
  readonly declared: ManyToManyDefinition;
  readonly model: Model;
  readonly related: Model;
  readonly through: Model & { readonly indexes: Index[] };
  readonly throughDefinition: ModelDefinition;
}

/**
 * Resolves a field of many to many; nothing if its join model does not lead to both sides. The join model's table gets an index for it,
 * where none of those that it has already finds the join records of a record.
 *
 * @param relationships those of the whole schema, with their indexes
 */
export function manyToManyOf(draft: ManyToManyDraft, relationships: readonly Relationship[], issues: SchemaIssues): ManyToMany[] {
  const { name, declared, model, related, through, authorization } = draft;
  const path = `${model.name}.${name}`;
  const page = pageSizeOf(path, declared, issues, MAX_BATCH_SIZE);
  const sides = joinSides({ path, ...draft }, issues);
  const side = (field: string | undefined): Relationship | undefined => relationships.find((relationship) => relationship.model === through && relationship.name === field);
  const [from, to] = [side(sides?.from), side(sides?.to)];
  // What is wrong with a belongsTo itself has been said already.
  if (!from || !to) return [];
  // Named after what stays, whatever fields lead through the join model.
  const index = relationshipIndex({ model: through, name: from.name, key: keyOver(from.references) }, through.indexes, issues);
  if (!through.indexes.includes(index)) through.indexes.push(index);
  return [{ kind: 'manyToMany', name, model, related, through, from, to, index, ...page, ...(authorization && { authorization }) }];
}

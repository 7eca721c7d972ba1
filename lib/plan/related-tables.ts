import { type Model, type Relationship } from '../model';
import { type KeyMapping, type RelatedTable } from './configuration';
import { keyMapping } from './key-mapping';

/** How the key of the record that a belongsTo leads to follows from its references. */
export function relatedKey({ related, references }: Relationship): KeyMapping {
  return keyMapping(related.primaryKey, references);
}

/**
 * The tables of the records that a model's records belong to, by field.
 *
 * @param fields those that are asked for, or undefined for all
 */
export function relatedTables({ relationships }: Model, fields: ReadonlySet<string | undefined>): Record<string, RelatedTable> {
  return Object.fromEntries(relationships.filter(({ kind, name }) => kind === 'belongsTo' && (fields.has(undefined) || fields.has(name))).map((relationship) =>
    [relationship.name, { table: relationship.related.name, key: relatedKey(relationship) }]));
}

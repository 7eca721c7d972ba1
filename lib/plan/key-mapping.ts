import { type Field, type Index, type Key, type KeyAttribute, type Model } from '../model';
import { type KeyMapping } from './configuration';
import { type AttributePlan, type IndexPlan, type KeyPlan } from './plan';

function keyAttributes({ partition, sort }: Key): KeyAttribute[] {
  return sort ? [partition, sort] : [partition];
}

/**
 * How the attributes of a key follow from fields of another record.
 *
 * @param sources the fields with the values, one for each field of the key
 */
export function keyMapping(key: Key, sources: readonly Field[] = key.fields): KeyMapping {
  return Object.fromEntries(keyAttributes(key).map((attribute) => [
    attribute.name, attribute.fields.map((field) => sources[key.fields.indexOf(field)]!.name),
  ]));
}

/** The attributes that a model's indexes have beside its fields: those that join several. */
export function joinedAttributes({ indexes }: Model): KeyMapping {
  const joined = indexes.flatMap(({ key }) => keyAttributes(key)).filter(({ fields }) => fields.length > 1);
  return Object.fromEntries(joined.map(({ name, fields }) => [name, fields.map((field) => field.name)]));
}

export function keyPlan({ partition, sort }: Key): KeyPlan {
  return { partition: attributePlan(partition), ...(sort && { sort: attributePlan(sort) }) };
}

export function indexPlan({ name, key, projection }: Index): IndexPlan {
  return { name, key: keyPlan(key), ...(projection && { includes: projection.map((field) => field.name) }) };
}

function attributePlan({ name, type }: KeyAttribute): AttributePlan {
  return { name, type };
}

import { type Field, type Key, type KeyAttribute } from './data-model';
import { upperFirst } from './type-names';

/** Stands between the parts of a joined key attribute, in its name as in its value. */
const KEY_SEPARATOR = '#';

/**
 * The DynamoDB key over some fields: the first is the partition key, the second the sort key with its own type; from three fields
 * on, the sort key is one attribute with the second and all further values joined. Tables of Amplify Data are keyed the same way.
 */
export function keyOver(fields: readonly Field[]): Key {
  const [partition, ...sort] = fields;
  return {
    fields,
    partition: keyAttribute([partition!]),
    ...(sort.length > 0 && { sort: keyAttribute(sort) }),
  };
}

function keyAttribute(fields: readonly Field[]): KeyAttribute {
  return {
    name: fields.map((field) => field.name).join(KEY_SEPARATOR),
    type: fields.length === 1 ? fields[0]!.type.keyType ?? 'S' : 'S',
    fields,
  };
}

/** The name of the argument with a condition on a sort key: the names of its fields joined in camel case. */
export function sortArgument(fields: readonly Field[]): string {
  return fields.map(({ name }, position) => (position === 0 ? name : upperFirst(name))).join('');
}

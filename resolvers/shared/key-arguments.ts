import { type KeyArguments } from '../../lib/plan/configuration';
import { type Operand } from './expression';
import { type KeyCondition } from './joint-conditions';
import { givenCondition, sortCondition } from './sort-condition';

/** What arguments ask of a key: a partition, and a condition on the sort key where an argument has one; and the filter beside. */
export function keyByArguments(config: KeyArguments, args: Record<string, Operand>) {
  const { index, partition, sort } = config;
  const given = givenCondition(sort, args);
  const key: KeyCondition[] = [[partition, 'eq', args[partition]]];
  return {
    index,
    filter: args.filter,
    key: sort && given ? [...key, sortCondition(sort, given)] : key,
    keyAttributes: sort ? [partition, sort.fields.join('#')] : [partition],
  };
}

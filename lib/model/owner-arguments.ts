import { type Field, type Model } from './data-model';

/**
 * The fields that name the owner of a record and are arguments of a model's subscriptions: a client may say whose records it subscribes to.
 * Those that list owners are none.
 */
export function ownerArguments({ authorization }: Model): Field[] {
  const owners = authorization.flatMap(({ allow, operations, field }) => (allow === 'owner' && field && !field.list && operations.includes('listen') ? [field] : []));
  return [...new Set(owners)];
}

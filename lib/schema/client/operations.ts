import { type DisabledOperation } from '../definition';

/** The operations of a model. */
export type OperationName = 'get' | 'list' | 'create' | 'update' | 'delete' | 'onCreate' | 'onUpdate' | 'onDelete';

/** What else a client can't do where an operation is disabled. */
interface Consequences {
  queries: 'get' | 'list' | 'observeQuery';
  mutations: 'create' | 'update' | 'delete';
  subscriptions: 'onCreate' | 'onUpdate' | 'onDelete' | 'observeQuery';
  get: 'get';
  list: 'list' | 'observeQuery';
  create: 'create';
  update: 'update';
  delete: 'delete';
  onCreate: 'onCreate' | 'observeQuery';
  onUpdate: 'onUpdate' | 'observeQuery';
  onDelete: 'onDelete' | 'observeQuery';
}

/** The operations that a client does not have, as it looks them up. */
export type DisabledOperations<Disabled extends DisabledOperation> = { [Operation in Consequences[Disabled]]: true };

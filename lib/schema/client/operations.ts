import { type DisabledOperation } from '../definition';

/** The operations of a model. */
export type OperationName = 'get' | 'list' | 'create' | 'update' | 'delete' | 'onCreate' | 'onUpdate' | 'onDelete';

/** What a client can't do where an operation is disabled: a subscription goes with its mutation, and `observeQuery` needs a list and all subscriptions. */
interface Consequences {
  queries: Consequences['get' | 'list'];
  mutations: Consequences['create' | 'update' | 'delete'];
  subscriptions: Consequences['onCreate' | 'onUpdate' | 'onDelete'];
  get: 'get';
  list: 'list' | 'observeQuery';
  create: 'create' | Consequences['onCreate'];
  update: 'update' | Consequences['onUpdate'];
  delete: 'delete' | Consequences['onDelete'];
  onCreate: 'onCreate' | 'observeQuery';
  onUpdate: 'onUpdate' | 'observeQuery';
  onDelete: 'onDelete' | 'observeQuery';
}

/** The operations that a client does not have, as it looks them up. */
export type DisabledOperations<Disabled extends DisabledOperation> = { [Operation in Consequences[Disabled]]: true };

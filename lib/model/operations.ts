import { createHash } from 'node:crypto';

/** An operation that the API has for every model. */
export interface Operation {
  readonly root: 'Query' | 'Mutation' | 'Subscription';
  /** What of the model's name follows the operation's. */
  readonly noun: 'typeStem' | 'plural';
}

/** Every model's operations, by name. */
export const operations = {
  get: { root: 'Query', noun: 'typeStem' },
  list: { root: 'Query', noun: 'plural' },
  create: { root: 'Mutation', noun: 'typeStem' },
  update: { root: 'Mutation', noun: 'typeStem' },
  delete: { root: 'Mutation', noun: 'typeStem' },
  onCreate: { root: 'Subscription', noun: 'typeStem' },
  onUpdate: { root: 'Subscription', noun: 'typeStem' },
  onDelete: { root: 'Subscription', noun: 'typeStem' },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as OperationName[];

/** AppSync takes subscription names of 50 characters; the clients expect a longer one cut like this. */
const MAX_SUBSCRIPTION_NAME = 50;

/** The names of a model's operations: `getTeam`, `listTeams`, `onCreateTeam`. */
export function operationNamesOf(model: { readonly typeStem: string; readonly plural: string }): Record<OperationName, string> {
  return Object.fromEntries(operationNames.map((operation) => {
    const { root, noun } = operations[operation];
    const name = operation + model[noun];
    return [operation, root === 'Subscription' ? shortened(name) : name];
  })) as Record<OperationName, string>;
}

function shortened(name: string): string {
  if (name.length <= MAX_SUBSCRIPTION_NAME) return name;
  return name.slice(0, 45) + createHash('md5').update(name).digest('hex').slice(0, 5);
}

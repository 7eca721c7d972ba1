import { createHash } from 'node:crypto';
import { type DisabledOperation } from '../schema';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** The types whose fields are the API's operations. */
export type RootType = 'Query' | 'Mutation' | 'Subscription';

/** An operation that the API has for every model. */
export interface Operation {
  readonly root: RootType;
  /** What of the model's name follows the operation's. */
  readonly noun: 'typeStem' | 'plural';
  /** Of a subscription: the mutation whose results it gets. */
  readonly publishedBy?: 'create' | 'update' | 'delete';
}

/** Every model's operations, by name. */
export const operations = {
  get: { root: 'Query', noun: 'typeStem' },
  list: { root: 'Query', noun: 'plural' },
  create: { root: 'Mutation', noun: 'typeStem' },
  update: { root: 'Mutation', noun: 'typeStem' },
  delete: { root: 'Mutation', noun: 'typeStem' },
  onCreate: { root: 'Subscription', noun: 'typeStem', publishedBy: 'create' },
  onUpdate: { root: 'Subscription', noun: 'typeStem', publishedBy: 'update' },
  onDelete: { root: 'Subscription', noun: 'typeStem', publishedBy: 'delete' },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as OperationName[];

/** The words for all operations of a root type. */
export const operationGroups = { Query: 'queries', Mutation: 'mutations', Subscription: 'subscriptions' } as const;

/** The operations that are left of all when some are disabled. A subscription goes with its mutation: it would never get anything. */
export function availableOperations(model: string, disabled: readonly DisabledOperation[], issues: SchemaIssues): OperationName[] {
  const words: readonly string[] = [...Object.values(operationGroups), ...operationNames];
  for (const word of disabled.filter((candidate) => !words.includes(candidate))) {
    issues.add('unknown-operation', `${model}.disableOperations`, `there is no operation '${word}'`, `name some of ${listed(words)}`);
  }
  const isDisabled = (operation: OperationName): boolean => disabled.includes(operation) || disabled.includes(operationGroups[operations[operation].root]);
  return operationNames.filter((operation) => {
    const { publishedBy }: Operation = operations[operation];
    return !isDisabled(operation) && !(publishedBy && isDisabled(publishedBy));
  });
}

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

/** A record of the model: what it belongs to, and a number. */
export interface Account {
  readonly teamId: string;
  readonly rank: number;
}

/** What must hold for an action to be done. */
export type Condition = 'none' | 'absent' | 'present' | 'positive';

export interface Action {
  readonly kind: 'Put' | 'Update' | 'Delete' | 'ConditionCheck';
  readonly id: string;
  readonly condition: Condition;
  /** Of a put. */
  readonly account: Account;
  /** Of an update: what is added to the rank. */
  readonly amount: number;
}

export type Step =
  | { readonly type: 'transaction'; readonly actions: readonly Action[] }
  | { readonly type: 'single'; readonly action: Action }
  | { readonly type: 'read'; readonly ids: readonly string[] };

/** The code of each action; for a read the accounts, null where there is none. */
export type Outcome = readonly string[] | readonly (Account | null)[];

export type Accounts = ReadonlyMap<string, Account>;

/** What a step comes to, all or nothing, written from DynamoDB's documentation of transactions. */
export function perform(accounts: Accounts, step: Step): { outcome: Outcome; after: Accounts } {
  if (step.type === 'read') return { outcome: hasDuplicates(step.ids) ? ['Refused'] : step.ids.map((id) => accounts.get(id) ?? null), after: accounts };
  const actions = step.type === 'single' ? [step.action] : step.actions;
  if (hasDuplicates(actions.map(({ id }) => id))) return { outcome: ['Refused'], after: accounts };
  const outcome = actions.map((action) => codeOf(accounts.get(action.id), action));
  if (outcome.some((code) => code !== 'None')) return { outcome, after: accounts };
  const after = new Map(accounts);
  for (const { kind, id, account, amount } of actions) {
    if (kind === 'Put') after.set(id, account);
    if (kind === 'Delete') after.delete(id);
    if (kind === 'Update') after.set(id, { ...after.get(id)!, rank: after.get(id)!.rank + amount });
  }
  return { outcome, after };
}

function codeOf(account: Account | undefined, { kind, condition }: Action): string {
  const holds = { none: true, absent: !account, present: account !== undefined, positive: account !== undefined && account.rank > 0 };
  if (!holds[condition]) return 'ConditionalCheckFailed';
  return kind === 'Update' && !account ? 'ValidationError' : 'None';
}

function hasDuplicates(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

/** Every state that steps can lead to which were made at once and came to these outcomes: one for each order that explains them. */
export function explanations(accounts: Accounts, steps: readonly { readonly step: Step; readonly outcome: Outcome }[]): Accounts[] {
  if (steps.length === 0) return [accounts];
  return steps.flatMap(({ step, outcome }, index) => {
    const { outcome: expected, after } = perform(accounts, step);
    return JSON.stringify(expected) === JSON.stringify(outcome) ? explanations(after, steps.filter((_, other) => other !== index)) : [];
  });
}

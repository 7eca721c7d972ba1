import { type Caller } from './callers';
import { type Case } from './matrix-schema';
import { holds, reach, type Plain, type Reach } from './oracle';

/** What is published: a mutation's result. */
export interface Publication {
  readonly operation: 'Create' | 'Update' | 'Delete';
  readonly record: Plain;
}

/** A subscription, and what has to come of it: a refusal, or the ids that are heard of in order. */
export interface SubscriptionAttempt {
  readonly field: string;
  readonly expected: (publications: readonly Publication[]) => 'Unauthorized' | readonly string[];
}

/** Every way to hear of a case's records, as a caller. */
export function subscriptionAttempts(one: Case, caller: Caller): readonly SubscriptionAttempt[] {
  const { model, rules } = one;
  const reached = reach(rules, caller, 'listen');
  const attempt = (operation: Publication['operation'], args = '', isMeant: (record: Plain) => boolean = () => true, within: Reach = reached): SubscriptionAttempt => ({
    field: `on${operation}${model}${args}`,
    expected: (publications) => (within === 'none' ? 'Unauthorized' : publications.filter((publication) => publication.operation === operation && isMeant(publication.record) && holds(within, publication.record)).map(({ record }) => record.id as string)),
  });
  return [
    attempt('Create'), attempt('Update'), attempt('Delete'),
    attempt('Update', '(filter: { label: { eq: "another" } })', () => false),
    attempt('Update', '(filter: { or: [{ label: { eq: "new" } }, { kind: { ne: "k" } }] })'),
    ...ownerFields(one).flatMap((field) => ownersNamed(one, field).map((name) => attempt('Update', `(${field}: ${JSON.stringify(name)})`, (record) => told(record[field]) === told(name), narrowed(reached, field, name)))),
  ];
}

/** How a published record names its owner: without the id. */
function told(owner: unknown): unknown {
  return typeof owner === 'string' ? owner.split('::').at(-1) : owner;
}

/** The fields that a subscription has an argument of: those that name one owner, who may listen. */
function ownerFields({ rules }: Case): readonly string[] {
  const listening = rules.filter(({ word, to = ['read'] }) => ['owner', 'ownerDefinedIn'].includes(word) && to.some((one) => one === 'read' || one === 'listen'));
  return [...new Set(listening.map(({ field = 'owner' }) => field))];
}

function ownersNamed({ fields }: Case, field: string): readonly string[] {
  return fields.find(({ name }) => name === field)!.values.filter((value): value is string => typeof value === 'string' && value !== '');
}

/** Who hears of records as their owner only may not ask for those of another one. */
function narrowed(reached: Reach, field: string, name: string): Reach {
  if (typeof reached === 'string') return reached;
  const possible = reached.filter((test) => test.field !== field || test.names.includes(name));
  return possible.length > 0 ? possible : 'none';
}

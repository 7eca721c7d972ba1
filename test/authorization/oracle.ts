import { type Caller } from './callers';
import { type Mode, type Operation, type PlainRule } from './rules';

/**
 * Who may do what, by the contract alone: plain TypeScript over plain data, which shares nothing with what it judges.
 */

/** A record, as it is stored. */
export type Plain = Readonly<Record<string, unknown>>;

/** Whom an operation is open to, as far as one caller goes: for each record, for none, or for those which a rule finds theirs. */
export type Reach = 'every' | 'none' | readonly RecordTest[];

/** A rule that looks at a field of the record. */
export interface RecordTest {
  readonly field: string;
  readonly isOwner: boolean;
  readonly isList: boolean;
  /** How the record names the caller, or the caller's groups; the one that is written first. */
  readonly names: readonly string[];
}

const modes: Readonly<Record<string, Mode>> = { userPools: 'userPool', identityPool: 'iam', oidc: 'openIdConnect' };

/** What a rule is about; without a word of it, all. */
function isAbout({ to = ['create', 'update', 'delete', 'read'] }: PlainRule, operation: Operation): boolean {
  return to.includes(operation) || (to.includes('read') && ['get', 'list', 'listen'].includes(operation));
}

/** Whether a caller comes in the way that a rule asks for. */
function comesInBy(caller: Caller, { word, provider }: PlainRule): boolean {
  switch (word) {
    case 'publicApiKey': return caller.mode === 'apiKey';
    case 'guest': return caller.identityPool === 'guest';
    case 'custom': return caller.mode === 'lambda';
    case 'authenticated': return provider === 'identityPool' ? caller.identityPool === 'authenticated' : caller.mode === modes[provider ?? 'userPools'];
    default: return caller.mode === modes[provider ?? 'userPools'];
  }
}

/** Whether AppSync lets a caller at something with such rules, of an API with several modes: by the mode alone, whoever it is. */
export function isLetInByMode(rules: readonly PlainRule[], { mode }: Caller, operation: Operation): boolean {
  const words: Partial<Record<PlainRule['word'], Mode>> = { publicApiKey: 'apiKey', guest: 'iam', custom: 'lambda' };
  return mode === 'iam' || rules.some((rule) => isAbout(rule, operation) && (words[rule.word] ?? modes[rule.provider ?? 'userPools']) === mode);
}

/** How records name their owner, where it is the caller: all claims joined, or one of them, which is not to look like several then. */
export function ownerNames({ mode, sub, username, claims = {} }: Caller, claim = mode === 'openIdConnect' ? 'sub' : 'sub::username'): readonly string[] {
  const known: Plain = { ...claims, sub, ...(mode === 'userPool' && { username }) };
  const values = claim.split('::').map((name) => known[name]).filter((value): value is string => typeof value === 'string' && value !== '');
  return values.length > 1 ? [values.join('::'), ...values.filter((value) => !value.includes('::'))] : values;
}

/** A claim of groups is a list, one group, or a list as JSON; what else it may be names none. */
export function groupNames({ claims = {} }: Caller, claim = 'cognito:groups'): readonly string[] {
  const value = claims[claim];
  if (typeof value === 'string') return value.startsWith('[') ? JSON.parse(value) as string[] : value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** What the caller may do an operation with, by some rules. A principal of IAM may do what its policies say, whatever the rules are. */
export function reach(rules: readonly PlainRule[], caller: Caller, operation: Operation): Reach {
  if (caller.mode === 'iam' && !caller.identityPool) return 'every';
  const own = rules.filter((rule) => isAbout(rule, operation) && comesInBy(caller, rule));
  if (own.some((rule) => isForEveryRecord(rule, caller))) return 'every';
  const tests = own.map((rule) => testOf(rule, caller)).filter((test): test is RecordTest => test !== undefined && test.names.length > 0);
  return tests.length > 0 ? tests : 'none';
}

function isForEveryRecord({ word, groups = [], claim }: PlainRule, caller: Caller): boolean {
  if (word === 'group' || word === 'groups') return groups.some((group) => groupNames(caller, claim).includes(group));
  return ['publicApiKey', 'guest', 'authenticated', 'custom'].includes(word);
}

function testOf({ word, field = 'owner', claim }: PlainRule, caller: Caller): RecordTest | undefined {
  switch (word) {
    case 'owner': case 'ownerDefinedIn': return { field, isOwner: true, isList: false, names: ownerNames(caller, claim) };
    case 'ownersDefinedIn': return { field, isOwner: true, isList: true, names: ownerNames(caller, claim) };
    case 'groupDefinedIn': return { field, isOwner: false, isList: false, names: groupNames(caller, claim) };
    case 'groupsDefinedIn': return { field, isOwner: false, isList: true, names: groupNames(caller, claim) };
    default: return undefined;
  }
}

/** Whether a record is one of those that are in reach. */
export function holds(reached: Reach, record: Plain): boolean {
  return reached === 'every' || (reached !== 'none' && reached.some((test) => passes(test, record[test.field])));
}

/** Whether a rule's field with such a value names the caller. */
export function passes({ isList, names }: RecordTest, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return (isList ? value as readonly unknown[] : [value]).some((one) => names.includes(one as string));
}

/** What a read of one record gives: the record, nothing, or a refusal. */
export type OneRead = 'record' | 'null' | 'Unauthorized';

/** A record that is there is told apart from one that is the caller's; one that is not there is nothing to whoever may read some. */
export function readOne(reached: Reach, record: Plain | undefined): OneRead {
  if (reached === 'none') return 'Unauthorized';
  if (!record) return 'null';
  return holds(reached, record) ? 'record' : 'Unauthorized';
}

/** The records of a list that are the caller's, or a refusal. */
export function readSome<Item extends Plain>(reached: Reach, records: readonly Item[]): readonly Item[] | 'Unauthorized' {
  return reached === 'none' ? 'Unauthorized' : records.filter((record) => holds(reached, record));
}

import { type Operation, type PlainRule } from './rules';

/** Some of those who hear of mutations: all who come in one way, or the members of one group. */
interface Listeners { readonly way: string; readonly group?: string }

/** The way to come in that a rule asks for. */
function wayOf({ word, provider }: PlainRule): string {
  return ['publicApiKey', 'guest', 'custom'].includes(word) ? word : provider ?? 'userPools';
}

function isAbout({ to = ['create', 'update', 'delete', 'read'] }: PlainRule, operation: Operation): boolean {
  return to.includes(operation) || (to.includes('read') && ['get', 'list', 'listen'].includes(operation));
}

/** Members of a group are known by their claim too. */
function groupsOf({ groups, claim = 'cognito:groups' }: PlainRule): readonly string[] | undefined {
  return groups?.map((group) => `${group} by ${claim}`);
}

/** Who may hear of the mutations of records with such rules. Anyone may be the owner of one, or in the group that it names. */
export function audience(rules: readonly PlainRule[]): readonly Listeners[] {
  return rules.filter((rule) => isAbout(rule, 'listen')).flatMap((rule) => groupsOf(rule)?.map((group): Listeners => ({ way: wayOf(rule), group })) ?? [{ way: wayOf(rule) }]);
}

/** Whether all of them may read records, whichever those are. */
export function isOpenToAll(rules: readonly PlainRule[], listeners: readonly Listeners[], operation: Operation): boolean {
  const open = rules.filter((rule) => isAbout(rule, operation) && !rule.word.startsWith('owner') && !rule.word.endsWith('DefinedIn'));
  return listeners.every(({ way, group }) => open.some((rule) => wayOf(rule) === way && (rule.groups === undefined || (group !== undefined && groupsOf(rule)!.includes(group)))));
}

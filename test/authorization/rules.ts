import { type AuthorizationCallback, type Rule } from 'cdk-appsync-data/schema';

/** How a caller comes in, as the construct's modes are named. */
export type Mode = 'apiKey' | 'userPool' | 'openIdConnect' | 'iam' | 'lambda';

/** What a rule can be about, beside the words that stand for several. */
export type Operation = 'create' | 'update' | 'delete' | 'get' | 'list' | 'listen';
export type RuleWord = Operation | 'read';

/** Who a rule lets in, by the word that the schema has for it, and what it lets them do. */
export interface PlainRule {
  readonly word: 'publicApiKey' | 'guest' | 'authenticated' | 'custom' | 'owner' | 'ownerDefinedIn' | 'ownersDefinedIn' | 'group' | 'groups' | 'groupDefinedIn' | 'groupsDefinedIn';
  readonly provider?: 'userPools' | 'identityPool' | 'oidc';
  /** The field that names the owners or the groups. */
  readonly field?: string;
  readonly groups?: readonly string[];
  readonly claim?: string;
  readonly to?: readonly RuleWord[];
}

/** The words of a schema, as rules are made of them here. */
type Words = Readonly<Record<PlainRule['word'], (...args: readonly unknown[]) => Modifiable>>;
interface Modifiable { to(words: readonly RuleWord[]): Modifiable; identityClaim(claim: string): Modifiable; withClaimIn(claim: string): Modifiable }

/** The callback of `.authorization()` for some rules. */
export function authorizationBy(rules: readonly PlainRule[]): AuthorizationCallback {
  return (allow) => rules.map((rule) => written(allow as unknown as Words, rule) as unknown as Rule);
}

function written(allow: Words, { word, provider, field, groups, claim, to }: PlainRule): Modifiable {
  const args = { owner: [], group: groups, groups: [groups], ownerDefinedIn: [field], ownersDefinedIn: [field], groupDefinedIn: [field], groupsDefinedIn: [field], publicApiKey: [], guest: [], custom: [], authenticated: [] }[word] ?? [];
  const rule = allow[word](...args, ...(provider ? [provider] : []));
  const claimed = claim === undefined ? rule : isAboutOwners(word) ? rule.identityClaim(claim) : rule.withClaimIn(claim);
  return to ? claimed.to(to) : claimed;
}

function isAboutOwners(word: PlainRule['word']): boolean {
  return ['owner', 'ownerDefinedIn', 'ownersDefinedIn'].includes(word);
}

/** A rule as one word with its arguments, for the names of cases. */
export function titleOf({ word, provider, field, groups, claim, to }: PlainRule): string {
  const args = [field, groups?.join('|'), provider].filter((text) => text !== undefined).join(', ');
  return `${word}(${args})${claim ? `.claim(${claim})` : ''}${to ? `.to(${to.join()})` : ''}`;
}

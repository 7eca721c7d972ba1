import { type RuleProvider, type RuleStrategy } from '../schema';
import { definitionOf, isNames, isRecord } from './declared';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** What shows who somebody is, of those that each strategy lets in. */
const providers: Readonly<Record<RuleStrategy, readonly RuleProvider[]>> = {
  public: ['apiKey', 'identityPool'],
  private: ['userPools', 'identityPool', 'oidc'],
  owner: ['userPools', 'oidc'],
  groups: ['userPools', 'oidc'],
  custom: ['function'],
  resource: ['iam'],
};

/** Checks that rules were made by `allow`, and stand where such rules can. */
export function checkRules(path: string, rules: unknown, issues: SchemaIssues): void {
  if (rules === undefined) return;
  const definitions = Array.isArray(rules) ? rules.map((rule) => definitionOf(rule, ['rule'])) : [undefined];
  if (!definitions.every((rule) => rule !== undefined && Object.hasOwn(providers, String(rule.allow)))) {
    issues.add('invalid-declaration', path, 'its authorization gives something that is no rule', 'give one rule or a list: .authorization((allow) => allow.publicApiKey())');
    return;
  }
  for (const rule of definitions as Record<string, unknown>[]) {
    const { allow, provider } = rule;
    const known: readonly string[] = providers[allow as RuleStrategy];
    const wrong = wrongPart(rule);
    if (wrong) {
      issues.add('invalid-declaration', path, `a rule of it ${wrong[0]}`, wrong[1]);
    } else if (!known.includes(String(provider))) {
      issues.add('invalid-declaration', path, `a rule of it has the provider ${JSON.stringify(provider)}, by which nobody shows what it asks for`, `name one of ${listed(known)}`);
    } else if (allow === 'resource' && path !== 'schema') {
      issues.add('invalid-declaration', path, 'a rule for a function is about it, and such a rule is about all queries, mutations or subscriptions', 'give it to the schema: a.schema({ ... }).authorization((allow) => [allow.resource(fn)])');
    }
  }
}

/** What of a rule is nothing that the compiler would let through, and what to give instead. */
function wrongPart(rule: Record<string, unknown>): readonly [problem: string, remedy: string] | undefined {
  const { allow, field, groups, claim, operations, function: fn } = rule;
  if ('operations' in rule && !isNames(operations)) return ['says what it allows by something that is no list of operations', "give a list: .to(['read'])"];
  if ('claim' in rule && !isFilled(claim)) return ['has something that is no name of a claim', `name one: ${allow === 'owner' ? ".identityClaim('sub')" : ".withClaimIn('cognito:groups')"}`];
  if ((allow === 'owner' || 'field' in rule) && typeof field !== 'string') return [`has something that is no name of the field with the ${allow === 'owner' ? 'owners' : 'groups'}`, `name one: allow.${allow === 'owner' ? "ownerDefinedIn('author')" : "groupDefinedIn('team')"}`];
  if (allow === 'groups' && !('field' in rule) && !isNames(groups)) return ['is for groups, and has something that is no list of their names', "give a list: allow.groups(['Admins'])"];
  if (allow === 'resource' && !isFilled(fn) && !(isRecord(fn) && 'functionArn' in fn)) return ['is for a function, and has something that is none, and no name of one', "give the function or its name among the 'functions': allow.resource(fn)"];
  return undefined;
}

function isFilled(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

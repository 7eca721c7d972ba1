import { type RuleProvider, type RuleStrategy } from '../schema';
import { definitionOf, isNames, isOptionalName, isRecord } from './declared';
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
  if (!definitions.every((rule) => rule !== undefined && isRule(rule))) {
    issues.add('invalid-declaration', path, 'its authorization gives something that is no rule', 'give one rule or a list: .authorization((allow) => allow.publicApiKey())');
    return;
  }
  for (const { allow, provider } of definitions as Record<string, unknown>[]) {
    const known: readonly string[] = providers[allow as RuleStrategy];
    if (!known.includes(String(provider))) {
      issues.add('invalid-declaration', path, `a rule of it has the provider ${JSON.stringify(provider)}, by which nobody shows what it asks for`, `name one of ${listed(known)}`);
    } else if (allow === 'resource' && path !== 'schema') {
      issues.add('invalid-declaration', path, 'a rule for a function is about it, and such a rule is about all queries, mutations or subscriptions', 'give it to the schema: a.schema({ ... }).authorization((allow) => [allow.resource(fn)])');
    }
  }
}

function isRule({ allow, field, groups, claim, operations, function: fn }: Record<string, unknown>): boolean {
  if (!Object.hasOwn(providers, String(allow)) || !isOptionalName(claim) || !(operations === undefined || isNames(operations))) return false;
  switch (allow) {
    case 'owner': return typeof field === 'string';
    case 'groups': return typeof field === 'string' || isNames(groups);
    case 'resource': return typeof fn === 'string' || (isRecord(fn) && 'functionArn' in fn);
    default: return true;
  }
}

import { type RuleDefinition } from '../schema';
import { modeOfProvider } from './authorization-modes';
import { type AuthorizationMode } from './data-model';
import { checkOperations } from './rule-operations';
import { type SchemaIssues } from './schema-error';
import { listed } from './wording';

/** Checks a rule by itself: its mode, its operations, its groups. */
export function checkRule(path: string, rule: RuleDefinition, about: 'record' | 'field' | 'operation', modes: readonly AuthorizationMode[], issues: SchemaIssues): void {
  const { provider, groups } = rule;
  const mode = modeOfProvider[provider];
  if (!modes.includes(mode)) {
    issues.add('authorization-mode', path, `a rule lets in who comes by the mode '${mode}', which the API does not have: it has ${listed(modes)}`, `configure it: authorizationModes: { ${mode}: ... }, or among the modes of an API of your own; or leave the rule out`);
  }
  if (about !== 'operation') checkOperations(path, rule, rule.allow === 'resource' ? 'resource' : about, issues);
  if (groups && (groups.length === 0 || groups.some((group) => group.trim() === ''))) {
    issues.add('authorization-group', path, groups.length === 0 ? 'a rule names no groups' : 'a rule names a group without a name', "name some: allow.groups(['Admins'])");
  }
}

/** Checks that some rule lets in who comes by the default mode. IAM principals need none, as their policies let them in. */
export function checkUsedModes(rules: readonly RuleDefinition[], modes: readonly AuthorizationMode[], issues: SchemaIssues): void {
  const used = rules.filter(({ allow }) => allow !== 'resource').map(({ provider }) => modeOfProvider[provider]);
  const [byDefault] = modes;
  // Where a rule needs a mode that is not there, that has been said already, and is what has to be mended first.
  if (byDefault === undefined || byDefault === 'iam' || used.length === 0 || used.includes(byDefault) || !used.every((mode) => modes.includes(mode))) return;
  issues.add('authorization-default', 'schema', `the default mode is '${byDefault}', and no rule lets in who comes by it`, `make a mode of the rules the default: ${listed([...new Set(used)])}`);
}

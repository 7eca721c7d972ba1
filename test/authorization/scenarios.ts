import { names } from './callers';
import { titleOf, type PlainRule, type RuleWord } from './rules';

/** A field that names owners or groups, with the values that records have in it; undefined where they have none. */
export interface NamingField {
  readonly name: string;
  readonly isList?: boolean;
  /** Whether the schema declares it, so that clients write it. A declared one that is no list has an index. */
  readonly isDeclared?: boolean;
  readonly values: readonly unknown[];
}

/** Rules of a model, and what its records have for them to look at. */
export interface Scenario {
  readonly title: string;
  readonly rules: readonly PlainRule[];
  readonly fields: readonly NamingField[];
}

const ownerValues = [names.alice, names.aliceSub, names.aliceUsername, names.bob, names.olga, undefined];
const ownerField: NamingField = { name: 'owner', values: ownerValues };
const author: NamingField = { name: 'author', isDeclared: true, values: ownerValues };
const authors: NamingField = { name: 'authors', isList: true, values: [[names.alice], [names.bob], [names.bob, names.aliceSub], [], undefined] };
const team: NamingField = { name: 'team', isDeclared: true, values: ['Admins', 'Editors', 'Strangers', undefined] };
const teams: NamingField = { name: 'teams', isList: true, isDeclared: true, values: [['Admins'], ['Strangers', 'Editors'], ['Strangers'], [], undefined] };

const few = ({ values, ...field }: NamingField, ...positions: readonly number[]): NamingField => ({ ...field, values: positions.map((position) => values[position]) });

function scenario(rules: readonly PlainRule[], ...fields: readonly NamingField[]): Scenario {
  return { title: rules.map((rule) => titleOf(rule)).join(' + '), rules, fields };
}

const owner: PlainRule = { word: 'owner' };
const signedIn: PlainRule = { word: 'authenticated' };
const admins: PlainRule = { word: 'group', groups: ['Admins'] };
const authorRule: PlainRule = { word: 'ownerDefinedIn', field: 'author' };
const authorsRule: PlainRule = { word: 'ownersDefinedIn', field: 'authors' };
const teamRule: PlainRule = { word: 'groupDefinedIn', field: 'team' };
const teamsRule: PlainRule = { word: 'groupsDefinedIn', field: 'teams' };

/** Every rule by itself. */
const singleRules: readonly Scenario[] = [
  scenario([{ word: 'publicApiKey' }]),
  scenario([{ word: 'guest' }]),
  scenario([signedIn]),
  scenario([{ word: 'authenticated', provider: 'identityPool' }]),
  scenario([{ word: 'authenticated', provider: 'oidc' }]),
  scenario([{ word: 'custom' }]),
  scenario([admins]),
  scenario([{ word: 'groups', groups: ['Admins', 'Editors'] }]),
  scenario([{ word: 'group', groups: ['Admins'], claim: 'roles' }]),
  scenario([{ word: 'groups', groups: ['Admins', 'Others'], provider: 'oidc', claim: 'roles' }]),
  scenario([owner], ownerField),
  scenario([{ word: 'owner', provider: 'oidc' }], ownerField),
  scenario([{ word: 'owner', claim: 'email' }], { name: 'owner', values: [names.aliceEmail, names.alice, 'bob@example.com', '', undefined] }),
  scenario([{ word: 'owner', claim: 'sub::email' }], { name: 'owner', values: [`${names.aliceSub}::${names.aliceEmail}`, names.aliceSub, names.aliceEmail, names.alice, undefined] }),
  scenario([{ ...authorRule }], { ...author, isDeclared: false }),
  scenario([authorRule], author),
  scenario([authorsRule], authors),
  scenario([authorsRule], { ...authors, isDeclared: true }),
  scenario([teamRule], team),
  scenario([{ ...teamRule, claim: 'roles', provider: 'oidc' }], team),
  scenario([teamsRule], teams),
  scenario([teamsRule], { ...teams, isDeclared: false }),
];

/** Rules that stand beside each other. */
const pairs: readonly Scenario[] = [
  scenario([owner, { word: 'authenticated', to: ['read'] }], ownerField),
  scenario([owner, admins], few(ownerField, 0, 3, 5)),
  scenario([authorRule, { word: 'publicApiKey', to: ['read'] }], author),
  scenario([authorRule, teamRule], few(author, 0, 3, 5), few(team, 0, 1, 3)),
  scenario([owner, { word: 'owner', provider: 'oidc' }], ownerField),
  scenario([{ ...authorRule, to: ['create', 'read', 'delete'] }, { word: 'group', groups: ['Editors'], to: ['create', 'update'] }], few(author, 0, 3, 5)),
  scenario([{ ...owner, to: ['create', 'read'] }, { ...admins, to: ['update', 'delete'] }], few(ownerField, 0, 3, 5)),
  scenario([{ ...signedIn, to: ['create', 'update'] }, { ...authorRule, to: ['read'] }], few(author, 0, 3, 5)),
  scenario([{ word: 'guest', to: ['read'] }, { word: 'authenticated', provider: 'identityPool' }]),
  scenario([{ word: 'authenticated', provider: 'identityPool', to: ['get'] }, { word: 'guest', to: ['list'] }, { word: 'publicApiKey', to: ['listen'] }]),
  scenario([{ ...authorsRule, to: ['read', 'update'] }, { word: 'custom' }], { ...authors, isDeclared: true }),
  scenario([{ ...teamsRule, to: ['read'] }, { ...teamRule, to: ['create', 'update', 'delete'] }], few(teams, 0, 1), few(team, 0, 1)),
];

const words: readonly RuleWord[] = ['create', 'update', 'delete', 'read', 'get', 'list', 'listen'];

/** Rules for one operation each, of every kind. */
const singleOperations: readonly Scenario[] = words.flatMap((word) => [
  scenario([{ ...signedIn, to: [word] }, { word: 'publicApiKey', to: [word] }]),
  scenario([{ ...admins, to: [word] }, { ...owner, to: [word] }], few(ownerField, 0, 3, 5)),
  scenario([{ ...teamRule, to: [word] }, { word: 'authenticated', provider: 'oidc', to: ['get'] }], few(team, 0, 1, 3)),
]);

const isOfUserPool = ({ rules }: Scenario): boolean =>
  rules.every(({ word, provider }) => (provider ?? 'userPools') === 'userPools' && !['publicApiKey', 'guest', 'custom'].includes(word));

/** Those that a user pool alone has the callers for: pairs of rules, and rules for one operation, of which some stand beside all modes. */
export const userPoolScenarios: readonly Scenario[] = [...pairs, ...singleOperations].filter(isOfUserPool);

/** For APIs with all modes: every single rule, and whatever takes several modes. */
export const scenarios: readonly Scenario[] = [...singleRules, ...[...pairs, ...singleOperations].filter((one) => !isOfUserPool(one))];

import { type SchemaTypes } from 'cdk-appsync-data/schema';
import { type AuthorizationMode, type SchemaIssueCode } from '../../lib/model';
import { a } from '../support/unchecked-schema';
import { schemaOf, type SchemaErrorCase } from './error-case';

const anything = (value: unknown) => value as never;
const team = a.model({ name: a.string() });
const echo = a.query().returns(a.string()).handler(a.handler.function('echo'));
const modes: readonly AuthorizationMode[] = ['userPool', 'apiKey'];

/** A case of an API with a user pool and a key. */
function withUsers(what: string, types: SchemaTypes, ...issues: SchemaErrorCase['issues']): SchemaErrorCase {
  return { what, modes, schema: a.schema(types).authorization((allow) => [allow.authenticated()]), issues };
}

/** Mistakes in authorization rules. */
export const authorizationErrorCases = {
  'authorization-mode': [
    {
      what: 'rules of the schema, a model, a field, a relationship and an operation',
      schema: a.schema({
        Team: team.authorization((allow) => [allow.publicApiKey(), allow.guest()]),
        Member: a.model({ name: a.string().authorization((allow) => allow.owner('oidc')), teamId: a.id(), team: a.belongsTo('Team', 'teamId').authorization((allow) => allow.group('Admins')) }),
        echo: echo.authorization((allow) => allow.custom()),
      }).authorization((allow) => [allow.publicApiKey(), allow.authenticated()]),
      issues: [
        ['schema', /mode 'userPool', which the API does not have: it has 'apiKey'/, /authorizationModes: \{ userPool: \.\.\. \}/],
        ['Team', /mode 'iam'/, /authorizationModes: \{ iam: .*, or among the modes of an API of your own/],
        ['Member.name', /mode 'openIdConnect'/, /authorizationModes: \{ openIdConnect:/],
        ['Member.team', /mode 'userPool'/, /authorizationModes: \{ userPool:/],
        ['echo', /mode 'lambda'/, /authorizationModes: \{ lambda:/],
      ],
    },
    { what: 'a rule for a function', schema: a.schema({ Team: team }).authorization((allow) => [allow.publicApiKey(), allow.resource('report')]), issues: [['schema', /mode 'iam'/, /authorizationModes: \{ iam:/]] },
  ],
  'authorization-default': [
    { what: 'rules for another mode', modes: ['userPool', 'apiKey'], schema: schemaOf({ Team: team }), issues: [['schema', /the default mode is 'userPool', and no rule/, /the default: 'apiKey'/]] },
    {
      what: 'a rule for the default mode of a field alone', modes: ['userPool', 'apiKey'], schema: schemaOf({ Team: a.model({ name: a.string().authorization((allow) => allow.owner()) }) }),
      issues: [['schema', /the default mode is 'userPool', and no rule/, /the default: 'apiKey'/]],
    },
  ],
  'authorization-operation': [
    withUsers('nothing', { Team: team.authorization((allow) => allow.authenticated().to([])) }, ['Team', /allows nothing: \.to\(\[\]\)/, /some of 'create', 'update', 'delete', 'read', 'get', 'list', 'sync', 'listen', 'search'/]),
    withUsers('an operation that there is not', { Team: team.authorization((allow) => allow.authenticated().to(['read', anything('write')])) }, ['Team', /no operation 'write'/, /'create', 'update'/]),
    withUsers('one kind of read of a field', { Team: a.model({ name: a.string().authorization((allow) => allow.owner().to(['list'])) }) }, ['Team.name', /can't be about 'list' alone/, /some of 'create', 'update', 'delete', 'read'$/]),
    withUsers('one of relationships', { Team: a.model({ otherId: a.id(), other: a.belongsTo('Team', 'otherId').authorization((allow) => allow.owner().to(['get'])) }) }, ['Team.other', /can't be about 'get' alone/, /'read'$/]),
    {
      what: 'one of a model for a function', modes: ['apiKey', 'iam'],
      schema: a.schema({ Team: team }).authorization((allow) => [allow.publicApiKey(), allow.resource('report').to([anything('read')])]), issues: [['schema', /no operation 'read'/, /'query', 'mutate', 'listen'/]],
    },
  ],
  'authorization-group': [
    withUsers('no groups', { Team: team.authorization((allow) => allow.groups([])) }, ['Team', /names no groups/, /allow\.groups\(\['Admins'\]\)/]),
    withUsers('blank groups', { Team: team.authorization((allow) => [allow.group(' '), allow.groups(['Admins', ''])]) }, ['Team', /a group without a name/, /allow\.groups/], ['Team', /a group without a name/, /allow\.groups/]),
  ],
  'authorization-place': [
    withUsers('owners of what an operation gives', { Team: team, echo: echo.authorization((allow) => anything((allow as unknown as { owner(): unknown }).owner())) }, ['echo', /a rule for owners of a record is about it, and it has no records/, /allow\.authenticated\(\)/]),
    {
      what: 'rules of the schema that are about records', modes,
      schema: a.schema({ Team: team, echo }).authorization((allow) => [allow.authenticated(), allow.groupDefinedIn('team')]), issues: [['echo', /a rule for the groups of a record is about it, that of the schema/, /rules that are about everyone/]],
    },
    withUsers('a field of a custom type, an argument, a result', {
      Team: team, Place: a.customType({ lat: a.float().authorization((allow) => allow.owner()) }),
      echo: echo.arguments({ text: a.string().authorization((allow) => allow.owner()) }).returns(a.string().authorization((allow) => allow.authenticated())),
    }, ['Place.lat', /only those of models/, /leave \.authorization\(\) out/], ['echo.text', /only those of models/, /leave/], ['echo', /only those of models/, /leave/]),
  ],
  'authorization-field': [
    withUsers('a number', { Team: a.model({ owner: a.integer() }).authorization((allow) => allow.owner()) }, ['Team', /'owner' of Team would name the owner of a record, and is of type Int/, /declare it as a\.string\(\), or leave it out/]),
    withUsers('an enum for owners', { Team: a.model({ owner: a.enum(['A']) }).authorization((allow) => allow.owner()) }, ['Team', /is an enum/, /a\.string\(\)/]),
    withUsers('a custom type', { Team: a.model({ groups: a.customType({ name: a.string() }) }).authorization((allow) => allow.groupsDefinedIn('groups')) }, ['Team', /would name the groups of a record, and is a custom type/, /a\.string\(\)\.array\(\)/]),
    withUsers('a relationship', { Team: a.model({ ownerId: a.id(), owner: a.belongsTo('Team', 'ownerId') }).authorization((allow) => allow.owner()) }, ['Team', /'owner' of Team .*a relationship/, /another field/]),
    withUsers('a list for one owner', { Team: a.model({ owner: a.string().array() }).authorization((allow) => allow.owner()) }, ['Team', /is a list/, /allow\.ownersDefinedIn\('owner'\), or declare it as a\.string\(\)$/]),
    withUsers('one value for many groups', { Team: a.model({ group: a.string() }).authorization((allow) => allow.groupsDefinedIn('group')) }, ['Team', /is no list/, /allow\.groupDefinedIn\('group'\), or declare it as a\.string\(\)\.array\(\)/]),
    withUsers('what the API writes', { Team: team.authorization((allow) => [allow.ownerDefinedIn('createdAt'), allow.ownerDefinedIn('id')]) }, ['Team', /'createdAt' .*written by the API/, /another field/], ['Team', /'id' .*written by the API/, /another field/]),
    withUsers('an id that is not there', { Team: a.model({ name: a.string().required() }).identifier(['name']).authorization((allow) => allow.ownerDefinedIn('id')) }, ['Team', /'id' .*written by the API/, /another field/]),
    withUsers('for a field of a model', { Team: a.model({ secret: a.string().authorization((allow) => allow.ownerDefinedIn('no')), no: a.float() }) }, ['Team.secret', /'no' of Team/, /a\.string/]),
  ],
  'authorization-identifier': [
    withUsers('a part of it', { Team: a.model({ name: a.string().required().authorization((allow) => allow.owner()), year: a.integer().required() }).identifier(['name', 'year']) }, ['Team.name', /part of what identifies a record/, /leave \.authorization\(\) out/]),
  ],
  'authorization-index': [
    withUsers('the owner', {
      Team: a.model({ name: a.string(), year: a.integer() }).authorization((allow) => [allow.owner(), allow.groupDefinedIn('year2').to(['get', 'create'])])
        .secondaryIndexes((index) => [index('name').projection('KEYS_ONLY'), index('year').projection('INCLUDE', ['name']), index('year').name('all').queryField('all'), index('name').sortKeys(['year']).queryField(null).projection('KEYS_ONLY')]),
    }, ['Team.secondaryIndexes', /'teamsByName' does not hold 'owner', which the rules of Team ask of each record that its query 'listTeamByName' finds/, /\('INCLUDE', \['owner'\]\)/], ['Team.secondaryIndexes', /'teamsByYear' does not hold 'owner'/, /\['name', 'owner'\]/]),
    withUsers('groups, and who may read a field that it holds', {
      Team: a.model({ name: a.string(), group: a.string(), secret: a.string().authorization((allow) => [allow.ownersDefinedIn('by').to(['read'])]), more: a.string().authorization((allow) => allow.owner()) })
        .authorization((allow) => [allow.groupDefinedIn('group')]).secondaryIndexes((index) => [index('name').projection('INCLUDE', ['secret'])]),
    }, ['Team.secondaryIndexes', /does not hold 'group', 'by', which/, /\['secret', 'group', 'by'\]/]),
    withUsers('an owner that is joined with another field', {
      Team: a.model({ name: a.string(), owner: a.string(), year: a.integer() }).authorization((allow) => allow.owner())
        .secondaryIndexes((index) => [index('name').sortKeys(['owner', 'year']).projection('KEYS_ONLY'), index('year').sortKeys(['owner']).projection('KEYS_ONLY')]),
    }, ['Team.secondaryIndexes', /'teamsByNameAndOwnerAndYear' does not hold 'owner', which/, /\['owner'\]/]),
  ],
  'authorization-clash': [
    withUsers('one owner and several', { Team: team.authorization((allow) => [allow.ownerDefinedIn('by'), allow.ownersDefinedIn('by')]) }, ['Team', /'by' of Team name one of them, and another one a list/, /name two fields/]),
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;

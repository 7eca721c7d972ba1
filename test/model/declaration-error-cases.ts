import { a, definition, type AllowOnSchema, type Rule } from 'cdk-appsync-data/schema';
import { type SchemaErrorCase, schemaOf } from './error-case';

/** What the compiler would not let through. */
const anything = (value: unknown) => value as never;

const model = (fields: Record<string, unknown>) => a.model(anything(fields));
const team = a.model({});

export const declarationErrorCases = {
  'invalid-declaration': [
    ...[undefined, null, {}, { types: {} }, team].map((schema): SchemaErrorCase => ({
      what: `${typeof schema} for a schema`, schema: anything(schema), issues: [['schema', /it is no schema/, /a\.schema/]],
    })),
    ...[undefined, null, 'Team', { name: a.string() }, a.string(), a.schema({})].map((value): SchemaErrorCase => ({
      what: `${typeof value} for a model`, schema: schemaOf({ Team: anything(value) }), issues: [['Team', /it is no model/, /a\.model/]],
    })),
    ...[undefined, null, a.string, {}, team, { [definition]: { kind: 'scalar', scalar: 'strin' } }].map((value): SchemaErrorCase => ({
      what: `${typeof value} for a field`, schema: schemaOf({ Team: model({ name: value }) }), issues: [['Team.name', /it is no field/, /a\.string\(\)/]],
    })),
    { what: 'a relationship without references', schema: schemaOf({ Team: model({ members: a.hasMany('Team', anything(undefined)) }) }), issues: [['Team.members', /are no names/, /a\.hasMany\('Model', 'referenceField'\)/]] },
    { what: 'a model in place of its name', schema: schemaOf({ Team: model({ id2: a.id(), other: a.belongsTo(anything(team), 'id2') }) }), issues: [['Team.other', /are no names/, /a\.belongsTo/]] },
    { what: 'an identifier that is no list', schema: schemaOf({ Team: model({ [definition]: 1 }).identifier([anything(1)]) }), issues: [['Team.identifier', /no list of names/, /\.identifier\(\['id'\]\)/]] },
    { what: 'an enum without values', schema: schemaOf({ Team: team, Status: a.enum(anything(undefined)), Kind: a.enum(anything([1])) }), issues: [['Status', /values of its enum/, /a\.enum/], ['Kind', /values of its enum/, /a\.enum/]] },
    { what: 'an inline enum of no names', schema: schemaOf({ Team: model({ status: a.enum(anything('OPEN')) }) }), issues: [['Team.status', /values of its enum/, /a\.enum/]] },
    { what: 'a reference by another thing than a name', schema: schemaOf({ Team: model({ status: a.ref(anything(a.enum(['A']))) }) }), issues: [['Team.status', /its type is no name/, /a\.ref\('Type'\)/]] },
    { what: 'a custom type without fields', schema: schemaOf({ Team: team, Place: a.customType(anything({ lat: undefined, inner: a.customType(anything({ long: 1 })) })) }), issues: [['Place.lat', /no field/, /a\./], ['Place.inner.long', /no field/, /a\./]] },
    { what: 'fields of a custom type that are none', schema: schemaOf({ Team: anything({ [definition]: { kind: 'customType' } }), Place: anything({ [definition]: { kind: 'model' } }) }), issues: [['Team', /fields of its custom type/, /a\.customType/], ['Place', /fields are no fields/, /a\.model/]] },
    { what: 'a relationship in a custom type', schema: schemaOf({ Team: team, Place: a.customType(anything({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') })) }), issues: [['Place.team', /a relationship, and only records are related/, /declare it in a model/]] },
    { what: 'a model in a custom type', schema: schemaOf({ Team: team, Place: a.customType(anything({ team })) }), issues: [['Place.team', /no field/, /a\./]] },
    { what: 'operations that are no names', schema: schemaOf({ Team: team.disableOperations(anything([1])) }), issues: [['Team.disableOperations', /no list of operations/, /\.disableOperations\(\['delete'\]\)/]] },
    ...[[undefined], ['name'], [{ [definition]: { kind: 'index', partitionKey: 1, sortKeys: [] } }], [{ [definition]: { kind: 'index', partitionKey: 'name', sortKeys: [], projection: { type: 'SOME' } } }]].map((indexes): SchemaErrorCase => ({
      what: `${typeof indexes[0]} for an index`, schema: schemaOf({ Team: model({ name: a.string() }).secondaryIndexes(anything(() => indexes)) }), issues: [['Team.secondaryIndexes', /no index/, /\.secondaryIndexes\(\(index\)/]],
    })),
    ...['hasOne', 'belongsTo'].flatMap((kind) => [{ sortBy: 'name' }, { limit: 20 }].map((option): SchemaErrorCase => ({
      what: `${kind} with ${Object.keys(option)[0]}`,
      schema: schemaOf({ Team: model({ other: { [definition]: { kind, model: 'Team', references: ['id'], ...option } } }) }),
      issues: [['Team.other', new RegExp(`it is a ${kind}, which leads to one record, and has \\.${Object.keys(option)[0]}\\(\\)`), /only a hasMany/]],
    }))),
    { what: 'a hasMany sorted by no name', schema: schemaOf({ Team: model({ members: a.hasMany('Team', 'id').sortBy(anything(1)) }) }), issues: [['Team.members', /sorted by is no name/, /\.sortBy\('createdAt'\)/]] },
    ...[{}, { through: 1 }, { through: 'Join', from: 1 }, { through: 'Join', to: null }].map((options): SchemaErrorCase => ({
      what: `many to many with ${JSON.stringify(options)}`, schema: schemaOf({ Team: model({ others: a.manyToMany('Team', anything(options)) }) }), issues: [['Team.others', /is no name/, /a\.manyToMany\('Model', \{ through/]],
    })),
    { what: 'many to many in a custom type', schema: schemaOf({ Team: team, Place: a.customType(anything({ teams: a.manyToMany('Team', { through: 'Team' }) })) }), issues: [['Place.teams', /a relationship, and only records are related/, /declare it in a model/]] },
    { what: 'rules that are none', schema: a.schema({ Team: team.authorization(() => anything({ allow: 'owner' })) }).authorization(() => anything(undefined)), issues: [['schema', /no rule/, /allow\.publicApiKey/], ['Team', /no rule/, /allow\.publicApiKey/]] },
    ...[{}, { allow: 'everyone', provider: 'apiKey' }].map((rule): SchemaErrorCase => ({
      what: `a rule that is ${JSON.stringify(rule)}`, schema: a.schema({ Team: team }).authorization(() => anything({ [definition]: { kind: 'rule', ...rule } })), issues: [['schema', /no rule/, /allow\.publicApiKey/]],
    })),
    ...([
      ['.to() with one operation', (allow) => allow.owner().to(anything('read')), /no list of operations/, /\.to\(\['read'\]\)/],
      ['.to() with nothing', (allow) => allow.owner().to(anything(undefined)), /no list of operations/, /\.to\(\['read'\]\)/],
      ['groups as one name', (allow) => allow.groups(anything('Admins')), /no list of their names/, /allow\.groups\(\['Admins'\]\)/],
      ['groups that are not there', (allow) => allow.groups(anything(undefined)), /no list of their names/, /allow\.groups/],
      ['a group that is no name', (allow) => allow.group(anything(1)), /no list of their names/, /allow\.groups/],
      ['a field that is not there', (allow) => allow.ownerDefinedIn(anything(undefined)), /no name of the field with the owners/, /allow\.ownerDefinedIn\('author'\)/],
      ['a field of groups that is no name', (allow) => allow.groupsDefinedIn(anything(1)), /no name of the field with the groups/, /allow\.groupDefinedIn\('team'\)/],
      ['a claim that is not there', (allow) => allow.owner().identityClaim(anything(undefined)), /no name of a claim/, /\.identityClaim\('sub'\)/],
      ['a claim without a name', (allow) => allow.group('Admins').withClaimIn(' '), /no name of a claim/, /\.withClaimIn\('cognito:groups'\)/],
      ['a function that is none', (allow) => allow.resource(anything({})), /for a function, and has something that is none/, /allow\.resource\(fn\)/],
    ] as [string, (allow: AllowOnSchema) => Rule, RegExp, RegExp][]).map(([what, callback, message, hint]): SchemaErrorCase => ({
      what, schema: a.schema({ Team: team }).authorization(callback), issues: [['schema', message, hint]],
    })),
    { what: 'a provider of others', schema: schemaOf({ Team: team.authorization((allow) => [allow.publicApiKey(), allow.owner(anything('identityPool'))]) }), issues: [['Team', /has the provider "identityPool", by which nobody shows/, /one of 'userPools', 'oidc'/]] },
    { what: 'rules of fields that are none', schema: schemaOf({ Team: model({ name: a.string().authorization(() => anything(1)), others: a.hasMany('Team', 'name').authorization(() => anything([undefined])) }) }), issues: [['Team.name', /no rule/, /allow/], ['Team.others', /no rule/, /allow/]] },
    { what: 'a function for a model', schema: schemaOf({ Team: team.authorization((allow) => anything((allow as unknown as AllowOnSchema).resource('report'))) }), issues: [['Team', /a rule for a function is about it/, /give it to the schema/]] },
    { what: 'several at once', schema: schemaOf({ Team: model({ one: 1, two: 2 }), Other: anything(3) }), issues: [['Team.one', /no field/, /a\./], ['Team.two', /no field/, /a\./], ['Other', /no model/, /a\./]] },
  ],
} satisfies Record<string, readonly SchemaErrorCase[]>;

import { a, definition } from 'cdk-appsync-data/schema';
import { type SchemaErrorCase, schemaOf } from './error-case';

/** What the compiler would not let through. */
const anything = (value: unknown) => value as never;

const model = (fields: Record<string, unknown>) => a.model(anything(fields));
const team = a.model({});

export const declarationErrorCases = {
  'invalid-declaration': [
    ...[undefined, null, {}, { models: {} }, team].map((schema): SchemaErrorCase => ({
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
    { what: 'rules that are none', schema: a.schema({ Team: team.authorization(() => anything({ allow: 'owner' })) }).authorization(() => anything(undefined)), issues: [['schema', /no rule/, /allow\.publicApiKey/], ['Team', /no rule/, /allow\.publicApiKey/]] },
    { what: 'several at once', schema: schemaOf({ Team: model({ one: 1, two: 2 }), Other: anything(3) }), issues: [['Team.one', /no field/, /a\./], ['Team.two', /no field/, /a\./], ['Other', /no model/, /a\./]] },
  ],
} satisfies Record<string, readonly SchemaErrorCase[]>;

import { a, definition } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

/** What the compiler would not let through. */
const anything = (value: unknown) => value as never;

const Team = a.model({});
const served = a.handler.function('serve');
const ask = a.query().returns(a.string()).handler(served);
const publish = a.mutation().returns(a.string()).handler(served);

/** What is wrong with operations as it may be with models and types. */
export const operationPartErrorCases = {
  'invalid-declaration': [
    { what: 'arguments that are none', schema: schemaOf({ ask: anything({ [definition]: { kind: 'query' } }) }), issues: [['ask', /arguments of the operation are no fields/, /\.arguments\(\{ \.\.\. \}\)/]] },
    { what: 'an argument that is no field', schema: schemaOf({ ask: ask.arguments(anything({ text: a.string, team: Team })) }), issues: [['ask.text', /no field/, /a\.string\(\)/], ['ask.team', /no field/, /a\.string\(\)/]] },
    { what: 'a relationship in arguments', schema: schemaOf({ ask: ask.arguments(anything({ team: a.belongsTo('Team', 'teamId') })) }), issues: [['ask.team', /a relationship, and only records are related/, /in a model/]] },
    { what: 'a result that is none', schema: schemaOf({ ask: ask.returns(anything(Team)), tell: ask.returns(anything(a.hasMany('Team', 'x'))) }), issues: [['ask', /no field/, /a\.string\(\)/], ['tell', /no field/, /a\./]] },
    ...[undefined, 'serve', {}, a.handler.custom(anything({})), a.handler.custom({ entry: './x.ts', dataSource: anything(Team) }), a.handler.custom({ entry: './x.ts', dataSource: a.ref(anything(1)) }), a.handler.function(anything({}))].map((handler): SchemaErrorCase => ({
      what: `${typeof handler} for a handler`, schema: schemaOf({ ask: ask.handler(anything(handler)) }), issues: [['ask', /its handler is none/, /a\.handler\.custom\(\{ entry/]],
    })),
    ...['publish', a.ref(anything(1)), publish].map((source): SchemaErrorCase => ({
      what: `${typeof source} for what a subscription is about`, schema: schemaOf({ receive: a.subscription().for(anything(source)) }), issues: [['receive', /\.for\(\) gives something that is no mutation/, /a\.ref\('publish'\)/]],
    })),
    { what: 'rules of an operation that are none', schema: schemaOf({ ask: ask.authorization(() => anything('all')) }), issues: [['ask', /no rule/, /publicApiKey/]] },
  ],
  'empty-schema': [
    { what: 'types alone', schema: schemaOf({ Kind: a.enum(['A']), Place: a.customType({ x: a.id() }) }), issues: [['schema', /no models and no operations/, /a\.schema\(\{ Todo/]] },
  ],
  'invalid-name': [
    { what: 'an operation and an argument', schema: schemaOf({ 'ask me': ask, __ask: ask, ask: ask.arguments({ 'a b': a.string(), object: a.customType({ '1st': a.id() }) }) }), issues: [['ask me', /no GraphQL name/, /letters/], ['__ask', /two underscores/, /letter/], ['ask.a b', /no GraphQL name/, /letters/], ['ask.object.1st', /no GraphQL name/, /letters/]] },
  ],
  'reserved-name': [
    { what: 'an argument that every object has', schema: schemaOf({ ask: ask.arguments({ constructor: a.string() }) }), issues: [['ask.constructor', /every object of JavaScript/, /another name/]] },
    { what: 'an inline type of an argument', schema: schemaOf({ model: ask.arguments({ stringInput: a.enum(['A']) }) }), issues: [['model.stringInput', /bring the type 'ModelStringInput'/, /another name/]] },
  ],
  'name-clash': [
    { what: 'an operation named as one of a model', schema: schemaOf({ Team, getTeam: ask, createTeam: publish }), issues: [['getTeam', /'Team', 'getTeam' would both bring 'getTeam'/, /rename/], ['createTeam', /'Team', 'createTeam' would both bring 'createTeam'/, /rename/]] },
    { what: 'an inline enum of an argument, and a declared type', schema: schemaOf({ AskStatus: a.enum(['A']), ask: ask.arguments({ status: a.enum(['B']) }) }), issues: [['ask.status', /'AskStatus', 'ask\.status' would both bring 'AskStatus'/, /rename/]] },
    { what: 'an input of an argument, and of a declared type', schema: schemaOf({ AskPlace: a.customType({ x: a.id() }), ask: ask.arguments({ place: a.customType({ x: a.id() }) }) }), issues: [['ask.place', /would both bring 'AskPlace'/, /rename/]] },
    { what: 'an inline result, and a declared type', schema: schemaOf({ AskReturnType: a.enum(['A']), ask: ask.returns(a.customType({ x: a.id() })) }), issues: [['ask', /'AskReturnType', 'ask' would both bring 'AskReturnType'/, /rename/]] },
    { what: 'a type named as what an asynchronous function gives', schema: schemaOf({ ask, EventInvocationResponse: a.customType({ x: a.id() }), later: a.mutation().handler(served.async()) }), issues: [['later', /'EventInvocationResponse', 'later' would both bring 'EventInvocationResponse'/, /rename/]] },
  ],
  'missing-authorization': [
    { what: 'an operation', schema: a.schema({ ask, tell: ask.authorization((allow) => allow.publicApiKey()) }), issues: [['ask', /no authorization rule/, /to it or to the schema/]] },
  ],
  'invalid-default': [
    { what: 'an argument', schema: schemaOf({ ask: ask.arguments({ text: a.string().default('x') }) }), issues: [['ask.text', /only fields of models have one/, /leave \.default\(\) out/]] },
  ],
  'invalid-validation': [
    { what: 'an argument', schema: schemaOf({ ask: ask.arguments({ text: a.string().validate((rules) => rules.minLength(1)) }) }), issues: [['ask.text', /only fields of models/, /leave \.validate\(\) out/]] },
  ],
  'enum-empty': [
    { what: 'an inline enum of an argument, and of a result', schema: schemaOf({ ask: ask.arguments({ kind: a.enum([]) }).returns(a.enum([])) }), issues: [['ask.kind', /no values/, /at least one/], ['ask', /no values/, /at least one/]] },
  ],
  'unknown-type': [
    { what: 'an argument', schema: schemaOf({ Kind: a.enum(['A']), ask: ask.arguments({ kind: a.ref('Kin') }) }), issues: [['ask.kind', /no enum or custom type 'Kin'/, /one of 'Kind'/]] },
    { what: 'a result', schema: schemaOf({ Team, ask: ask.returns(a.ref('Teem').array()) }), issues: [['ask', /no enum, custom type or model 'Teem'/, /one of 'Team'/]] },
    { what: 'a result that is an operation', schema: schemaOf({ ask: ask.returns(a.ref('ask')) }), issues: [['ask', /no enum, custom type or model 'ask'/, /declare it/]] },
    { what: 'inside of an inline result', schema: schemaOf({ ask: ask.returns(a.customType({ kind: a.ref('Kind') })) }), issues: [['ask.kind', /no enum or custom type 'Kind'/, /declare it/]] },
  ],
  'related-not-model': [
    { what: 'an operation', schema: schemaOf({ Team: a.model({ askId: a.id(), ask: a.belongsTo('ask', 'askId') }), ask }), issues: [['Team.ask', /'ask' is a query, and relationships lead to models/, /^name one of 'Team'$/]] },
  ],
  'ref-to-model': [
    { what: 'from an argument', schema: schemaOf({ Team, ask: ask.arguments({ team: a.ref('Team') }) }), issues: [['ask.team', /'Team' is a model/, /its identifier/]] },
    { what: 'from inside of an inline result', schema: schemaOf({ Team, ask: ask.returns(a.customType({ team: a.ref('Team') })) }), issues: [['ask.team', /'Team' is a model/, /relationship/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;

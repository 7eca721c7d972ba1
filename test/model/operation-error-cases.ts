import { a, definition } from 'cdk-appsync-data/schema';
import { type SchemaIssueCode } from '../../lib/model';
import { schemaOf, type SchemaErrorCase } from './error-case';

/** What the compiler would not let through. */
const anything = (value: unknown) => value as never;

const Team = a.model({});
const served = a.handler.function('serve');
const ask = a.query().returns(a.string()).handler(served);
const publish = a.mutation().returns(a.string()).handler(served);
const working = (dataSource: string) => a.handler.custom({ entry: './work.ts', dataSource: a.ref(dataSource) });

/** Mistakes in operations: in those of models, and in those that are no model's. */
export const operationErrorCases = {
  'unknown-operation': [
    { what: 'words that are none', schema: schemaOf({ Team: a.model({}).disableOperations(['list', 'remove' as never, 'Queries' as never]) }), issues: [['Team.disableOperations', /no operation 'remove'/, /'queries', 'mutations', 'subscriptions', 'get', 'list'/], ['Team.disableOperations', /no operation 'Queries'/, /'queries'/]] },
  ],
  'operation-handler': [
    { what: 'a query that nothing serves', schema: schemaOf({ ask: a.query().returns(a.string()) }), issues: [['ask', /nothing serves this query/, /\.handler\(a\.handler\.custom\(/]] },
    { what: 'a mutation with no handlers', schema: schemaOf({ Team, publish: a.mutation().returns(a.string()).handler([]) }), issues: [['publish', /nothing serves this mutation/, /a\.handler\.function\(/]] },
    { what: 'eleven handlers', schema: schemaOf({ ask: ask.handler(Array.from({ length: 11 }, () => served)) }), issues: [['ask', /11 handlers, and a pipeline of AppSync has 10 functions at most/, /do more in one/]] },
    { what: 'a subscription with eleven', schema: schemaOf({ Team, publish, receive: a.subscription().for(a.ref('publish')).handler(Array.from({ length: 11 }, () => served)) }), issues: [['receive', /11 handlers/, /do more/]] },
  ],
  'operation-data-source': [
    { what: 'a model that is not there', schema: schemaOf({ Team, ask: ask.handler(working('Teem')) }), issues: [['ask', /works on the table of a model, and there is no model 'Teem'/, /one of 'Team', or name another data source: dataSource: 'Name'/]] },
    { what: 'an enum', schema: schemaOf({ Team, Kind: a.enum(['A']), ask: ask.handler([served, working('Kind')]) }), issues: [['ask', /'Kind' is an enum/, /one of 'Team'/]] },
    { what: 'an operation, without any model', schema: schemaOf({ ask: ask.handler(working('ask')) }), issues: [['ask', /'ask' is a query/, /^declare a model, or name another data source/]] },
    { what: 'what every object has', schema: schemaOf({ Team, ask: ask.handler(working('constructor')) }), issues: [['ask', /no model 'constructor'/, /'Team'/]] },
    { what: 'of a subscription', schema: schemaOf({ Team, publish, receive: a.subscription().for(a.ref('publish')).handler(working('Teem')) }), issues: [['receive', /no model 'Teem'/, /'Team'/]] },
  ],
  'operation-result': [
    { what: 'a query that says nothing of it', schema: schemaOf({ ask: a.query().handler(served) }), issues: [['ask', /nothing says what this query gives/, /\.returns\(a\.string\(\)\)/]] },
    { what: 'a mutation that says nothing of it', schema: schemaOf({ Team, publish: a.mutation().handler([served.async(), served]) }), issues: [['publish', /what this mutation gives/, /a\.ref\('Type'\)/]] },
    { what: 'one that does not wait for it', schema: schemaOf({ Team, publish: a.mutation().handler(served.async()).returns(a.string()) }), issues: [['publish', /does not wait for its function/, /leave \.returns\(\) out, or \.async\(\)/]] },
    { what: 'one that ends with a function that it does not wait for', schema: schemaOf({ Team, publish: a.mutation().handler([served, served.async()]).returns(a.string()) }), issues: [['publish', /does not wait/, /\.async\(\)/]] },
  ],
  'operation-argument': [
    { what: 'no field, another type, and a list', schema: schemaOf({
      Post: a.model({ title: a.string(), stars: a.integer() }),
      onPost: a.subscription().for(a.ref('Post').mutations(['create'])).arguments({ name: a.string(), stars: a.float(), title: a.string().array(), id: a.id() }),
    }), issues: [
      ['onPost.name', /names no field of Post/, /as that field, or add a \.handler\(\)/], ['onPost.stars', /is another type than the field of Post/, /as that field/], ['onPost.title', /is another type/, /as that field/],
    ] },
    { what: 'of a result without fields', schema: schemaOf({
      Post: a.model({}), ping: a.mutation().returns(a.string()).handler(a.handler.function('ping')), onPing: a.subscription().for(a.ref('ping')).arguments({ text: a.string() }),
    }), issues: [['onPing.text', /names no field of String/, /handler/]] },
  ],
  'operation-source': [
    { what: 'none', schema: schemaOf({ Team, receive: a.subscription(), hear: a.subscription().for([]) }), issues: [['receive', /nothing says which mutations/, /\.for\(a\.ref\('publish'\)\)/], ['hear', /nothing says/, /mutations\(\['create'\]\)/]] },
    { what: 'a mutation that is not there', schema: schemaOf({ Team, publish, receive: a.subscription().for(a.ref('publsh')) }), issues: [['receive', /there is no mutation 'publsh'/, /one of 'publish', or mutations of a model/]] },
    { what: 'no mutation at all', schema: schemaOf({ Team, receive: a.subscription().for(a.ref('publish')) }), issues: [['receive', /no mutation 'publish'/, /declare it, or name mutations of a model/]] },
    { what: 'a query, a subscription, a type', schema: schemaOf({ ask, publish, Kind: a.enum(['A']), one: a.subscription().for(a.ref('ask')), two: a.subscription().for(a.ref('two')), three: a.subscription().for(a.ref('Kind')) }), issues: [['one', /'ask' is a query, and subscriptions are about mutations/, /'publish'/], ['two', /'two' is a subscription/, /'publish'/], ['three', /'Kind' is an enum/, /'publish'/]] },
    { what: 'a model', schema: schemaOf({ Team, receive: a.subscription().for(a.ref('Team')) }), issues: [['receive', /'Team' is a model/, /a\.ref\('Team'\)\.mutations\(\['create', 'update', 'delete'\]\)/]] },
    { what: 'mutations of no model', schema: schemaOf({ ask, Kind: a.enum(['A']), one: a.subscription().for(a.ref('Teem').mutations(['create'])), two: a.subscription().for(a.ref('Kind').mutations(['create'])) }), issues: [['one', /no model 'Teem'/, /declare a model/], ['two', /'Kind' is an enum/, /declare a model/]] },
    { what: 'words that are no mutations, and none', schema: schemaOf({ Team, one: a.subscription().for(a.ref('Team').mutations(['create', anything('remove')])), two: a.subscription().for(a.ref('Team').mutations([])) }), issues: [['one', /'remove' is no mutation of a model/, /'create', 'update', 'delete'/], ['two', /no mutation of 'Team' is named/, /'create', 'update', 'delete'/]] },
    { what: 'a mutation that is disabled', schema: schemaOf({ Team: Team.disableOperations(['delete']), receive: a.subscription().for(a.ref('Team').mutations(['create', 'delete'])) }), issues: [['receive', /'Team' has no delete, as it disables it/, /leave it out/]] },
    { what: 'mutations that give different types', schema: schemaOf({ Team, publish, count: a.mutation().returns(a.integer()).handler(served), receive: a.subscription().for([a.ref('publish'), a.ref('count')]) }), issues: [['receive', /'publish' gives String, and 'count' gives Int: a subscription has one type/, /for each/]] },
    { what: 'a list and one of its type', schema: schemaOf({ Team, all: a.mutation().returns(a.ref('Team').required().array()).handler(served), receive: a.subscription().for([a.ref('Team').mutations(['create']), a.ref('all')]) }), issues: [['receive', /'createTeam' gives Team, and 'all' gives \[Team!\]/, /for each/]] },
    { what: 'a result of its own', schema: schemaOf({ Team, publish, receive: anything({ [definition]: { ...a.subscription().for(a.ref('publish'))[definition], returns: a.string() } }) }), issues: [['receive', /\.returns\(\), and gives what its mutations give/, /leave \.returns\(\) out/]] },
  ],
  'no-queries': [
    { what: 'no model with a query', schema: schemaOf({ Team: a.model({}).disableOperations(['queries']), Member: a.model({}).disableOperations(['get', 'list']) }), issues: [['schema', /no query, and GraphQL takes no API without any/, /leave one/]] },
    { what: 'a mutation alone', schema: schemaOf({ publish }), issues: [['schema', /no query/, /a\.query\(\)/]] },
  ],
} satisfies Partial<Record<SchemaIssueCode, readonly SchemaErrorCase[]>>;

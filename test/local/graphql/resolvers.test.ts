import { code, pipeline, pipelineFunction, resolver } from '../template/api-template';
import { serve } from './serve';

const field = { path: ['a'], locations: [{ line: 1, column: 3, sourceName: null }] };

describe('a unit resolver', () => {
  const schema = 'type Query { a(x: Int): Team } type Team { id: ID name: String owner: Team }';
  const unit = (request?: string, response?: string, dataSource = 'none') =>
    serve(schema, { A: resolver('Query.a', code(request, response), { DataSourceName: dataSource }) });

  test('asks its data source and answers with what its response handler returns', async () => {
    const run = unit('return { payload: { id: ctx.args.x } };', 'return { id: ctx.result.id, name: "Team " + ctx.result.id };');
    expect(await run('{ a(x: 1) { id name } }')).toEqual({ data: { a: { id: '1', name: 'Team 1' } } });
  });

  test('shares the stash between its handlers', async () => {
    const run = unit('ctx.stash.id = 5; return {};', 'return { id: ctx.stash.id };');
    expect(await run('{ a { id } b: a { id } }')).toEqual({ data: { a: { id: '5' }, b: { id: '5' } } });
  });

  test('has no previous result', async () => {
    expect(await unit('return { payload: { id: ctx.prev } };')('{ a { id } }')).toEqual({ data: { a: { id: null } } });
  });

  test('that returns early asks nothing', async () => {
    const run = unit('return runtime.earlyReturn({ id: "early" });', 'return { id: "late" };', 'failing');
    expect(await run('{ a { id } }')).toEqual({ data: { a: { id: 'early' } } });
  });

  const fail = 'return { payload: { message: "no", type: "DynamoDB:Broken", data: { id: "old", name: "x" } } };';

  test('swallows its data source\'s error unless its response handler throws it', async () => {
    expect(await unit(fail, 'return { id: ctx.error.type, name: ctx.error.message };', 'failing')('{ a { id name } }'))
      .toEqual({ data: { a: { id: 'DynamoDB:Broken', name: 'no' } } });
    expect(await unit(fail, 'return ctx.result;', 'failing')('{ a { id } }')).toEqual({ data: { a: { id: 'old' } } });
    expect(await unit(fail, 'return util.error(ctx.error.message, ctx.error.type, ctx.result);', 'failing')('{ a { key: id owner { id } } }')).toEqual({
      data: { a: null },
      errors: [{ ...field, data: { key: 'old' }, errorType: 'DynamoDB:Broken', errorInfo: null, message: 'no' }],
    });
  });

  test('errors have their data cut to the selection, their info whole', async () => {
    const run = unit('return util.error("no", "Bad", { id: 1, name: "x", owner: [{ id: 2, name: "y" }] }, { all: { of: "it" } });');
    expect(await run('{ a { id owner { ...F } } } fragment F on Team { name }')).toEqual({
      data: { a: null },
      errors: [{ ...field, data: { id: 1, owner: [{ name: 'y' }] }, errorType: 'Bad', errorInfo: { all: { of: 'it' } }, message: 'no' }],
    });
  });

  test('appended errors do not end it', async () => {
    const run = unit('util.appendError("one", "A", { id: 1, name: 2 }); return { payload: { id: 1 } };', 'util.appendError("two"); return ctx.result;');
    expect(await run('{ a { id } }')).toEqual({
      data: { a: { id: '1' } },
      errors: [
        { ...field, data: { id: 1 }, errorType: 'A', errorInfo: null, message: 'one' },
        { ...field, data: null, errorType: null, errorInfo: null, message: 'two' },
      ],
    });
  });

  test('unauthorized', async () => {
    expect((await unit('util.unauthorized();')('{ a { id } }')).errors).toMatchObject([{ path: ['a'], errorType: 'Unauthorized', message: 'Not Authorized to access a on type Query' }]);
  });

  test('an error in the code is an error of the field', async () => {
    expect(await unit('return ctx.args.nothing.x;')('{ a { id } }')).toMatchObject({ data: { a: null }, errors: [{ ...field, errorType: 'Code', message: expect.stringContaining('Query.a') }] });
  });

  test('with code that AppSync would refuse is refused at the start', () => {
    expect(() => unit('return new Date();')).toThrow(`resource 'A': Query.a: APPSYNC_JS does not have 'new'; use plain values and util (line 2)`);
    expect(() => unit('return {')).toThrow(`resource 'A': Query.a: `);
    expect(() => serve(schema, { A: resolver('Query.a', '') })).toThrow(`resource 'A': Query.a: the code exports no function 'request'`);
  });

  test('sees headers and environment', async () => {
    const run = serve(schema, { A: resolver('Query.a', code('return { payload: { id: ctx.request.headers["x-team"], name: ctx.env.TABLE } };')) }, { api: { EnvironmentVariables: { TABLE: 'teams' } } });
    expect(await run('{ a { id name } }', {}, { headers: { 'x-team': '7' } })).toEqual({ data: { a: { id: '7', name: 'teams' } } });
  });

  test('of a nested field sees all of its parent, also what its type does not declare', async () => {
    const run = serve(schema, {
      A: resolver('Query.a', code('return { payload: { id: 1, hidden: "h" } };')),
      Owner: resolver('Team.owner', code('return { payload: { id: ctx.source.hidden, name: ctx.info.parentTypeName + "." + ctx.info.fieldName } };')),
    });
    expect(await run('{ a { owner { id name } } }')).toEqual({ data: { a: { owner: { id: 'h', name: 'Team.owner' } } } });
  });
});

describe('a pipeline resolver', () => {
  const schema = 'type Query { a: String }';
  const trace = (name: string) => `ctx.stash.trace = [...(ctx.stash.trace ?? []), ${JSON.stringify(name)}];`;
  const step = (name: string, request = 'return { payload: ctx.prev.result };', response = 'return ctx.result;', dataSource = 'none') =>
    pipelineFunction(name, code(`${trace(`${name}:request`)} ${request}`, `${trace(`${name}:response`)} ${response}`), dataSource);
  const own = (request = 'return "start";', response = 'return JSON.stringify([ctx.result, ctx.prev.result, ctx.stash.trace]);') =>
    pipeline('Query.a', ['One', 'Two'], code(request, response));
  const run = async (one: ReturnType<typeof step>, two = step('two', 'return { payload: ctx.prev.result + ">two" };'), itself = own()) => {
    const { data, errors } = await serve(schema, { One: one, Two: two, A: itself })('{ a }');
    return errors ?? JSON.parse(data.a);
  };
  const both = ['one:request', 'one:response', 'two:request', 'two:response'];

  test('hands each result on, from its own request handler to its own response handler', async () => {
    expect(await run(step('one', 'return { payload: ctx.prev.result + ">one" };'))).toEqual(['start>one>two', 'start>one>two', both]);
  });

  test('without functions', async () => {
    const { data } = await serve(schema, { A: pipeline('Query.a', [], code('return "start";', 'return ctx.prev.result;')) })('{ a }');
    expect(data).toEqual({ a: 'start' });
  });

  test('a function that returns early is left, and the next one runs', async () => {
    expect(await run(step('one', 'return runtime.earlyReturn("early");', undefined, 'failing')))
      .toEqual(['early>two', 'early>two', ['one:request', 'two:request', 'two:response']]);
  });

  test('skipTo END leaves the following ones out', async () => {
    expect(await run(step('one', 'return runtime.earlyReturn("early", { skipTo: "END" });'))).toEqual(['early', 'early', ['one:request']]);
  });

  test('an early return of the resolver itself skips the pipeline', async () => {
    expect(await run(step('one'), undefined, own('ctx.stash.trace = []; return runtime.earlyReturn("early");'))).toEqual(['early', 'early', []]);
  });

  test('a data source\'s error is swallowed unless the function throws it', async () => {
    const request = 'return { payload: { message: "no", type: "Broken" } };';
    expect(await run(step('one', request, 'return ctx.error.type;', 'failing'))).toEqual(['Broken>two', 'Broken>two', both]);
    expect(await run(step('one', request, 'return ctx.result;', 'failing'))).toEqual(['null>two', 'null>two', both]);
    expect(await run(step('one', request, 'util.error(ctx.error.message, ctx.error.type);', 'failing'))).toEqual([{ ...field, data: null, errorType: 'Broken', errorInfo: null, message: 'no' }]);
  });

  test('an error is one function\'s only', async () => {
    const one = step('one', 'return { payload: { message: "no", type: "Broken" } };', 'return 1;', 'failing');
    expect(await run(one, step('two', 'return { payload: `${ctx.error}` };', 'return ctx.result + `${ctx.error}`;'))).toEqual(['nullnull', 'nullnull', both]);
  });
});

describe('ctx.info', () => {
  const run = serve(`
    type Query { team(x: Int): Team node: Node leaf: String }
    interface Node { id: ID }
    type Team implements Node { id: ID name: String info: String members(limit: Int): Members }
    type Members { items: [Member] nextToken: String }
    type Member implements Node { id: ID name: String team: Team }
  `, {
    Team: resolver('Query.team', code('return { payload: { info: JSON.stringify([ctx.info.selectionSetList, ctx.info.selectionSetGraphQL, ctx.info.variables]) } };')),
    Node: resolver('Query.node', code('return { payload: { __typename: "Team", id: JSON.stringify(ctx.info.selectionSetList) } };')),
    Leaf: resolver('Query.leaf', code('return { payload: JSON.stringify([ctx.info.selectionSetList, ctx.info.selectionSetGraphQL]) };')),
  });
  const info = async (query: string, variables?: Record<string, unknown>) => JSON.parse((await run(query, variables)).data.team.info);

  test('paths with slashes', async () => {
    expect(await info('{ team { info members { items { id team { name } } nextToken } __typename } }')).toEqual([
      ['info', 'members', 'members/items', 'members/items/id', 'members/items/team', 'members/items/team/name', 'members/nextToken', '__typename'],
      '{\n  info\n  members {\n    items {\n      id\n      team {\n        name\n      }\n    }\n    nextToken\n  }\n  __typename\n}',
      {},
    ]);
  });

  test('aliases, each of its own', async () => {
    const [list] = await info('{ team { info first: members { items { key: id } } second: members { nextToken } } }');
    expect(list).toEqual(['info', 'first', 'first/items', 'first/items/key', 'second', 'second/nextToken']);
  });

  test('fragments, and what is selected twice once', async () => {
    const [list] = await info(`{ team { ...F ... on Team { name } ... on Node { id } ... { info } members { nextToken } } }
      fragment F on Team { info name members { items { id } } }`);
    expect(list).toEqual(['info', 'name', 'members', 'members/items', 'members/items/id', 'members/nextToken', 'id']);
  });

  test('@skip and @include, with variables', async () => {
    const query = `query ($yes: Boolean!, $no: Boolean = false) { team {
      info a: name @include(if: $no) b: name @include(if: $yes) c: name @skip(if: true) ... @skip(if: $yes) { id } ...F @include(if: $yes) } }
      fragment F on Team { d: name }`;
    expect(await info(query, { yes: true })).toEqual([['info', 'b', 'd'], expect.any(String), { yes: true, no: false }]);
  });

  test('of an interface, its own fields only', async () => {
    expect((await run('{ node { id ... on Team { name } ... on Node { same: id } } }')).data.node.id).toBe('["id","same"]');
  });

  test('nothing for a scalar', async () => expect((await run('{ leaf }')).data.leaf).toBe('[[],""]'));
});

describe('limits', () => {
  test('10,000 resolver runs a request', async () => {
    const run = serve('type Query { items(count: Int): [Item] } type Item { b: Int }', {
      Items: resolver('Query.items', code('return { payload: ctx.args.count };'), { DataSourceName: 'many' }),
      B: resolver('Item.b', code('return { payload: ctx.source.i };')),
    });
    expect((await run('{ items(count: 9999) { b } }')).errors).toBeUndefined();
    const { data, errors } = await run('{ items(count: 10000) { b } }');
    expect(errors).toMatchObject([{ path: ['items', 9_999, 'b'], errorType: 'ResolverExecutionLimitReached' }]);
    expect(data.items[9_999]).toEqual({ b: null });
  });

  test('a time for the whole request', async () => {
    const run = serve('type Query { a: Int b: Int }', {
      A: resolver('Query.a', code('return {};'), { DataSourceName: 'slow' }),
      B: resolver('Query.b', code('return { payload: 1 };')),
    }, { limits: { resolverRuns: 10, milliseconds: 200 } });
    expect(await run('{ a b }')).toEqual({ data: null, errors: [{ path: null, locations: null, errorType: 'ExecutionTimeout', message: 'Execution timed out.' }] });
    expect(await run('{ b }')).toEqual({ data: { b: 1 } });
  });
});

test('the fields of a mutation run one after the other, those of a query together', async () => {
  const fields = 'a: Int b: Int';
  const resolvers = (type: string) => ({
    [`${type}A`]: resolver(`${type}.a`, code('return { payload: 1 };'), { DataSourceName: 'slow' }),
    [`${type}B`]: resolver(`${type}.b`, code('return { payload: 0 };'), { DataSourceName: 'slow' }),
  });
  const log: string[] = [];
  const run = serve(`type Query { ${fields} } type Mutation { ${fields} }`, { ...resolvers('Query'), ...resolvers('Mutation') }, { log });
  await run('mutation { a b }');
  expect(log.splice(0)).toEqual(['1 begins', '1 ends', '0 begins', '0 ends']);
  await run('{ a b }');
  expect(log.slice(0, 2)).toEqual(['1 begins', '0 begins']);
});

import { code, pipeline, pipelineFunction, resolver } from '../template/api-template';
import { direct, onLambda, serveLambda } from './serve-lambda';

const schema = 'type Query { team(id: ID): Team } type Team { id: ID name(short: Boolean): String }';

test('a resolver without code: the function gets the context, and its result is the field\'s value', async () => {
  const events: Record<string, unknown>[] = [];
  const run = serveLambda(schema, (event) => {
    events.push(event);
    return event.info.fieldName === 'team' ? { id: event.arguments.id, hidden: 'h' } : `${event.source.hidden} ${event.arguments.short}`;
  }, { Team: onLambda(resolver('Query.team'), direct), Name: onLambda(resolver('Team.name'), direct) });
  expect(await run('query ($id: ID) { team(id: $id) { id name(short: true) } }', { id: 't1' })).toEqual({ data: { team: { id: 't1', name: 'h true' } } });
  expect(events[0]).toEqual({
    arguments: { id: 't1' },
    identity: null,
    source: null,
    request: { headers: { 'x-team': '7' }, domainName: null },
    prev: null,
    info: { fieldName: 'team', parentTypeName: 'Query', variables: { id: 't1' }, selectionSetList: ['id', 'name'], selectionSetGraphQL: '{\n  id\n  name(short: true)\n}' },
    stash: {},
  });
});

test('a function of a pipeline without code', async () => {
  const events: Record<string, unknown>[] = [];
  const run = serveLambda(schema, (event) => {
    events.push(event);
    return { id: `${event.prev.result}${event.stash.suffix}` };
  }, {
    Team: pipeline('Query.team', ['Step'], code('ctx.stash.suffix = "!"; return ctx.args.id;', 'return ctx.prev.result;')),
    Step: onLambda(pipelineFunction('step', ''), direct),
  });
  expect(await run('{ team(id: "t1") { id } }')).toEqual({ data: { team: { id: 't1!' } } });
  expect(events[0]).toMatchObject({ prev: { result: 't1' }, stash: { suffix: '!' } });
});

test('a function that throws is an error of the field', async () => {
  const run = serveLambda(schema, () => { throw new Error('no such team'); }, { Team: onLambda(resolver('Query.team'), direct) });
  expect(await run('{ team { id } }')).toEqual({
    data: { team: null },
    errors: [{ path: ['team'], data: null, errorType: 'Lambda:Unhandled', errorInfo: null, locations: [{ line: 1, column: 3, sourceName: null }], message: 'no such team' }],
  });
});

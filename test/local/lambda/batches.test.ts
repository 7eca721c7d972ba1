import { type LambdaFunction } from '../../../lib/local/lambda';
import { code, pipeline, pipelineFunction, resolver, type TemplateResource } from '../template/api-template';
import { direct, onLambda, serveLambda } from './serve-lambda';

const schema = `
  type Query { teams(count: Int): [Team] }
  type Team { id: Int name: String owner: String }
`;
const teams = resolver('Query.teams', code('const list = [1, 2, 3, 4, 5, 6, 7]; return { payload: list.slice(0, ctx.args.count).map((id) => ({ id })) };'));
const batch = code('return { operation: "BatchInvoke", payload: { id: ctx.source.id } };', 'if (ctx.error) util.error(ctx.error.message, ctx.error.type); return ctx.result;');

/** Serves teams whose fields a function answers; `sizes` has the size of each batch that it got. */
function serveTeams(resources: Record<string, TemplateResource>, answer: (payload: { id: number }) => unknown = ({ id }) => `Team ${id}`) {
  const sizes: number[] = [];
  const run: LambdaFunction = (event) => {
    sizes.push(event.length);
    return event.map(answer);
  };
  return { run: serveLambda(schema, run, { Teams: teams, ...resources }), sizes };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Team ${index + 1}` }));

test.each<[number, number | undefined, number[]]>([
  [3, undefined, [3]],
  [7, undefined, [5, 2]],
  [7, 3, [3, 3, 1]],
  [6, 3, [3, 3]],
  [7, 10, [7]],
])('%i parents, MaxBatchSize %s: batches of %j', async (count, MaxBatchSize, expected) => {
  const { run, sizes } = serveTeams({ Name: onLambda(resolver('Team.name', batch), { MaxBatchSize }) });
  expect(await run('query ($count: Int) { teams(count: $count) { name } }', { count })).toEqual({ data: { teams: names(count) } });
  expect(sizes).toEqual(expected);
});

test('each field has batches of its own, and so has each request', async () => {
  const { run, sizes } = serveTeams({ Name: onLambda(resolver('Team.name', batch)), Owner: onLambda(resolver('Team.owner', batch)) });
  await Promise.all([run('{ teams(count: 2) { name owner } }'), run('{ teams(count: 3) { name } }')]);
  expect(sizes.sort()).toEqual([2, 2, 3]);
});

test('a null among the results is one parent\'s null', async () => {
  const { run } = serveTeams({ Name: onLambda(resolver('Team.name', batch)) }, ({ id }) => (id === 2 ? null : `Team ${id}`));
  expect(await run('{ teams(count: 3) { name } }')).toEqual({ data: { teams: [{ name: 'Team 1' }, { name: null }, { name: 'Team 3' }] } });
});

test('a function that fails is an error of each field of the batch', async () => {
  const { run } = serveTeams({ Name: onLambda(resolver('Team.name', batch)) }, () => { throw new Error('no'); });
  expect((await run('{ teams(count: 2) { name } }')).errors).toMatchObject([
    { path: ['teams', 0, 'name'], message: 'no', errorType: 'Lambda:Unhandled' },
    { path: ['teams', 1, 'name'], message: 'no', errorType: 'Lambda:Unhandled' },
  ]);
});

test.each<[unknown, string]>([[['one'], '1'], [{ a: 1 }, '{"a":1}']])('a result of %j is not one for each', async (result, told) => {
  const run = serveLambda(schema, () => result, { Teams: teams, Name: onLambda(resolver('Team.name', batch)) });
  expect((await run('{ teams(count: 2) { name } }')).errors[1]).toMatchObject({
    path: ['teams', 1, 'name'], errorType: 'Lambda:IllegalArgument',
    message: `The function 'echo' has to answer a BatchInvoke of 2 payloads with a list of as many results, not with ${told}.`,
  });
});

test('a function of a pipeline is asked in batches too', async () => {
  const { run, sizes } = serveTeams({
    Name: pipeline('Team.name', ['Step', 'Again']),
    Step: onLambda(pipelineFunction('step', batch), { MaxBatchSize: 4 }),
    Again: onLambda(pipelineFunction('again', code('return { operation: "BatchInvoke", payload: { id: ctx.prev.result } };')), { MaxBatchSize: 10 }),
  });
  expect((await run('{ teams(count: 5) { name } }')).data.teams[4]).toEqual({ name: 'Team Team 5' });
  expect(sizes.slice(0, 2)).toEqual([4, 1]);
  expect(sizes.slice(2).reduce((sum, size) => sum + size)).toBe(5);
});

test('without code, the function gets a list of contexts', async () => {
  const events: unknown[] = [];
  const run = serveLambda(schema, (event) => {
    events.push(event);
    return event.map(({ source }: { source: { id: number } }) => ({ data: `Team ${source.id}` }));
  }, { Teams: teams, Name: onLambda(resolver('Team.name'), { ...direct, MaxBatchSize: 2 }) });
  expect(await run('{ teams(count: 3) { name } }')).toEqual({ data: { teams: names(3) } });
  expect(events).toMatchObject([[{ source: { id: 1 }, info: { fieldName: 'name' } }, { source: { id: 2 } }], [{ source: { id: 3 } }]]);
});

test('without code, each result of a batch is a value or an error', async () => {
  const results = [{ data: 'Team 1' }, { errorMessage: 'no name', errorType: 'Nameless', data: 'old' }, null, { name: 'Team 4' }, 'Team 5', { data: null, errorMessage: 'gone' }];
  const run = serveLambda(schema, () => results, { Teams: teams, Name: onLambda(resolver('Team.name'), { ...direct, MaxBatchSize: 10 }) });
  const error = (position: number, errorType: string | null, message: string, data: unknown) =>
    ({ path: ['teams', position, 'name'], data, errorType, errorInfo: null, locations: [{ line: 1, column: 21, sourceName: null }], message });
  expect(await run('{ teams(count: 6) { name } }')).toEqual({
    data: { teams: ['Team 1', null, null, null, null, null].map((name) => ({ name })) },
    errors: [error(1, 'Nameless', 'no name', 'old'), error(5, null, 'gone', null)],
  });
});

test('without code, what the function throws is an error of each', async () => {
  const run = serveLambda(schema, () => { throw new Error('down'); }, { Teams: teams, Name: onLambda(resolver('Team.name'), { ...direct, MaxBatchSize: 10 }) });
  expect(await run('{ teams(count: 2) { name } }')).toMatchObject({
    data: { teams: [{ name: null }, { name: null }] },
    errors: [0, 1].map((position) => ({ path: ['teams', position, 'name'], errorType: 'Lambda:Unhandled', message: 'down' })),
  });
});

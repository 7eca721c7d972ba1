import { callers as known, oneOfEach, poolUsers, type Caller } from './callers';
import { casesOf, everyone, matrixSchema, type Case } from './matrix-schema';
import { documentOf, expectedOf, told } from './probe';
import { leavesOf, readProbes } from './read-probes';
import { scenarios, userPoolScenarios } from './scenarios';
import { Served } from './served';

async function withRecords(served: Served, cases: readonly Case[]): Promise<Served> {
  const { tables } = served;
  await tables.put('Hub', cases.flatMap(({ position, records }) => [`hub-${position}`, ...records.map(({ oneOfId }) => oneOfId as string)]).map((id) => ({ id })));
  await tables.put('Leaf', cases.flatMap((one) => leavesOf(one)));
  await tables.put('Target', cases.flatMap(({ records }) => records.map(({ targetId }) => ({ id: targetId }))));
  for (const { model, records } of cases) await tables.put(model, records);
  return served;
}

const apis = [
  { title: 'all modes', cases: casesOf(scenarios), callers: oneOfEach, serve: (cases: readonly Case[]) => Served.withAllModes(matrixSchema(cases)) },
  {
    title: 'a user pool alone', cases: casesOf(userPoolScenarios), callers: [...poolUsers, known.nobody],
    serve: (cases: readonly Case[]) => Served.withUserPool(matrixSchema(cases, everyone.slice(0, 1))),
  },
];

describe.each(apis)('reads of an API with $title', ({ cases, callers, serve }) => {
  let served: Served;
  let count = 0;

  beforeAll(async () => {
    served = await withRecords(await serve(cases), cases);
  });

  afterAll(async () => {
    console.log(`${count} reads: ${cases.length} models by their rules, ${callers.length} callers`);
    await served.close();
  });

  async function expectReads(one: Case, caller: Caller): Promise<void> {
    const probes = readProbes(one, caller);
    count += probes.length;
    const answer = await served.ask(caller, documentOf(probes));
    if (!caller.mode) expect(answer).toEqual({ status: 401, errors: [expect.objectContaining({ errorType: 'UnauthorizedException' })] });
    else expect({ caller: caller.name, ...told(answer) }).toEqual({ caller: caller.name, ...expectedOf(probes) });
  }

  test.each(cases)('$title', async (one) => {
    for (const caller of callers) await expectReads(one, caller);
  });
});

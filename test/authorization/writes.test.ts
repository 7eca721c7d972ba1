import { callers as known, oneOfEach, poolUsers, type Caller } from './callers';
import { casesOf, everyone, matrixSchema, type Case } from './matrix-schema';
import { type Plain } from './oracle';
import { documentOf } from './probe';
import { scenarios, userPoolScenarios } from './scenarios';
import { Served, type Answer } from './served';
import { attempts, type Attempt } from './write-attempts';

const apis = [
  { title: 'all modes', cases: casesOf(scenarios), callers: oneOfEach, serve: (cases: readonly Case[]) => Served.withAllModes(matrixSchema(cases)) },
  {
    title: 'a user pool alone', cases: casesOf(userPoolScenarios), callers: [...poolUsers, known.nobody as Caller],
    serve: (cases: readonly Case[]) => Served.withUserPool(matrixSchema(cases, everyone.slice(0, 1))),
  },
];

const CONDITION = 'DynamoDB:ConditionalCheckFailedException';

/** What each mutation has come to, told as the oracle tells it. */
function told({ data, errors = [] }: Answer, all: readonly Attempt[]): readonly unknown[] {
  return all.map(({ outcome: { status } }, number) => {
    const own = errors.filter(({ path }) => path?.[0] === `m${number}`);
    // Error data would be the stored record.
    expect(own.filter((error) => error.data)).toEqual([]);
    const types = own.map(({ errorType }) => (errorType === CONDITION ? 'condition failed' : errorType));
    const isRefused = status === 'refused' && types.length === 1 && ['condition failed', 'Unauthorized'].includes(types[0]!);
    return { result: data?.[`m${number}`] ?? null, errors: isRefused ? ['refused'] : types };
  });
}

function expected(all: readonly Attempt[]): readonly unknown[] {
  return all.map(({ id, before, outcome: { status, stored } }) => (status === 'done' ? { result: { id, label: (stored ?? before)!.label }, errors: [] } : { result: null, errors: [status] }));
}

/** Outcomes with what they are of, to be read where they differ. */
function described({ name }: Caller, all: readonly Attempt[], outcomes: readonly unknown[]): unknown {
  return { caller: name, outcomes: all.map(({ field, before }, number) => ({ field, before: essence(before), outcome: outcomes[number] })) };
}

/** What of a record the rules and the mutations are about. */
function essence(record: Plain | undefined): Plain | undefined {
  if (!record) return undefined;
  return Object.fromEntries(['id', 'label', 'owner', 'author', 'authors', 'team', 'teams'].map((name) => [name, record[name] ?? null]));
}

describe.each(apis)('writes to an API with $title', ({ cases, callers, serve }) => {
  let served: Served;
  let count = 0;

  beforeAll(async () => {
    served = await serve(cases);
  });

  afterAll(async () => {
    console.log(`${count} writes: ${cases.length} models by their rules, ${callers.length} callers`);
    await served.close();
  });

  async function tryAll(one: Case, caller: Caller, prefix: string): Promise<readonly Attempt[]> {
    const all = attempts(one, caller, prefix);
    count += all.length;
    await served.tables.put(one.model, all.flatMap(({ before }) => (before ? [before] : [])));
    const answer = await served.ask(caller, documentOf(all.map(({ field }, number) => ({ name: `m${number}`, field, value: undefined, refused: [] })), 'mutation'));
    if (!caller.mode) expect(answer).toEqual({ status: 401, errors: [expect.objectContaining({ errorType: 'UnauthorizedException' })] });
    else expect(described(caller, all, told(answer, all))).toEqual(described(caller, all, expected(all)));
    return all;
  }

  test.each(cases)('$title', async (one) => {
    const all: Attempt[] = [];
    for (const [number, caller] of callers.entries()) all.push(...await tryAll(one, caller, String(number)));
    const records = await served.tables.all(one.model);
    const comesIn = ({ id }: Attempt): boolean => callers[Number(id.split('-')[0])]!.mode !== undefined;
    expect(all.map(({ id, field }) => ({ id, field, stored: essence(records.get(id)) }))).toEqual(all.map((attempt) => ({ id: attempt.id, field: attempt.field, stored: essence(comesIn(attempt) ? attempt.outcome.stored : attempt.before) })));
    expect(records.size).toBe(all.filter((attempt) => (comesIn(attempt) ? attempt.outcome.stored : attempt.before)).length);
  });
});

import { a } from '../support/unchecked-schema';
import { oneOfEach, type Caller } from './callers';
import { everyone, type Stored } from './matrix-schema';
import { holds, isLetInByMode, reach, type Plain } from './oracle';
import { documentOf } from './probe';
import { authorizationBy } from './rules';
import { scenarios, type Scenario } from './scenarios';
import { Served, type Answer } from './served';
import { literal } from './write-attempts';

/** Rules as a field of a record that everyone may see has them: a field knows no difference between get and list. */
const cases = scenarios.filter(({ rules }) => rules.every(({ to = [] }) => to.every((word) => ['create', 'read', 'update', 'delete'].includes(word)))).map((scenario, position) => ({ ...scenario, position, model: `F${position}` }));
type Case = typeof cases[number];

const schema = a.schema({
  Thing: a.model({ name: a.string() }).authorization(authorizationBy(everyone)),
  ...Object.fromEntries(cases.map(({ model, rules, fields }) => [model, a.model({
    name: a.string(),
    secret: a.string().authorization(authorizationBy(rules)),
    thingId: a.id(), thing: a.belongsTo('Thing', 'thingId').authorization(authorizationBy(rules)),
    ...Object.fromEntries(fields.map(({ name, isList }) => [name, isList ? a.string().array() : a.string()])),
  } as never).authorization(authorizationBy(everyone))])),
});

function recordsOf({ fields }: Scenario): readonly Stored[] {
  const [first, second] = fields;
  const namings = (first?.values ?? [undefined]).map((value, number): Plain => ({ ...(value !== undefined && { [first!.name]: value }), ...(second && { [second.name]: second.values[number % second.values.length] }) }));
  return namings.map((naming, number) => ({ ...naming, id: String(number), name: 'n', secret: `s${number}`, thingId: 'thing' }));
}

interface Attempt { readonly field: string; readonly expected: unknown }
const NAMED = 'Not Authorized to access secret';
const refusals = (model: string) => [`Not Authorized to access secret on type ${model}`, `Not Authorized to access thing on type ${model}`];
const refused = (message: string) => ({ data: null, errors: [message] });

function reads({ model, rules, ...one }: Case, caller: Caller): Attempt[] {
  const records = recordsOf({ rules, ...one });
  const reached = reach(rules, caller, 'get');
  const filter = (text: string, isMeant: (record: Stored) => boolean): Attempt => ({
    field: `list${model}s(filter: ${text}) { items { id } }`,
    expected: reached === 'none' ? refused(NAMED) : { data: { items: records.filter((record) => holds(reached, record) && isMeant(record)).map(({ id }) => ({ id })) }, errors: [] },
  });
  return [
    ...records.map((record): Attempt => ({
      field: `get${model}(id: "${record.id}") { name secret thing { name } }`,
      expected: {
        data: { name: 'n', secret: holds(reached, record) ? record.secret : null, thing: holds(reached, record) ? { name: 't' } : null },
        errors: holds(reached, record) ? [] : refusals(model),
      },
    })),
    filter('{ secret: { beginsWith: "s" } }', () => true),
    filter('{ or: [{ not: { secret: { eq: "s0" } } }, { name: { eq: "x" } }] }', ({ secret }) => secret !== 's0'),
  ];
}

/** Changes that name the field need its right beside that to the record; what is written is not told, as all may hear of it who may not read it. */
function writes({ model, rules, ...one }: Case, caller: Caller, prefix: string): (Attempt & { readonly before?: Stored; readonly after: Plain | undefined; readonly id: string })[] {
  const owned = recordsOf({ rules, ...one });
  const [creating, updating, reading] = [reach(rules, caller, 'create'), reach(rules, caller, 'update'), reach(rules, caller, 'get')];
  const creates = owned.map((record, number) => {
    const input = { ...record, id: `${prefix}-c${number}` };
    const isHeld = holds(creating, input);
    return { id: input.id, field: `create${model}(input: ${literal(input)}) { id }`, after: isHeld ? input : undefined, expected: isHeld ? { data: { id: input.id }, errors: [] } : refused(NAMED) };
  });
  const updates = owned.flatMap((record, number) => ['changed', null].map((secret) => {
    const before = { ...record, id: `${prefix}-u${number}-${String(secret)}` };
    const isHeld = holds(updating, before);
    return { id: before.id, before, field: `update${model}(input: ${literal({ id: before.id, secret })}) { id }`, after: isHeld ? { ...before, secret } : before, expected: isHeld ? { data: { id: before.id }, errors: [] } : refused(NAMED) };
  }));
  const conditions = owned.map((record, number) => {
    const before = { ...record, id: `${prefix}-d${number}` };
    const isHeld = holds(reading, before);
    return { id: before.id, before, field: `delete${model}(input: { id: "${before.id}" }, condition: { secret: { eq: "${record.secret as string}" } }) { id }`, after: isHeld ? undefined : before, expected: isHeld ? { data: { id: before.id }, errors: [] } : refused(NAMED) };
  });
  const unnamed = owned.slice(0, 1).map((record) => {
    const before = { ...record, id: `${prefix}-n` };
    const after = { ...before, name: 'x' };
    return { id: before.id, before, after, field: `update${model}(input: { id: "${before.id}", name: "x" }) { name secret thing { name } }`, expected: { data: { name: 'x', secret: null, thing: null }, errors: isLetInByMode(rules, caller, 'get') ? [] : refusals(model) } };
  });
  return [...creates, ...updates, ...conditions, ...unnamed];
}

function told({ data, errors = [] }: Answer, count: number): unknown[] {
  return Array.from({ length: count }, (_, number) => ({
    data: inOrder(data?.[`a${number}`] ?? null), errors: errors.filter(({ path }) => path?.[0] === `a${number}`).map(({ errorType, message }) => (errorType === 'Unauthorized' ? message : `${errorType}: ${message}`)).sort(),
  }));
}

function inOrder(value: unknown): unknown {
  const { items } = (value ?? {}) as { items?: readonly Stored[] };
  return items ? { items: [...items].sort((one, other) => (one.id < other.id ? -1 : 1)) } : value;
}

let served: Served;
let count = 0;

beforeAll(async () => {
  served = await Served.withAllModes(schema);
  await served.tables.put('Thing', [{ id: 'thing', name: 't' }]);
});

afterAll(async () => {
  console.log(`${count} reads and writes of fields: ${cases.length} fields by their rules, ${oneOfEach.length} callers`);
  await served.close();
});

async function ask(caller: Caller, root: 'query' | 'mutation', attempts: readonly Attempt[]): Promise<void> {
  count += attempts.length;
  const answer = await served.ask(caller, documentOf(attempts.map(({ field }, number) => ({ name: `a${number}`, field, value: undefined, refused: [] })), root));
  const described = (outcomes: readonly unknown[]) => ({ caller: caller.name, outcomes: attempts.map(({ field }, number) => ({ field, outcome: outcomes[number] })) });
  expect(described(told(answer, attempts.length))).toEqual(described(attempts.map(({ expected }) => expected)));
}

test.each(cases)('a field with $title', async (one) => {
  const records = recordsOf(one);
  for (const [number, caller] of oneOfEach.filter(({ mode }) => mode).entries()) {
    await served.tables.put(one.model, records);
    await ask(caller, 'query', reads(one, caller));
    await served.tables.clear(one.model);
    const attempts = writes(one, caller, String(number));
    await served.tables.put(one.model, attempts.flatMap(({ before }) => (before ? [before] : [])));
    await ask(caller, 'mutation', attempts);
    const after = await served.tables.all(one.model);
    const essence = (record?: Plain) => record && { name: record.name, secret: record.secret ?? null };
    expect(attempts.map(({ id, field }) => ({ field, record: essence(after.get(id)) }))).toEqual(attempts.map(({ field, after: stored }) => ({ field, record: essence(stored) })));
    await served.tables.clear(one.model);
  }
});

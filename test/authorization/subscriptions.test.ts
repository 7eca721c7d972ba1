import { callers as known, oneOfEach, poolUsers, type Caller } from './callers';
import { Listener } from './listeners';
import { casesOf, combinations, everyone, matrixSchema, type Case } from './matrix-schema';
import { documentOf, type Probe } from './probe';
import { type PlainRule } from './rules';
import { scenarios, userPoolScenarios, type Scenario } from './scenarios';
import { Served } from './served';
import { subscriptionAttempts, type Publication } from './subscription-attempts';
import { created } from './write-oracle';
import { literal } from './write-attempts';

/** Where no principal of IAM comes in, a user may write all records, and read none by that. */
const operator: Caller = { name: 'operator', mode: 'userPool', username: 'operator', sub: '00000000-0000-4000-8000-000000000009', claims: { 'cognito:groups': ['Operators'] } };
const operatorRule: PlainRule = { word: 'group', groups: ['Operators'], to: ['create', 'update', 'delete'] };
const operated = (some: readonly Scenario[]): readonly Scenario[] => some.map((one) => ({ ...one, rules: [...one.rules, operatorRule] }));

const apis = [
  { title: 'all modes', cases: casesOf(scenarios), writer: known.role as Caller, listeners: oneOfEach.filter(({ mode }) => mode), serve: (cases: readonly Case[]) => Served.withAllModes(matrixSchema(cases)) },
  {
    title: 'a user pool alone', cases: casesOf(operated(userPoolScenarios)), writer: operator, listeners: [...poolUsers, operator],
    serve: (cases: readonly Case[]) => Served.withUserPool(matrixSchema(cases, everyone.slice(0, 1))),
  },
];

describe.each(apis)('subscriptions to an API with $title', ({ cases, writer, listeners: callers, serve }) => {
  let served: Served;
  let listeners: readonly Listener[];
  let count = 0;

  beforeAll(async () => {
    served = await serve(cases);
    await served.tables.put('Hub', [{ id: 'end' }]);
    listeners = await Promise.all(callers.map((caller) => Listener.of(served, caller)));
  });

  afterAll(async () => {
    console.log(`${count} subscriptions: ${cases.length} models by their rules, ${callers.length} callers`);
    for (const listener of listeners) listener.close();
    await served.close();
  });

  async function mutate(caller: Caller, fields: readonly string[], selection: string): Promise<void> {
    const probes = fields.map((field, number): Probe => ({ name: `m${number}`, field: `${field} { ${selection} }`, value: undefined, refused: [] }));
    if (fields.length > 0) expect((await served.ask(caller, documentOf(probes, 'mutation'))).errors).toBeUndefined();
  }

  /** Has records created, updated and deleted, and tells which. */
  async function publish({ model, fields, records, rules }: Case): Promise<readonly Publication[]> {
    const selection = ['id', 'label', 'kind', ...fields.map(({ name }) => name)].join(' ');
    const declared = fields.filter(({ isDeclared }) => isDeclared);
    const inputs = combinations(declared).map((naming, number) => ({ id: `new-${number}`, label: 'new', kind: 'k', ...naming }));
    await mutate(writer, inputs.map((input) => `create${model}(input: ${literal(input)})`), selection);
    const own = [known.alice, known.bob].filter((caller) => created(rules, caller, {}).status === 'done').map((caller, number) => ({ caller, input: { id: `own-${number}`, label: 'new', kind: 'k' } }));
    for (const { caller, input } of own) await mutate(caller, [`create${model}(input: ${literal(input)})`], selection);
    await mutate(writer, records.map(({ id }) => `update${model}(input: { id: "${id}", label: "new" })`), selection);
    await mutate(writer, records.map(({ id }) => `delete${model}(input: { id: "${id}" })`), selection);
    await mutate(writer, ['updateHub(input: { id: "end" })'], 'id');
    return [
      ...[...inputs.map((input) => ({ caller: writer, input })), ...own].map(({ caller, input }): Publication => ({ operation: 'Create', record: created(rules, caller, input).stored! })),
      ...records.flatMap((record): Publication[] => [{ operation: 'Update', record: { ...record, label: 'new' } }, { operation: 'Delete', record: { ...record, label: 'new' } }]),
    ];
  }

  test.each(cases)('$title', async (one) => {
    await served.tables.put(one.model, one.records);
    const all = listeners.map((listener) => ({ listener, attempts: subscriptionAttempts(one, listener.caller) }));
    const refusals = await Promise.all(all.map(({ listener, attempts }) => listener.startAll(Object.fromEntries(attempts.map(({ field }, number) => [String(number), field])))));
    const publications = await publish(one);
    const heard = await Promise.all(listeners.map((listener) => listener.heard()));
    const told = all.map(({ listener: { caller }, attempts }, position) => ({
      caller: caller.name,
      outcomes: attempts.map(({ field }, number) => ({ field, outcome: refusals[position]![number] ?? heard[position]![number] ?? [] })),
    }));
    expect(told).toEqual(all.map(({ listener: { caller }, attempts }) => ({ caller: caller.name, outcomes: attempts.map(({ field, expected }) => ({ field, outcome: expected(publications) })) })));
    count += all.flatMap(({ attempts }) => attempts).length;
    await Promise.all(all.map(({ listener, attempts }, position) => listener.stopAll(attempts.map((_, number) => String(number)).filter((id) => !(id in refusals[position]!)))));
  });
});

import { a } from '../support/unchecked-schema';
import { callers } from './callers';
import { audience, isOpenToAll } from './payload-oracle';
import { authorizationBy, titleOf, type PlainRule } from './rules';
import { Served } from './served';

const signedIn: PlainRule = { word: 'authenticated' };
const admins: PlainRule = { word: 'group', groups: ['Admins'] };
const owner: PlainRule = { word: 'owner' };

/** Rules of those who hear of mutations, and of what the mutations lead to: each with each. */
const all: readonly (readonly PlainRule[])[] = [
  [signedIn], [{ word: 'publicApiKey' }], [signedIn, { word: 'publicApiKey' }], [admins], [{ word: 'groups', groups: ['Admins', 'Editors'] }], [{ ...admins, claim: 'roles' }], [{ ...admins, provider: 'oidc' }],
  [owner], [owner, { ...signedIn, to: ['read'] }], [{ word: 'groupDefinedIn', field: 'team' }], [{ word: 'guest' }], [{ word: 'authenticated', provider: 'identityPool' }],
  [signedIn, { word: 'publicApiKey' }, { word: 'guest' }, { word: 'authenticated', provider: 'identityPool' }, { word: 'authenticated', provider: 'oidc' }, { word: 'custom' }],
  [{ ...signedIn, to: ['create', 'update', 'delete'] }], [{ ...admins, to: ['listen'] }, { ...signedIn, to: ['get'] }], [{ ...signedIn, to: ['list'] }, { word: 'custom', to: ['read'] }],
];
const title = (rules: readonly PlainRule[]) => rules.map((rule) => titleOf(rule)).join(' + ');

const schema = a.schema(Object.fromEntries(all.flatMap((rules, number) => [
  [`Heard${number}`, a.model({
    name: a.string(),
    ...Object.fromEntries(all.flatMap((_, other) => [[`many${other}`, a.hasMany(`Led${other}`, `heard${number}Id`)], [`ref${other}`, a.id()], [`one${other}`, a.belongsTo(`Led${other}`, `ref${other}`)]])),
  } as never).authorization(authorizationBy(rules))],
  [`Led${number}`, a.model({
    name: a.string(), secret: a.string(),
    ...Object.fromEntries(all.flatMap((_, other) => [[`heard${other}Id`, a.id()], [`heard${other}`, a.belongsTo(`Heard${other}`, `heard${other}Id`)]])),
  } as never).authorization(authorizationBy(rules))],
])));

let served: Served;

beforeAll(async () => {
  served = await Served.withAllModes(schema);
  const numbers = all.map((_, number) => number);
  for (const number of numbers) {
    await served.tables.put(`Heard${number}`, [{ id: 'heard', ...Object.fromEntries(numbers.map((other) => [`ref${other}`, 'led'])) }]);
    await served.tables.put(`Led${number}`, [{ id: 'led', ...Object.fromEntries(numbers.map((other) => [`heard${other}Id`, 'heard'])) }]);
  }
});

afterAll(() => served.close());

test.each(all.map((rules, number) => ({ title: title(rules), rules, number })))(`what mutations of records with $title lead to, by each of ${all.length} rules`, async ({ rules, number }) => {
  const listeners = audience(rules);
  for (const field of [`updateHeard${number}(input: { id: "heard", name: "x" })`, `deleteHeard${number}(input: { id: "heard" })`]) {
    const { data, errors } = await served.ask(callers.role, `mutation { done: ${field} { ${all.map((_, other) => `many${other} { items { id } } one${other} { id }`).join(' ')} } }`);
    expect(errors).toBeUndefined();
    expect(data!.done).toEqual(Object.fromEntries(all.flatMap((related, other) => [
      [`many${other}`, { items: isOpenToAll(related, listeners, 'list') ? [{ id: 'led' }] : [] }],
      [`one${other}`, isOpenToAll(related, listeners, 'get') ? { id: 'led' } : null],
    ])));
  }
});

test('what a query reads is kept from nobody who may read it', async () => {
  const { data, errors } = await served.ask(callers.role, `{ ${all.map((_, number) => `m${number}: listHeard${number}s { items { id one0 { id } many7 { items { id } } } }`).join(' ')} }`);
  expect([errors, Object.keys(data!)]).toEqual([undefined, all.map((_, number) => `m${number}`)]);
});

import { generateClient } from 'aws-amplify/data';
import { a, type SchemaTypes } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { serve } from '../support/amplify-client';
import { send } from '../support/graphql';

/** The types of an identifier's fields, in order, each with a value and another one. */
const values = {
  id: ['i1', 'i2'],
  string: ['Ann', 'Bob #2'],
  date: ['2000-01-31', '1999-12-31'],
  datetime: ['2026-01-31T12:00:00.000Z', '2026-02-01T00:00:00.000Z'],
  integer: [7, -7],
  float: [1.5, 0.25],
  timestamp: [1_769_862_600, 0],
  email: ['ann@example.com', 'bob@example.com'],
} as const;

type KeyType = keyof typeof values;

const identifiers: readonly (readonly KeyType[])[] = [
  ['string'], ['date'], ['integer'], ['email'],
  ['string', 'date'], ['id', 'integer'], ['integer', 'string'], ['date', 'float'], ['timestamp', 'datetime'],
  ['string', 'date', 'integer'], ['integer', 'float', 'id'], ['date', 'email', 'datetime'], ['id', 'integer', 'string', 'date'],
];

const names = (prefix: string, types: readonly KeyType[]) => types.map((_, position) => `${prefix}${position}`);
const record = (fields: readonly string[], types: readonly KeyType[], which: 0 | 1) => Object.fromEntries(fields.map((field, position) => [field, values[types[position]!][which]]));

/** A parent with many children and one favourite, related over fields of the types of its identifier. */
function family(types: readonly KeyType[]): SchemaTypes {
  const fields = (prefix: string) => Object.fromEntries(names(prefix, types).map((name, position) => [name, a[types[position]!]()]));
  const keys = Object.fromEntries(names('key', types).map((name, position) => [name, a[types[position]!]().required()]));
  return {
    Parent: a.model({ ...keys, note: a.string(), children: a.hasMany('Child', names('parent', types)), favourite: a.hasOne('Child', names('fan', types)) }).identifier(names('key', types)),
    Child: a.model({ name: a.string().required(), ...fields('parent'), ...fields('fan'), parent: a.belongsTo('Parent', names('parent', types)), fan: a.belongsTo('Parent', names('fan', types)) }),
  };
}

describe.each(identifiers.map((types) => [types.join(', '), types] as const))('identified by %s', (_, types) => {
  const [keys, parentFields, fanFields] = [names('key', types), names('parent', types), names('fan', types)];
  const graphqlTypes: Readonly<Record<KeyType, string>> = { id: 'ID', string: 'String', date: 'AWSDate', datetime: 'AWSDateTime', integer: 'Int', float: 'Float', timestamp: 'AWSTimestamp', email: 'AWSEmail' };
  const variables = keys.map((key, position) => `$${key}: ${graphqlTypes[types[position]!]}!`).join(', ');
  const identifier = keys.map((key) => `${key}: $${key}`).join(', ');
  let api: LocalApi;

  beforeAll(async () => {
    api = await serve(a.schema(family(types)).authorization((allow) => allow.publicApiKey()));
    const create = async (model: string, input: object) => {
      const response = await send(api, `mutation ($input: Create${model}Input!) { create${model}(input: $input) { __typename } }`, { input });
      expect(response).toEqual({ data: { [`create${model}`]: { __typename: model } } });
    };
    for (const which of [0, 1] as const) await create('Parent', record(keys, types, which));
    await create('Child', { id: 'c1', name: 'One', ...record(parentFields, types, 0), ...record(fanFields, types, 1) });
    await create('Child', { id: 'c2', name: 'Two', ...record(parentFields, types, 0) });
    await create('Child', { id: 'c3', name: 'Three', ...record(parentFields, types, 1) });
  });

  afterAll(() => api.close());

  test('raw documents read every side of every relationship', async () => {
    const parent = await send(api, `query (${variables}) { getParent(${identifier}) { ${keys.join(' ')} children { items { id fan { ${keys[0]} } } } favourite { id } } }`, record(keys, types, 0));
    expect(parent.errors).toBeUndefined();
    expect(parent.data!.getParent).toMatchObject({ ...record(keys, types, 0), favourite: null });
    expect((parent.data!.getParent as { children: { items: { id: string }[] } }).children.items.sort((one, other) => (one.id < other.id ? -1 : 1)))
      .toEqual([{ id: 'c1', fan: { [keys[0]!]: values[types[0]!][1] } }, { id: 'c2', fan: null }]);
    expect((await send(api, `query (${variables}) { getParent(${identifier}) { favourite { name parent { ${keys.join(' ')} } } } }`, record(keys, types, 1))).data)
      .toEqual({ getParent: { favourite: { name: 'One', parent: record(keys, types, 0) } } });
    expect((await send(api, `{ getChild(id: "c3") { parent { ${keys.join(' ')} } fan { note } } }`)).data).toEqual({ getChild: { parent: record(keys, types, 1), fan: null } });
  });

  test('the real client reads, changes and takes away', async () => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the names of the fields are made up above
    const { Parent, Child } = (generateClient() as any).models;
    const read = await Parent.get(record(keys, types, 0), { selectionSet: [...keys, 'children.name'] });
    expect(read.data).toMatchObject(record(keys, types, 0));
    expect(read.data.children.map((child: { name: string }) => child.name).sort()).toEqual(['One', 'Two']);
    expect((await Parent.update({ ...record(keys, types, 1), note: 'changed' })).data).toMatchObject({ note: 'changed' });

    await Child.update({ id: 'c3', ...record(parentFields, types, 0) });
    const { data: first } = await Parent.get(record(keys, types, 0));
    expect((await first.children()).data).toHaveLength(3);
    const nobody = Object.fromEntries(parentFields.map((field) => [field, null]));
    expect((await Child.update({ id: 'c3', ...nobody }, { selectionSet: ['name', 'parent.*'] })).data).toEqual({ name: 'Three', parent: null });
    await Child.update({ id: 'c3', ...record(parentFields, types, 1) });

    const { data: gone } = await Parent.delete(record(keys, types, 1));
    expect(gone).toMatchObject({ ...record(keys, types, 1), note: 'changed' });
    expect((await Child.get({ id: 'c3' }, { selectionSet: ['parent.*'] })).data).toEqual({ parent: null });
    await Parent.create(record(keys, types, 1));
  });

  test('the list takes the identifier', async () => {
    const partition = { [keys[0]!]: values[types[0]!][0] };
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
    const { data, errors } = await (generateClient() as any).models.Parent.list(types.length > 1 ? { ...partition, sortDirection: 'DESC' } : { filter: { [keys[0]!]: { eq: values[types[0]!][0] } } });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject([record(keys, types, 0)]);
  });
});

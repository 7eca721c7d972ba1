import { Amplify } from 'aws-amplify';
import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { type shop } from '../../integ/schemas/data-modelling';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.data-modelling';
const outdir = synthesizeApp(name);

type Schema = ClientSchema<typeof shop>;

let api: LocalApi;
let client: Client<Schema>;

const address: Schema['Address']['type'] = { lines: ['Main Street 1', 'Berlin'], country: 'DE', position: { lat: 52.5, long: 13.4 } };

beforeAll(async () => {
  api = await LocalApi.fromAssembly(outdir, { stack: 'Shop' });
  Amplify.configure(api.outputs as unknown as Parameters<typeof Amplify.configure>[0]);
  client = generateClient<Schema>();
  await client.models.Customer.create({ id: 'ada', name: 'Ada', addresses: [address] });
  const orders: Omit<Schema['Order']['createType'], 'customerId'>[] = [
    { id: 'o1', status: 'OPEN', total: 9, priority: 'HIGH', region: 'eu-west', placedAt: '2026-01-01T00:00:00.000Z', history: [] },
    { id: 'o2', status: 'OPEN', total: 10, priority: 'HIGH', region: 'eu-north', placedAt: '2026-01-02T00:00:00.000Z', history: ['OPEN'] },
    { id: 'o3', status: 'OPEN', total: 100, priority: 'LOW', region: 'us-east', placedAt: '2026-01-03T00:00:00.000Z', history: ['PAID', 'OPEN'] },
    { id: 'o4', status: 'PAID', total: 5, priority: 'LOW', placedAt: '2026-01-04T00:00:00.000Z', history: ['OPEN', 'PAID'] },
    { id: 'o5', status: 'SHIPPED', placedAt: '2026-01-05T00:00:00.000Z' },
  ];
  for (const order of orders) {
    const { errors } = await client.models.Order.create({ customerId: 'ada', note: `note of ${order.id}`, ...order });
    expect(errors).toBeUndefined();
  }
});

afterAll(() => api.close());

/** The ids of a page, in its order. */
const ids = ({ data, errors }: { data: { id: string }[]; errors?: unknown }): string[] => {
  expect(errors).toBeUndefined();
  return data.map(({ id }) => id);
};

const sorted = (values: readonly string[]): string[] => [...values].sort();

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

describe('enums', () => {
  test('the client knows their values', () => {
    expect(client.enums.Status.values()).toEqual(['OPEN', 'PAID', 'SHIPPED']);
    expect(client.enums.OrderPriority.values()).toEqual(['LOW', 'HIGH']);
    // @ts-expect-error the client's types know the enums of models and of the schema only
    expect(client.enums.MoneyCurrency.values()).toEqual(['EUR', 'USD']);
  });

  test('are created, read and updated', async () => {
    await client.models.Order.create({ id: 'e1', customerId: 'grace', status: 'OPEN', priority: 'LOW', history: ['OPEN'], placedAt: '2026-02-01T00:00:00.000Z' });
    expect((await client.models.Order.update({ id: 'e1', status: 'PAID', priority: null, history: ['OPEN', 'PAID'] })).data).toMatchObject({ status: 'PAID', priority: null, history: ['OPEN', 'PAID'] });
    expect((await client.models.Order.get({ id: 'e1' })).data).toMatchObject({ status: 'PAID', priority: null, history: ['OPEN', 'PAID'] });
    await client.models.Order.delete({ id: 'e1' });
  });

  test('a value that is none is refused', async () => {
    // @ts-expect-error so does the compiler
    const { errors } = await client.models.Order.create({ customerId: 'ada', status: 'LOST', placedAt: '2026-02-01T00:00:00.000Z' });
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(/Status|LOST/) })]);
  });

  test.each<[object, string[]]>([
    [{ status: { eq: 'PAID' } }, ['o4']],
    [{ status: { ne: 'OPEN' } }, ['o4', 'o5']],
    [{ priority: { eq: 'HIGH' } }, ['o1', 'o2']],
    [{ history: { contains: 'PAID' } }, ['o3', 'o4']],
    [{ history: { notContains: 'PAID' }, status: { eq: 'OPEN' } }, ['o1', 'o2']],
    [{ history: { eq: ['OPEN'] } }, ['o2']],
    [{ history: { ne: [] }, status: { eq: 'OPEN' } }, ['o2', 'o3']],
    [{ or: [{ not: { priority: { eq: 'LOW' } } }, { history: { contains: 'PAID' } }] }, ['o1', 'o2', 'o3', 'o4', 'o5']],
  ])('filter %j', async (filter, expected) => {
    expect(sorted(ids(await client.models.Order.list({ filter })))).toEqual(expected);
  });

  test('a condition of a write can be on one', async () => {
    const update = (status: string) => send(api, `mutation { updateOrder(input: { id: "o5", note: "changed" }, condition: { status: { eq: ${status} } }) { id } }`);
    expect((await update('OPEN')).errors).toMatchObject([{ errorType: 'DynamoDB:ConditionalCheckFailedException' }]);
    expect((await update('SHIPPED')).data).toEqual({ updateOrder: { id: 'o5' } });
  });
});

describe('custom types', () => {
  test('are read whole by default, with what is nested in them', async () => {
    expect((await client.models.Customer.get({ id: 'ada' })).data).toMatchObject({ name: 'Ada', addresses: [address] });
  });

  test('are created and updated as one value', async () => {
    await client.models.Order.create({
      id: 'c1', customerId: 'grace', status: 'OPEN', placedAt: '2026-02-01T00:00:00.000Z',
      price: { amount: 9.5, currency: 'EUR' }, deliverTo: { lines: [], position: null }, parcel: { weight: 1.25, tracking: 'https://example.com/1' },
    });
    const { data } = await client.models.Order.get({ id: 'c1' });
    expect(data).toMatchObject({ price: { amount: 9.5, currency: 'EUR' }, deliverTo: { lines: [], country: null, position: null }, parcel: { weight: 1.25, tracking: 'https://example.com/1' } });
    expect((await client.models.Order.update({ id: 'c1', price: { amount: 7 }, parcel: null })).data).toMatchObject({ price: { amount: 7, currency: null }, parcel: null });
    await client.models.Order.delete({ id: 'c1' });
  });

  test('a part of one is selected', async () => {
    const { data } = await client.models.Customer.get({ id: 'ada' }, { selectionSet: ['addresses.country', 'addresses.position.lat'] });
    expect(data).toEqual({ addresses: [{ country: 'DE', position: { lat: 52.5 } }] });
  });

  test('what one requires has to be there', async () => {
    // @ts-expect-error money without an amount
    const { errors } = await client.models.Order.update({ id: 'o1', price: { currency: 'EUR' } });
    expect(errors).toEqual([expect.objectContaining({ message: "Variable 'input' has coerced Null value for NonNull type 'Float!'" })]);
  });
});

describe('queries of indexes', () => {
  let Order: Client<Schema>['models']['Order'];

  beforeAll(() => {
    Order = client.models.Order;
  });

  test.each<[string, () => Promise<Parameters<typeof ids>[0]>, string[]]>([
    ['by the partition key', () => Order.listOrderByStatusAndTotal({ status: 'OPEN' }), ['o1', 'o2', 'o3']],
    ['backwards', () => Order.listOrderByStatusAndTotal({ status: 'OPEN' }, { sortDirection: 'DESC' }), ['o3', 'o2', 'o1']],
    ['by a sort key that is a number', () => Order.listOrderByStatusAndTotal({ status: 'OPEN', total: { gt: 9 } }), ['o2', 'o3']],
    ['with a filter', () => Order.listOrderByStatusAndTotal({ status: 'OPEN' }, { filter: { priority: { eq: 'HIGH' } } }), ['o1', 'o2']],
    ['by a joined sort key', () => Order.listOrderByStatusAndPriorityAndRegion({ status: 'OPEN', priorityRegion: { eq: { priority: 'HIGH', region: 'eu-north' } } }), ['o2']],
    ['by the beginning of a joined sort key', () => Order.listOrderByStatusAndPriorityAndRegion({ status: 'OPEN', priorityRegion: { beginsWith: { priority: 'HIGH' } } }), ['o2', 'o1']],
    ['with a name of its own', () => Order.ordersOfCustomer({ customerId: 'ada', placedAt: { between: ['2026-01-02', '2026-01-04'] } }), ['o2', 'o3']],
    ['of nothing', () => Order.ordersOfCustomer({ customerId: 'nobody' }), []],
  ])('%s: one Query', async (_, query, expected) => {
    api.clearRequests();
    expect(ids(await query())).toEqual(expected);
    expect(api.requests).toMatchObject([{ operation: 'Query' }]);
  });

  test('come in pages, each once', async () => {
    const first = await Order.listOrderByStatusAndTotal({ status: 'OPEN' }, { limit: 2 });
    const second = await Order.listOrderByStatusAndTotal({ status: 'OPEN' }, { limit: 2, nextToken: first.nextToken });
    expect([ids(first), ids(second), second.nextToken]).toEqual([['o1', 'o2'], ['o3'], null]);
  });

  test('an index without a query has none', () => {
    // @ts-expect-error nor has the type
    expect(Order.listOrderByRegion).toBeUndefined();
  });

  test('a record follows its keys', async () => {
    await Order.create({ id: 'k1', customerId: 'grace', status: 'PAID', priority: 'LOW', region: null, placedAt: '2026-02-01T00:00:00.000Z' });
    const found = async () => ids(await Order.listOrderByStatusAndPriorityAndRegion({ status: 'PAID' }));
    expect(await found()).toEqual([]);
    await Order.update({ id: 'k1', priority: 'HIGH', region: 'eu-west' });
    expect(await found()).toEqual(['k1']);
    await Order.update({ id: 'k1', priority: 'HIGH', region: null });
    expect(await found()).toEqual([]);
    expect((await Order.update({ id: 'k1', priority: 'LOW' })).errors).toMatchObject([{ errorType: 'InvalidArgumentsError', message: "'region' is missing: priority, region change together" }]);
    await Order.delete({ id: 'k1' });
  });

  const errorOf = async (query: string) => (await send(api, query)).errors?.map(({ errorType, message }) => `${errorType}: ${message}`);

  test.each([
    ['listOrderByStatusAndTotal(status: OPEN, total: { gt: 1, lt: 5 }) { items { id } }', "InvalidArgumentsError: 'total' takes one operator, not 2"],
    ['listOrderByStatusAndTotal(status: OPEN, filter: { total: { gt: 1 } }) { items { id } }', "Unrecognized Filter: can't filter by 'total': it is a key of what is read, or not in it"],
    ['listOrderByStatusAndTotal(status: OPEN, filter: { or: [{ status: { eq: OPEN } }] }) { items { id } }', "Unrecognized Filter: can't filter by 'status': it is a key of what is read, or not in it"],
    ['listOrderByStatusAndPriorityAndRegion(status: OPEN, priorityRegion: { eq: { region: "eu-west" } }) { items { id } }', "InvalidArgumentsError: 'priority' is missing: a condition names priority, region from the first one on"],
  ])('%s is refused', async (query, message) => {
    expect(await errorOf(`{ ${query} }`)).toEqual([message]);
  });

  describe('with a projection', () => {
    test('what the index holds is selected', async () => {
      expect((await Order.orderKeysByTotal({ total: 100 }, { selectionSet: ['id', 'total'] })).data).toEqual([{ id: 'o3', total: 100 }]);
      const { data } = await Order.listOrderByPriorityAndPlacedAt({ priority: 'HIGH' }, { selectionSet: ['id', 'status', 'placedAt', 'customer.name'], filter: { status: { eq: 'OPEN' } } });
      expect(data).toEqual(['o1', 'o2'].map((id, day) => ({ id, status: 'OPEN', placedAt: `2026-01-0${day + 1}T00:00:00.000Z`, customer: { name: 'Ada' } })));
    });

    test.each([
      ['orderKeysByTotal(total: 1) { items { id note customerId } nextToken }', "InvalidArgumentsError: the index 'byTotal' does not hold customerId, note: select other fields"],
      ['orderKeysByTotal(total: 1) { items { customer { id } } }', "InvalidArgumentsError: the index 'byTotal' does not hold customer: select other fields"],
      ['orderKeysByTotal(total: 1, filter: { note: { eq: "x" } }) { items { id } }', "Unrecognized Filter: can't filter by 'note': it is a key of what is read, or not in it"],
      ['listOrderByPriorityAndPlacedAt(priority: HIGH) { items { id createdAt } }', "InvalidArgumentsError: the index 'ordersByPriorityAndPlacedAt' does not hold createdAt: select other fields"],
    ])('%s is refused before anything is read', async (query, message) => {
      api.clearRequests();
      expect(await errorOf(`{ ${query} }`)).toEqual([message]);
      expect(api.requests).toEqual([]);
    });
  });
});

describe('relationships that a declared index serves', () => {
  const orders = async (args: string) => {
    const { data, errors } = await send(api, `{ getCustomer(id: "ada") { orders${args} { items { id } nextToken } } }`);
    return errors?.map(({ message }) => message) ?? ((data!.getCustomer as { orders: { items: { id: string }[] } }).orders.items.map(({ id }) => id));
  };

  test('are read from it, in its order', async () => {
    api.clearRequests();
    expect(await orders('')).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
    expect(api.requests).toMatchObject([{ operation: 'GetItem' }, { operation: 'Query', index: 'byCustomer', itemsRead: 5 }]);
    expect(await orders('(sortDirection: DESC, limit: 2)')).toEqual(['o5', 'o4']);
  });

  test('a filter on the sort key is a condition of the query', async () => {
    api.clearRequests();
    expect(await orders('(filter: { placedAt: { ge: "2026-01-04" } })')).toEqual(['o4', 'o5']);
    expect(await orders('(filter: { and: [{ customerId: { eq: "ada" } }, { placedAt: { between: ["2026-01-02", "2026-01-04"] }, total: { gt: 10 } }] })')).toEqual(['o3']);
    expect(api.requests).toMatchObject([{}, { itemsRead: 2 }, {}, { itemsRead: 2 }]);
    expect(await orders('(filter: { or: [{ placedAt: { ge: "2026-01-04" } }] })')).toEqual(["can't filter by 'placedAt': it is a key of what is read, or not in it"]);
  });

  test('the client loads them', async () => {
    const { data: customer } = await client.models.Customer.get({ id: 'ada' });
    expect(sorted(ids(await customer!.orders()))).toEqual(['o1', 'o2', 'o3', 'o4', 'o5']);
    const { data: order } = await client.models.Order.get({ id: 'o1' });
    expect((await order!.customer()).data).toMatchObject({ id: 'ada' });
  });
});

describe('disabled operations', () => {
  test('are not there for the client', () => {
    expect(Object.keys(client.models.TaxRate).sort()).toEqual(expect.arrayContaining(['get', 'list']));
    for (const operation of ['create', 'update', 'delete', 'onCreate', 'onUpdate', 'onDelete']) expect(client.models.TaxRate).not.toHaveProperty(operation);
    for (const operation of ['get', 'list', 'delete', 'onCreate', 'onUpdate', 'onDelete']) expect(client.models.TaxNote).not.toHaveProperty(operation);
    expect(client.models.TaxNote.create).toBeInstanceOf(Function);
  });

  test.each(['{ getTaxNote(id: "x") { id } }', '{ listTaxNotes { items { id } } }', 'mutation { createTaxRate(input: {}) { year } }', 'mutation { deleteTaxNote(input: { id: "x" }) { id } }'])('%s does not exist', async (query) => {
    expect((await send(api, query)).errors).toMatchObject([{ message: expect.stringMatching(/Validation error of type FieldUndefined/) }]);
  });

  test('what is left works: a key of an enum and a number', async () => {
    expect((await client.models.TaxNote.create({ country: 'FR', year: 2026, text: 'new' })).data).toMatchObject({ country: 'FR', year: 2026, text: 'new' });
    expect(await send(api, '{ listTaxRates(country: FR, year: { ge: 2026 }, filter: { rate: { gt: 0 } }) { items { rate notes { items { text } } } } getTaxRate(country: FR, year: 2026) { rate } }'))
      .toEqual({ data: { listTaxRates: { items: [] }, getTaxRate: null } });
  });
});

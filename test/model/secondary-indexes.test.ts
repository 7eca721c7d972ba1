import { a, type Defined, type ModelDefinition } from 'cdk-appsync-data/schema';
import { resolveSchema, type Index, type Model } from '../../lib/model';
import { schemaOf } from './error-case';

function modelsOf(types: Parameters<typeof schemaOf>[0]): Record<string, Model> {
  return Object.fromEntries(resolveSchema(schemaOf(types)).models.map((model) => [model.name, model]));
}

/** An index in short: its name, its key attributes, its query. */
function shown({ name, key: { partition, sort }, declared }: Index): string {
  return [name, ...[partition, ...sort ? [sort] : []].map((attribute) => `${attribute.name} ${attribute.type}`), declared?.query ?? '-'].join(', ');
}

const order = {
  status: a.enum(['OPEN', 'PAID']), total: a.integer(), region: a.string(), placedAt: a.datetime().required(), open: a.boolean(), customerId: a.id().required(),
  customer: a.belongsTo('Customer', 'customerId'),
};
const Customer = a.model({ orders: a.hasMany('Order', 'customerId') });

test('names may differ in the case of a letter, where they are part of no type', () => {
  const { Order } = modelsOf({ Order: a.model({ total: a.integer(), region: a.string() }).secondaryIndexes((index) => [index('total').name('byIt'), index('region').name('ByIt')]) });
  expect(Order!.indexes.map(({ name }) => name)).toEqual(['byIt', 'ByIt']);
});

test('names come from the model and the fields', () => {
  const { Order, person } = modelsOf({
    Customer: a.model({}),
    Order: a.model(order).secondaryIndexes((index) => [
      index('status'), index('status').sortKeys(['total']), index('status').sortKeys(['region', 'total']), index('total').name('byTotal'),
      index('region').queryField('ordersIn'), index('placedAt').queryField(null),
    ]),
    person: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name')]),
  });
  expect(Order!.indexes.map(shown)).toEqual([
    'ordersByStatus, status S, listOrderByStatus',
    'ordersByStatusAndTotal, status S, total N, listOrderByStatusAndTotal',
    'ordersByStatusAndRegionAndTotal, status S, region#total S, listOrderByStatusAndRegionAndTotal',
    'byTotal, total N, listOrderByTotal',
    'ordersByRegion, region S, ordersIn',
    'ordersByPlacedAt, placedAt S, -',
  ]);
  expect(Order!.indexes[2]!.declared).toEqual({ query: 'listOrderByStatusAndRegionAndTotal', sortArgument: 'regionTotal' });
  expect(person!.indexes.map(shown)).toEqual(['peopleByName, name S, listPersonByName']);
});

test('a projection is of fields; keys, of the index and of the table, are there anyway', () => {
  const { Order } = modelsOf({
    Customer: a.model({}),
    Order: a.model(order).secondaryIndexes((index) => [
      index('status'), index('region').projection('ALL'), index('total').projection('KEYS_ONLY'),
      index('placedAt').sortKeys(['total']).projection('INCLUDE', ['total', 'region', 'id', 'createdAt', 'open']),
    ]),
  });
  expect(Order!.indexes.map(({ projection }) => projection?.map(({ name }) => name))).toEqual([undefined, undefined, [], ['region', 'createdAt', 'open']]);
});

describe('a relationship is served by a declared index', () => {
  test.each<[string, Defined<ModelDefinition>, string]>([
    ['with its very key', a.model(order).secondaryIndexes((index) => [index('status'), index('customerId')]), 'ordersByCustomerId'],
    ['that sorts by a required field', a.model(order).secondaryIndexes((index) => [index('customerId').sortKeys(['placedAt']).queryField(null)]), 'ordersByCustomerIdAndPlacedAt'],
    ['the first of several', a.model(order).secondaryIndexes((index) => [index('customerId').sortKeys(['total']), index('customerId').sortKeys(['placedAt']), index('customerId')]), 'ordersByCustomerIdAndPlacedAt'],
  ])('%s', (_, Order, name) => {
    const models = modelsOf({ Customer, Order });
    const { index } = models.Customer!.relationships[0]!;
    expect(index!.name).toBe(name);
    expect(models.Order!.indexes).toContain(index);
    expect(models.Order!.indexes.filter(({ declared }) => !declared)).toEqual([]);
  });

  test.each<[string, Defined<ModelDefinition>]>([
    ['that sorts by an optional field: records without it are not in it', a.model(order).secondaryIndexes((index) => [index('customerId').sortKeys(['total'])])],
    ['that sorts by several fields of which one is optional', a.model(order).secondaryIndexes((index) => [index('customerId').sortKeys(['placedAt', 'total'])])],
    ['that does not hold whole records', a.model(order).secondaryIndexes((index) => [index('customerId').projection('KEYS_ONLY')])],
    ['of another field', a.model(order).secondaryIndexes((index) => [index('region').sortKeys(['customerId'])])],
  ])('but not by one %s', (_, Order) => {
    const models = modelsOf({ Customer, Order });
    expect(models.Customer!.relationships[0]!.index!.name).toBe('gsi-Customer.orders');
    expect(models.Order!.indexes.map(({ declared }) => declared !== undefined)).toEqual([true, false]);
  });

  test('over several references, with exactly these', () => {
    const types = (sortKeys: ('no' | 'floor')[]) => ({
      Office: a.model({ city: a.string().required(), no: a.integer().required(), desks: a.hasMany('Desk', ['city', 'no']) }).identifier(['city', 'no']),
      Desk: a.model({ city: a.string(), no: a.integer(), floor: a.integer().required() }).secondaryIndexes((index) => [index('city').sortKeys(sortKeys)]),
    });
    expect(modelsOf(types(['no'])).Desk!.indexes.map(({ name }) => name)).toEqual(['desksByCityAndNo']);
    expect(modelsOf(types(['no', 'floor'])).Desk!.indexes.map(({ name }) => name)).toEqual(['desksByCityAndNoAndFloor', 'gsi-Office.desks']);
  });
});

describe('operations', () => {
  const available = (...disabled: Parameters<ReturnType<typeof a.model>['disableOperations']>[0]) => modelsOf({ Other: a.model({}), Team: a.model({}).disableOperations(disabled) }).Team!.availableOperations;

  test('are there, but those that are disabled, alone or as a group', () => {
    expect(available()).toEqual(['get', 'list', 'create', 'update', 'delete', 'onCreate', 'onUpdate', 'onDelete']);
    expect(available('queries', 'onCreate')).toEqual(['create', 'update', 'delete', 'onUpdate', 'onDelete']);
    expect(available('subscriptions', 'list')).toEqual(['get', 'create', 'update', 'delete']);
  });

  test('a subscription goes with its mutation, which would publish nothing', () => {
    expect(available('delete')).toEqual(['get', 'list', 'create', 'update', 'onCreate', 'onUpdate']);
    expect(available('mutations')).toEqual(['get', 'list']);
  });

  test('an index with a query is enough of an API', () => {
    expect(() => resolveSchema(schemaOf({ Team: a.model({ name: a.string() }).disableOperations(['queries']).secondaryIndexes((index) => [index('name')]) }))).not.toThrow();
  });
});

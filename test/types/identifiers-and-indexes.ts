import { generateClient } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data/schema';
import { same, typeOf } from './assert';

export const schema = a.schema({
  Status: a.enum(['open', 'sent']),
  Product: a.model({ sku: a.string().required(), title: a.string() }).identifier(['sku']),
  Price: a.model({ sku: a.string().required(), nC: a.integer().required(), amount: a.float() }).identifier(['sku', 'nC']),
  Shelf: a.model({ storeId: a.id().required(), status: a.ref('Status').required(), row: a.integer().required(), label: a.string() }).identifier(['storeId', 'status', 'row']),
  Order: a.model({
    customerId: a.id().required(),
    status: a.ref('Status'),
    size: a.enum(['S', 'L']),
    placedAt: a.datetime(),
    total: a.float(),
    note: a.json(),
    tags: a.string().array(),
  }).secondaryIndexes((index) => [
    index('customerId'),
    index('customerId').sortKeys(['placedAt']).name('by-time'),
    index('customerId').sortKeys(['total']).queryField('ordersByTotal').projection('KEYS_ONLY'),
    index('customerId').sortKeys(['status']).queryField(null),
    index('status').sortKeys(['placedAt', 'total']).projection('INCLUDE', ['note']),
    index('size').sortKeys(['status']).queryField('ordersBySize'),
    index('total').queryField('ordersOfTotal'),
  ]),
});

type Schema = ClientSchema<typeof schema>;
const { models } = generateClient<Schema>();
const { Product, Price, Shelf, Order } = models;

same<Schema['Product']['identifier'], { sku: string }>(true);
same<Schema['Price']['deleteType'], { sku: string; nC: number }>(true);
same<Schema['Price']['updateType'], { sku: string; nC: number; amount?: number | null }>(true);
same<Schema['Shelf']['identifier'], { storeId: string; status: 'open' | 'sent'; row: number }>(true);
same<Schema['Shelf']['createType'], { storeId: string; status: 'open' | 'sent'; row: number; label?: string | null }>(true);

export async function identifiers() {
  await Product.get({ sku: 's1' });
  const { data: product } = await Product.update({ sku: 's1', title: null });
  typeOf(product).is<{ sku: string; title: string | null; readonly createdAt: string; readonly updatedAt: string } | null>(true);
  await Price.delete({ sku: 's1', nC: 1 });
  await Shelf.get({ storeId: 'a', status: 'open', row: 1 });
  // @ts-expect-error there is no id
  await Product.get({ id: 's1' });
  // @ts-expect-error the sku is missing
  await Product.create({ title: 'Bread' });
  // @ts-expect-error a number
  await Price.get({ sku: 's1', nC: '1' });
  // @ts-expect-error half an identifier
  await Price.delete({ sku: 's1' });
  // @ts-expect-error two of three
  await Shelf.get({ storeId: 'a', status: 'open' });
  // @ts-expect-error there is no such status
  await Shelf.delete({ storeId: 'a', status: 'gone', row: 1 });
  // @ts-expect-error an identifier is never taken away
  await Shelf.update({ storeId: 'a', status: 'open', row: null });
}

export async function lists() {
  await Price.list({ sku: 's1', nC: { eq: 1 } });
  await Price.list({ sku: 's1', nC: { between: [1, 9] }, sortDirection: 'DESC', filter: { amount: { gt: 1 } }, limit: 10 });
  await Shelf.list({ storeId: 'a', statusRow: { eq: { status: 'open', row: 1 } } });
  await Shelf.list({ storeId: 'a', statusRow: { between: [{ status: 'open', row: 1 }, { status: 'sent', row: 2 }] }, sortDirection: 'ASC' });
  await Shelf.list({ storeId: 'a', statusRow: { beginsWith: { status: 'open' } } });
  // @ts-expect-error one field has nothing to sort by
  await Product.list({ sku: 's1' });
  // @ts-expect-error a condition on a number
  await Price.list({ sku: 's1', nC: { eq: '1' } });
  // @ts-expect-error numbers begin with nothing
  await Price.list({ sku: 's1', nC: { beginsWith: 1 } });
  // @ts-expect-error a condition, no value
  await Price.list({ sku: 's1', nC: 1 });
  // @ts-expect-error both sort keys have one condition
  await Shelf.list({ storeId: 'a', status: { eq: 'open' } });
  // @ts-expect-error which has to name both
  await Shelf.list({ storeId: 'a', statusRow: { eq: { status: 'open' } } });
  // @ts-expect-error there is no such status
  await Shelf.list({ storeId: 'a', statusRow: { ge: { status: 'gone', row: 1 } } });
}

export async function queries() {
  same<
    Exclude<keyof typeof Order, keyof typeof Product>,
    | 'listOrderByCustomerId' | 'listOrderByCustomerIdAndPlacedAt' | 'listOrderByStatusAndPlacedAtAndTotal'
    | 'ordersByTotal' | 'ordersBySize' | 'ordersOfTotal'
  >(true);
  const { data: orders, nextToken } = await Order.listOrderByCustomerId({ customerId: 'c1' });
  typeOf(orders[0]!.total).is<number | null>(true);
  typeOf(nextToken).is<string | null | undefined>(true);
  await Order.listOrderByCustomerIdAndPlacedAt({ customerId: 'c1', placedAt: { beginsWith: '2026' } }, { sortDirection: 'DESC', limit: 1, filter: { total: { gt: 9 } } });
  const { data: selected } = await Order.ordersByTotal({ customerId: 'c1', total: { le: 10.5 } }, { selectionSet: ['id', 'status'] });
  typeOf(selected).is<{ readonly id: string; readonly status: 'open' | 'sent' | null }[]>(true);
  await Order.listOrderByStatusAndPlacedAtAndTotal({ status: 'open', placedAtTotal: { eq: { placedAt: '2026-01-31T12:30:00.000Z', total: 1 } } });
  await Order.listOrderByStatusAndPlacedAtAndTotal({ status: 'sent', placedAtTotal: { beginsWith: { placedAt: '2026' } } });
  await Order.ordersBySize({ size: 'L' });
  await Order.ordersBySize({ size: 'L', status: { eq: 'open' } });
  await Order.ordersBySize({ size: 'S', status: { beginsWith: 'o' } }, { authMode: 'apiKey', nextToken: null });
  await Order.ordersOfTotal({ total: 10 });
}

export async function wrongQueries() {
  // @ts-expect-error the partition key is missing
  await Order.listOrderByCustomerId({});
  // @ts-expect-error the partition key has one value
  await Order.listOrderByCustomerId({ customerId: { eq: 'c1' } });
  // @ts-expect-error an index without a sort key
  await Order.listOrderByCustomerId({ customerId: 'c1', placedAt: { gt: '2026' } });
  // @ts-expect-error a time is a string
  await Order.listOrderByCustomerIdAndPlacedAt({ customerId: 'c1', placedAt: { gt: 2026 } });
  // @ts-expect-error it has a name of its own
  await Order.listOrderByCustomerIdAndTotal({ customerId: 'c1' });
  // @ts-expect-error a total is a number
  await Order.ordersByTotal({ customerId: 'c1', total: { eq: '1' } });
  // @ts-expect-error an index without a query
  await Order.listOrderByCustomerIdAndStatus({ customerId: 'c1' });
  // @ts-expect-error there is no such status
  await Order.listOrderByStatusAndPlacedAtAndTotal({ status: 'gone' });
  // @ts-expect-error one condition for both
  await Order.listOrderByStatusAndPlacedAtAndTotal({ status: 'open', placedAt: { gt: '2026' } });
  // @ts-expect-error there is no such size
  await Order.ordersBySize({ size: 'M' });
  // @ts-expect-error nor is there such a status
  await Order.ordersBySize({ size: 'L', status: { eq: 'gone' } });
  // @ts-expect-error there is no such path
  await Order.ordersBySize({ size: 'S' }, { selectionSet: ['sizes'] });
}

const order = a.model({ name: a.string(), code: a.integer(), open: a.boolean(), note: a.json(), tags: a.string().array(), place: a.customType({ street: a.string() }) });

export const wrongIndexes = [
  // @ts-expect-error there is no such field
  order.secondaryIndexes((index) => [index('nmae')]),
  // @ts-expect-error a list is no key
  order.secondaryIndexes((index) => [index('tags')]),
  // @ts-expect-error nor is a boolean
  order.secondaryIndexes((index) => [index('name').sortKeys(['open'])]),
  // @ts-expect-error nor a JSON value
  order.secondaryIndexes((index) => [index('name').sortKeys(['note'])]),
  // @ts-expect-error nor a custom type
  order.secondaryIndexes((index) => [index('place')]),
  // @ts-expect-error nothing is sorted by its own partition key
  order.secondaryIndexes((index) => [index('name').sortKeys(['name'])]),
];

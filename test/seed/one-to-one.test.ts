import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';
import {
  createHasOne, deleteCustomerWithCart, deleteHasOne, eagerlyLoadHasOne, lazyLoadHasOne, updateHasOne,
} from './snippets';

type Schema = ClientSchema<typeof schemas.OneToOne>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schemas.OneToOne);
  client = generateClient<Schema>();
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

afterAll(() => api.close());

test('create a "has one" relationship between records', async () => {
  const { customer, cart, errors } = await createHasOne(client);

  expect(errors).toBeUndefined();
  expect(cart).toMatchObject({ items: ['Tomato', 'Ice', 'Mint'], customerId: customer.id });
  expect((await customer.activeCart()).data).toMatchObject({ id: cart.id, items: ['Tomato', 'Ice', 'Mint'] });
});

test('update a "has one" relationship between records', async () => {
  const { data: cart } = await client.models.Cart.create({ items: ['Pear'], customerId: 'somebody' });

  const newCustomer = await updateHasOne(client, cart!);

  expect((await newCustomer.activeCart()).data).toMatchObject({ id: cart!.id, items: ['Pear'], customerId: newCustomer.id });
  expect((await client.models.Cart.list({ filter: { customerId: { eq: 'somebody' } } })).data).toEqual([]);
});

test('delete a "has one" relationship between records', async () => {
  const { data: customer } = await client.models.Customer.create({ name: 'Eve' });
  const { data: project } = await client.models.Cart.create({ items: ['Fig'], customerId: customer!.id });

  const { data, errors } = await deleteHasOne(client, project!);

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ id: project!.id, items: ['Fig'], customerId: null });
  expect((await customer!.activeCart()).data).toBeNull();
});

test('lazy load a "has one" relationship', async () => {
  await client.models.Customer.create({ id: 'MY_CUSTOMER_ID', name: 'Rene' });
  await client.models.Cart.create({ id: 'MY_CART_ID', items: ['Tomato'], customerId: 'MY_CUSTOMER_ID' });

  const customer = await lazyLoadHasOne(client);

  expect(customer).toMatchObject({ id: 'MY_CUSTOMER_ID', name: 'Rene' });
  expect((await customer.activeCart()).data).toMatchObject({ id: 'MY_CART_ID' });
});

test('eagerly load a "has one" relationship', async () => {
  const cart = await eagerlyLoadHasOne(client);

  expect(cart).toEqual({ id: 'MY_CART_ID', customer: { id: 'MY_CUSTOMER_ID', name: 'Rene', createdAt: expect.any(String), updatedAt: expect.any(String) } });
  expect(console.log).toHaveBeenCalledWith('MY_CUSTOMER_ID');
});

test('a record without its other half has null for it, and nothing is asked for', async () => {
  await client.models.Cart.create({ id: 'ownerless', items: [] });
  await client.models.Customer.create({ id: 'cartless' });

  api.clearRequests();
  expect((await client.models.Cart.get({ id: 'ownerless' }, { selectionSet: ['id', 'customer.*'] })).data).toEqual({ id: 'ownerless', customer: null });
  expect(api.requests).toMatchObject([{ operation: 'GetItem' }]);
  expect((await client.models.Customer.get({ id: 'cartless' }, { selectionSet: ['id', 'activeCart.*'] })).data).toEqual({ id: 'cartless', activeCart: null });
});

test('handling orphaned foreign keys on parent record deletion', async () => {
  const customerId = 'MY_CUSTOMER_ID';

  const deleted = await deleteCustomerWithCart(client, customerId);

  expect(deleted.cart.data).toMatchObject({ id: 'MY_CART_ID', customerId });
  expect(deleted.customer.data).toMatchObject({ id: customerId, name: 'Rene' });
  expect((await client.models.Cart.get({ id: 'MY_CART_ID' })).data).toBeNull();
  expect((await client.models.Customer.get({ id: customerId })).data).toBeNull();
});

import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve, type Client } from '../support/amplify-client';

let api: LocalApi;
let client: Client;

beforeAll(async () => {
  ({ api, client } = await serve(schemas.OneToOne));
});

afterAll(() => api.close());

test('create a "has one" relationship between records', async () => {
  const { data: customer, errors } = await client.models.Customer.create({
    name: "Rene",
  });

  const { data: cart } = await client.models.Cart.create({
    items: ["Tomato", "Ice", "Mint"],
    customerId: customer?.id,
  });

  expect(errors).toBeUndefined();
  expect(cart).toMatchObject({ items: ['Tomato', 'Ice', 'Mint'], customerId: customer.id });
  expect((await customer.activeCart()).data).toMatchObject({ id: cart.id, items: ['Tomato', 'Ice', 'Mint'] });
});

test('update a "has one" relationship between records', async () => {
  const { data: cart } = await client.models.Cart.create({ items: ['Pear'], customerId: 'somebody' });

  const { data: newCustomer } = await client.models.Customer.create({
    name: 'Ian',
  });

  await client.models.Cart.update({
    id: cart.id,
    customerId: newCustomer?.id,
  });

  expect((await newCustomer.activeCart()).data).toMatchObject({ id: cart.id, items: ['Pear'], customerId: newCustomer.id });
  expect((await client.models.Cart.list({ filter: { customerId: { eq: 'somebody' } } })).data).toEqual([]);
});

test('delete a "has one" relationship between records', async () => {
  const { data: customer } = await client.models.Customer.create({ name: 'Eve' });
  const { data: project } = await client.models.Cart.create({ items: ['Fig'], customerId: customer.id });

  const { data, errors } = await client.models.Cart.update({
    id: project.id,
    customerId: null,
  });

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ id: project.id, items: ['Fig'], customerId: null });
  expect((await customer.activeCart()).data).toBeNull();
});

test('lazy load a "has one" relationship', async () => {
  await client.models.Customer.create({ id: 'MY_CUSTOMER_ID', name: 'Rene' });
  await client.models.Cart.create({ id: 'MY_CART_ID', items: ['Tomato'], customerId: 'MY_CUSTOMER_ID' });

  const { data: cart } = await client.models.Cart.get({ id: "MY_CART_ID"});
  const { data: customer } = await cart.customer();

  expect(customer).toMatchObject({ id: 'MY_CUSTOMER_ID', name: 'Rene' });
  expect((await customer.activeCart()).data).toMatchObject({ id: 'MY_CART_ID' });
});

test('eagerly load a "has one" relationship', async () => {
  const { data: cart } = await client.models.Cart.get(
    { id: "MY_CART_ID" },
    { selectionSet: ['id', 'customer.*'] },
  );

  expect(cart).toEqual({ id: 'MY_CART_ID', customer: { id: 'MY_CUSTOMER_ID', name: 'Rene', createdAt: expect.any(String), updatedAt: expect.any(String) } });
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

  // Get the customer with their associated cart
  const { data: customerWithCart } = await client.models.Customer.get(
    { id: customerId },
    { selectionSet: ["id", "activeCart.*"] },
  );

  // Delete Cart if exists
  const deletedCart = await client.models.Cart.delete({ id: customerWithCart.activeCart.id });

  // Delete the customer
  const deletedCustomer = await client.models.Customer.delete({ id: customerWithCart.id });

  expect(deletedCart.data).toMatchObject({ id: 'MY_CART_ID', customerId });
  expect(deletedCustomer.data).toMatchObject({ id: customerId, name: 'Rene' });
  expect((await client.models.Cart.get({ id: 'MY_CART_ID' })).data).toBeNull();
  expect((await client.models.Customer.get({ id: customerId })).data).toBeNull();
});

import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.OneToOne>;
const { models } = generateClient<Schema>();

interface Cart extends ImpliedFields { items: string[] | null; customerId: string | null; customer: Schema['Cart']['type']['customer'] }
interface Customer extends ImpliedFields { name: string | null; activeCart: Schema['Customer']['type']['activeCart'] }

same<Schema['Cart']['createType'], { id?: string; items?: string[] | null; customerId?: string | null }>(true);
same<Schema['Cart']['updateType'], { id: string; items?: string[] | null; customerId?: string | null }>(true);
same<Schema['Customer']['createType'], { id?: string; name?: string | null }>(true);
same<Schema['Customer']['deleteType'], { readonly id: string }>(true);

export async function mutations() {
  const { data: customer } = await models.Customer.create({});
  typeOf(customer).is<Customer | null>(true);
  const { data: cart } = await models.Cart.create({ items: ['Tomato', 'Ice'], customerId: customer?.id ?? null });
  typeOf(cart).is<Cart | null>(true);
  const { data: freed } = await models.Cart.update({ id: 'c1', customerId: null, items: null });
  typeOf(freed).is<Cart | null>(true);
  // @ts-expect-error the elements of the list are required
  await models.Cart.create({ items: ['Tomato', null] });
  // @ts-expect-error a list is no single value
  await models.Cart.create({ items: 'Tomato' });
  // @ts-expect-error the cart holds the reference
  await models.Customer.create({ name: 'Ann', activeCartId: 'c1' });
  // @ts-expect-error nor is the relationship written
  await models.Customer.update({ id: 'u1', activeCart: { id: 'c1' } });
  // @ts-expect-error the reference is not the identifier
  await models.Cart.delete({ customerId: 'u1' });
}

export async function lazily(cart: Cart, customer: Customer) {
  const { data: activeCart } = await customer.activeCart({ authMode: 'apiKey', headers: { 'x-shop': 'eu' } });
  typeOf(activeCart).is<Schema['Cart']['type'] | null>(true);
  const { data: owner } = await cart.customer();
  typeOf(owner).is<Schema['Customer']['type'] | null>(true);
  // @ts-expect-error a customer may have no cart
  void activeCart.items;
  // @ts-expect-error a cart may have no items
  void activeCart!.items.length;
  // @ts-expect-error one record has no pages
  await customer.activeCart({ nextToken: 'next' });
  // @ts-expect-error nor a token of the next one
  void (await customer.activeCart()).nextToken;
}

export async function eagerly() {
  // The client's types take lists apart under 'activeCart.*' (for the peer's schemas as well): each field is named instead.
  const selectionSet = ['name', 'activeCart.id', 'activeCart.items', 'activeCart.customerId'] as const;
  interface Expected {
    readonly name: string | null;
    readonly activeCart: { readonly id: string; readonly items: string[] | null; readonly customerId: string | null };
  }
  same<SelectionSet<Schema['Customer'], typeof selectionSet>, Expected>(true);
  const { data: customer } = await models.Customer.get({ id: 'u1' }, { selectionSet });
  typeOf(customer).is<Expected | null>(true);
  const { data: carts } = await models.Cart.list({ selectionSet: ['items', 'customer.*', 'customer.activeCart.id'] });
  interface ExpectedCart {
    readonly items: string[] | null;
    readonly customer: { readonly name: string | null; readonly id: string; readonly createdAt: string; readonly updatedAt: string; readonly activeCart: { readonly id: string } };
  }
  typeOf(carts).is<ExpectedCart[]>(true);
  // @ts-expect-error one record is no list
  void customer!.activeCart[0];
  // @ts-expect-error there is no such field
  await models.Customer.list({ selectionSet: ['activeCart.item'] });
  // @ts-expect-error a list of values has no fields
  await models.Cart.list({ selectionSet: ['items.*'] });
}

export async function filters() {
  await models.Cart.list({ filter: { customerId: { eq: 'u1' }, not: { items: { contains: 'Ice' } } } });
  // @ts-expect-error relationships are no part of a filter
  await models.Customer.list({ filter: { activeCart: { id: { eq: 'c1' } } } });
  // @ts-expect-error nor on the other side
  await models.Cart.list({ filter: { and: [{ customer: { name: { eq: 'Ann' } } }] } });
}

export function subscriptions() {
  models.Cart.onUpdate({ filter: { customerId: { eq: 'u1' } } }).subscribe((cart) => typeOf(cart).is<Cart>(true));
  models.Customer.observeQuery({ selectionSet: ['activeCart.items'] }).subscribe(({ items }) => {
    typeOf(items).is<{ readonly activeCart: { readonly items: string[] | null } }[]>(true);
  });
  // @ts-expect-error relationships are no part of a filter
  models.Customer.onCreate({ filter: { activeCart: { eq: 'c1' } } });
}

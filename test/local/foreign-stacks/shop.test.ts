import { App, Stack } from 'aws-cdk-lib';
import { LambdaDataSource, Resolver } from 'aws-cdk-lib/aws-appsync';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { LocalApi, type LambdaFunctions, type LocalTable } from '../../../lib/local';
import { send } from '../../support/graphql';
import { nodeFunction, ShopStack, StorageStack, VersionStack } from './shop/shop-stack';

let prices: Server;
let priceService: string;
beforeAll(async () => {
  prices = createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url!, 'http://localhost');
    if (pathname.includes('unknown')) return response.writeHead(404).end('no such product');
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ amount: pathname.length, currency: searchParams.get('currency') }));
  });
  prices.listen(0, '127.0.0.1');
  await once(prices, 'listening');
  priceService = `http://127.0.0.1:${(prices.address() as AddressInfo).port}`;
});
afterAll(async () => {
  prices.closeAllConnections();
  await new Promise((resolve) => prices.close(resolve));
});

function shop(service = priceService): ShopStack {
  const app = new App();
  const { orders, status } = new StorageStack(app, 'Storage');
  const stack = new ShopStack(app, 'Shop', { orders, status, priceService: service });
  new VersionStack(app, 'Version', stack.api);
  return stack;
}

const customers: LocalTable = {
  TableName: 'crm-customers',
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
};

const opened: LocalApi[] = [];
async function open(functions: LambdaFunctions = {}, stack = shop()): Promise<LocalApi> {
  const api = await LocalApi.fromStack(stack, { functions, tables: [customers] });
  opened.push(api);
  return api;
}
afterEach(async () => {
  for (const api of opened.splice(0)) await api.close();
});

async function placeOrders(api: LocalApi, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await send(api, 'mutation ($number: Int!) { placeOrder(customerId: "c1", number: $number, total: 9.5) { number } }', { number });
  }
}

test('tables of another stack, and of none', async () => {
  const api = await open();
  await placeOrders(api, 2);
  await send(api, 'mutation { addCustomer(id: "c1", name: "Ann") { id } }');
  expect(await send(api, '{ orders(customerId: "c1") { number total } customer(id: "c1") { name } }')).toEqual({
    data: { orders: [{ number: 1, total: 9.5 }, { number: 2, total: 9.5 }], customer: { name: 'Ann' } },
  });
  expect([...new Set(api.requests.map(({ table }) => table))]).toEqual([expect.stringMatching(/^Storage-Orders/), 'crm-customers']);
});

test('a table of no stack has to be described', async () => {
  await expect(LocalApi.fromStack(shop())).rejects.toThrow(`resource 'Shop/Api/customers/Resource' (logical id Apicustomers`);
  await expect(LocalApi.fromStack(shop())).rejects.toThrow(`no stack of the assembly makes the table 'crm-customers': say what keys it has with LocalApi's option 'tables'`);
});

test('a stack that imports the API adds a resolver', async () => {
  expect(await send(await open(), '{ version }')).toEqual({ data: { version: 7 } });
});

describe('an HTTP data source', () => {
  test('is asked for real', async () => {
    const api = await open();
    await placeOrders(api, 1);
    expect(await send(api, '{ price(product: "a b", currency: "CHF") { amount currency } orders(customerId: "c1") { price { currency } } }')).toEqual({
      data: { price: { amount: '/prices/a+b'.length, currency: 'CHF' }, orders: [{ price: { currency: 'EUR' } }] },
    });
    expect(await send(api, '{ price(product: "unknown") { amount } }')).toMatchObject({ data: { price: null }, errors: [{ path: ['price'], errorType: '404', message: 'no such product' }] });
  });

  test('that can\'t be reached is an error of the field', async () => {
    const api = await open({}, shop('http://shop.invalid'));
    expect(await send(api, '{ price(product: "a") { amount } }')).toMatchObject({
      data: { price: null }, errors: [{ path: ['price'], errorType: 'HTTP:RequestFailed', message: expect.stringContaining('GET http://shop.invalid/prices/a?currency=EUR failed: ') }],
    });
  });
});

describe('Lambda functions', () => {
  test('are invoked directly where a resolver or a function has no code', async () => {
    const api = await open({
      Quote: ({ arguments: { product, count } }) => product.length * count,
      Echo: async ({ arguments: args, stash, info }) => ({ ...args, ...stash, field: info.fieldName }),
    });
    const { data } = await send(api, '{ quote(product: "tea", count: 3) echo(text: "hi") }');
    expect(data!.quote).toBe(9);
    expect(JSON.parse(data!.echo as string)).toEqual({ text: 'hi', shop: 'ours', field: 'echo' });
  });

  test('that are imported go by their names; what they throw has Lambda\'s type of error', async () => {
    const api = await open({
      payments: ({ action, input }) => {
        if (input.amount > 100) throw new RangeError('over the limit');
        return { receipt: `${action} ${input.amount}` };
      },
    });
    expect(await send(api, 'mutation { small: charge(customerId: "c1", amount: 5) large: charge(customerId: "c1", amount: 500) }')).toEqual({
      data: { small: 'charge 5', large: null },
      errors: [{ path: ['large'], data: null, errorType: 'Lambda:Unhandled', errorInfo: null, locations: [{ line: 1, column: 55, sourceName: null }], message: 'over the limit' }],
    });
  });

  test('of another stack go by their construct\'s path, and are asked for many parents at once', async () => {
    const batches: unknown[] = [];
    const api = await open({
      'Storage/Status': (orders: { number: number }[]) => {
        batches.push(orders);
        return orders.map(({ number }) => (number === 2 ? { data: null, errorMessage: 'lost', errorType: 'Lost' } : { data: `sent ${number}` }));
      },
    });
    await placeOrders(api, 3);
    expect(await send(api, '{ orders(customerId: "c1") { status } }')).toMatchObject({
      data: { orders: [{ status: 'sent 1' }, { status: null }, { status: 'sent 3' }] },
      errors: [{ path: ['orders', 1, 'status'], errorType: 'Lost', message: 'lost' }],
    });
    expect(batches).toEqual([[{ number: 1 }, { number: 2 }], [{ number: 3 }]]);
  });

  test('are events where nobody waits for them', async () => {
    let finish = () => {};
    const ended = new Promise<unknown>((resolve) => { finish = () => resolve('ended'); });
    const api = await open({ reminders: () => ended });
    expect(await send(api, 'mutation { remind(customerId: "c1") }')).toEqual({ data: { remind: true } });
    finish();
    expect(await ended).toBe('ended');
  });

  test('have the same names whichever stack has the data sources that invoke them', async () => {
    const app = new App();
    const { orders, status } = new StorageStack(app, 'Storage');
    const stack = new ShopStack(app, 'Shop', { orders, status, priceService });
    const other = new Stack(app, 'Other');
    const add = (name: string, fieldName: string, lambdaFunction: IFunction) =>
      new Resolver(other, `Query.${fieldName}`, { api: stack.api, typeName: 'Query', fieldName, dataSource: new LambdaDataSource(other, name, { api: stack.api, lambdaFunction }) });
    add('estimate', 'estimate', stack.quote);
    add('added', 'version', nodeFunction(other, 'Version'));
    await expect(open({ Version: () => 8 }, stack)).rejects.toThrow(`there is 'Quote', 'Echo', 'payments', 'reminders', 'Storage/Status', 'Other/Version'`);
    const api = await open({ 'Quote': ({ arguments: { count } }) => count, 'Other/Version': () => 8 }, stack);
    expect(await send(api, '{ quote(product: "tea", count: 3) estimate(count: 4) version }')).toEqual({ data: { quote: 3, estimate: 4, version: 8 } });
  });

  test('that are not given are errors of the fields that need them', async () => {
    const api = await open({ Echo: () => 1 });
    expect(await send(api, '{ echo(text: "hi") quote(product: "tea", count: 3) }')).toMatchObject({
      data: { echo: '1', quote: null },
      errors: [{ path: ['quote'], message: expect.stringMatching(/^there is no function for the Lambda function 'Quote' \(Quote\w+, Shop-Quote\w+, arn:.*\): give one to LocalApi with \{ functions: \{ 'Quote': /) }],
    });
  });

  test('of names that fit none are an error at the start', async () => {
    await expect(open({ Qote: () => 1 })).rejects.toThrow(
      `option 'functions': the API invokes no Lambda function 'Qote': there is 'Quote', 'Echo', 'payments', 'reminders', 'Storage/Status'`);
  });
});

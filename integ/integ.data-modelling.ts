/**
 * Enums, custom types, secondary indexes and disabled operations, as one stack.
 *
 * @see https://docs.amplify.aws/react/build-a-backend/data/data-modeling/
 */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { shop } from './schemas/data-modelling';

const app = new App();

const stack = new Stack(app, 'Shop');

const data = new AppSyncData(stack, 'Data', { schema: shop });

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, `mutation {
  createCustomer(input: { id: "ada", name: "Ada", addresses: [{ lines: ["Main Street 1"], country: DE }] }) { id }
  createOrder(input: { id: "o", customerId: "ada", status: OPEN, total: 9, placedAt: "2026-01-01T00:00:00Z", price: { amount: 9.5, currency: EUR } }) { id }
}`, { createCustomer: { id: 'ada' }, createOrder: { id: 'o' } },
).next(expectData(test, data, '{ listOrderByStatusAndTotal(status: OPEN, total: { ge: 9 }) { items { price { amount currency } customer { addresses { lines country } } } } }', {
  listOrderByStatusAndTotal: { items: [{ price: { amount: 9.5, currency: 'EUR' }, customer: { addresses: [{ lines: ['Main Street 1'], country: 'DE' }] } }] },
}));

app.synth();

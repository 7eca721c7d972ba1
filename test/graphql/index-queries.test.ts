import { a } from 'cdk-appsync-data/schema';
import { printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { linesOf, operation } from '../support/sdl';

const sdl = printSchema(resolveSchema(a.schema({
  Status: a.enum(['OPEN', 'PAID']),
  Order: a.model({ customerId: a.id().required(), status: a.ref('Status'), total: a.integer(), at: a.timestamp(), day: a.date(), region: a.string() }).secondaryIndexes((index) => [
    index('customerId'),
    index('customerId').sortKeys(['day']).name('byCustomerDate').queryField('ordersByCustomerAndDate'),
    index('status').sortKeys(['region', 'total', 'at']),
    index('region').sortKeys(['status', 'day']).name('byRegion'),
    index('region').sortKeys(['status']),
    index('total').sortKeys(['at']),
    index('day').queryField(null),
  ]),
  member: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name')]).disableOperations(['queries', 'mutations']),
}).authorization((allow) => allow.publicApiKey())));

const page = 'sortDirection: ModelSortDirection, filter: ModelOrderFilterInput, limit: Int, nextToken: String';

test.each([
  ['listOrderByCustomerId', 'customerId: ID!'],
  ['ordersByCustomerAndDate', 'customerId: ID!, day: ModelStringKeyConditionInput'],
  ['listOrderByStatusAndRegionAndTotalAndAt', 'status: Status!, regionTotalAt: ModelOrderOrdersByStatusAndRegionAndTotalAndAtCompositeKeyConditionInput'],
  ['listOrderByRegionAndStatusAndDay', 'region: String!, statusDay: ModelOrderByRegionCompositeKeyConditionInput'],
  ['listOrderByRegionAndStatus', 'region: String!, status: ModelStringKeyConditionInput'],
  ['listOrderByTotalAndAt', 'total: Int!, at: ModelIntKeyConditionInput'],
])('%s takes the fields of its index', (name, args) => {
  expect(operation(sdl, name)).toBe(`${name}(${args}, ${page}): ModelOrderConnection`);
});

test('an index without a query has none', () => {
  expect(linesOf(sdl, 'type Query').map((line) => line.split('(')[0])).toEqual([
    'getOrder', 'listOrders', 'listOrderByCustomerId', 'ordersByCustomerAndDate', 'listOrderByStatusAndRegionAndTotalAndAt', 'listOrderByRegionAndStatusAndDay',
    'listOrderByRegionAndStatus', 'listOrderByTotalAndAt', 'listMemberByName',
  ]);
});

test('several sort keys have an input, named after model and index; text and numbers are plain in it, enums are themselves', () => {
  expect(linesOf(sdl, 'input ModelOrderOrdersByStatusAndRegionAndTotalAndAtCompositeKeyInput')).toEqual(['region: String', 'total: Int', 'at: Int']);
  expect(linesOf(sdl, 'input ModelOrderByRegionCompositeKeyInput')).toEqual(['status: Status', 'day: String']);
  expect(linesOf(sdl, 'input ModelOrderByRegionCompositeKeyConditionInput')).toEqual([
    ...['eq', 'le', 'lt', 'ge', 'gt'].map((name) => `${name}: ModelOrderByRegionCompositeKeyInput`), 'between: [ModelOrderByRegionCompositeKeyInput]', 'beginsWith: ModelOrderByRegionCompositeKeyInput',
  ]);
});

test('one sort key has the input of its type, and no other is there', () => {
  expect([...sdl.matchAll(/^input (Model(ID|String|Int|Float)KeyConditionInput)/gm)].map(([, name]) => name)).toEqual(['ModelStringKeyConditionInput', 'ModelIntKeyConditionInput']);
});

test('a model that is only read by an index has pages and a filter', () => {
  expect(operation(sdl, 'listMemberByName')).toBe('listMemberByName(name: String!, sortDirection: ModelSortDirection, filter: ModelMemberFilterInput, limit: Int, nextToken: String): ModelMemberConnection');
  expect(linesOf(sdl, 'type ModelMemberConnection')).toEqual(['items: [member]!', 'nextToken: String']);
  expect(linesOf(sdl, 'input ModelMemberFilterInput')).toContain('name: ModelStringInput');
});

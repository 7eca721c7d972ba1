import { Template } from 'aws-cdk-lib/assertions';
import { generateClient, type Client } from 'aws-amplify/data';
import { a, type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { serve } from '../support/amplify-client';
import { codesIn, stackOf } from '../support/synthesized';

const schema = a.schema({
  Product: a.model({
    code: a.string().required().validate((rules) => rules.minLength(3).maxLength(5, 'a code has up to five characters').startsWith('p').endsWith('x').matches('^[a-z]+$', "it's lower case, \"only\"")),
    price: a.float().validate((rules) => rules.positive('nothing is free').lt(1000)),
    stock: a.integer().default(1).validate((rules) => rules.gte(0).lte(10)),
    debt: a.integer().validate((rules) => rules.negative().gt(-5)),
    seller: a.email().validate((rules) => rules.endsWith('@example.com')),
  }),
  Note: a.model({ text: a.string() }),
}).authorization((allow) => allow.publicApiKey());

type Schema = ClientSchema<typeof schema>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  api = await serve(schema);
  client = generateClient<Schema>();
});

afterAll(() => api.close());

const right = { code: 'pear'.replace('r', 'x'), price: 1, stock: 2, debt: -1, seller: 'a@example.com' };

test('values that keep their rules are written, at the limits too', async () => {
  for (const values of [right, { ...right, code: 'pax', price: 0.01, stock: 0, debt: -4 }, { ...right, code: 'paaax', price: 999.99, stock: 10 }, { code: 'pax', price: null, seller: null }]) {
    const { data, errors } = await client.models.Product.create(values);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject(values);
  }
});

const broken: readonly [keyof typeof right, string | number, string][] = [
  ['code', 'px', "'code' must have at least 3 characters"],
  ['code', 'paaaax', 'a code has up to five characters'],
  ['code', 'aaax', "'code' must start with 'p'"],
  ['code', 'pear', "'code' must end with 'x'"],
  ['code', 'pA1x', "it's lower case, \"only\""],
  ['price', 0, 'nothing is free'],
  ['price', 1000, "'price' must be less than 1000"],
  ['stock', -1, "'stock' must be at least 0"],
  ['stock', 11, "'stock' must be at most 10"],
  ['debt', 0, "'debt' must be less than 0"],
  ['debt', -5, "'debt' must be greater than -5"],
  ['seller', 'a@example.org', "'seller' must end with '@example.com'"],
];

test.each(broken)('%s: %j is refused by create and update before anything is written: %s', async (field, value, message) => {
  const { data: product } = await client.models.Product.create(right);
  api.clearRequests();
  for (const refused of [await client.models.Product.create({ ...right, [field]: value }), await client.models.Product.update({ id: product!.id, [field]: value })]) {
    expect(refused).toMatchObject({ data: null, errors: [{ message, errorType: 'InvalidArgumentsError' }] });
  }
  expect(api.requests).toEqual([]);
});

test('an update looks at what it changes only', async () => {
  const { data: product } = await client.models.Product.create(right);
  expect((await client.models.Product.update({ id: product!.id, price: null, stock: 3 })).data).toMatchObject({ price: null, stock: 3, code: right.code });
});

test('only models with rules have the code for them, which keeps far from the limit of AppSync', () => {
  const codes = codesIn(Template.fromStack(stackOf(schema)));
  const checking = Object.entries(codes).filter(([, code]) => code.includes('.rules'));
  expect(checking.map(([id]) => id.replace(/^DataResolversMutation(\w+?)[0-9A-F]{8}$/, '$1')).sort()).toEqual(['createProduct', 'updateProduct']);
  // Its rules come on top of the 4,000 characters of other resolvers; AppSync takes 32,000.
  for (const [, code] of checking) expect(code.length).toBeLessThan(6000);
});

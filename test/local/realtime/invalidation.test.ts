import { code, resolver } from '../template/api-template';
import { connect, subscribe, type RealTimeClient } from './real-time-client';
import { serveRealTime, type RealTimeServed } from './serve-real-time';

let api: RealTimeServed;
let client: RealTimeClient;

const invalidationFilter = 'extensions.setSubscriptionInvalidationFilter({ filterGroup: [{ filters: [{ fieldName: "userId", operator: "eq", value: ctx.args.userId }] }] }); return null;';

beforeAll(async () => {
  api = await serveRealTime(`
    type Query { a: String }
    type Mutation { say(text: String): Message leave(userId: ID): String invalidate(count: Int, what: AWSJSON): String }
    type Subscription {
      onMessage(userId: ID): Message @aws_subscribe(mutations: ["say"])
      onOther(userId: ID): Message @aws_subscribe(mutations: ["say"])
    }
    type Message { text: String userId: ID }
  `, {
    Say: resolver('Mutation.say'),
    Leave: resolver('Mutation.leave', code(undefined, 'extensions.invalidateSubscriptions({ subscriptionField: "onMessage", payload: { userId: ctx.args.userId } }); return "left";')),
    Invalidate: resolver('Mutation.invalidate', code(undefined, '[1, 2, 3, 4, 5, 6].filter((i) => i <= (ctx.args.count ?? 1)).forEach((i) => extensions.invalidateSubscriptions(ctx.args.what)); return "done";')),
    OnMessage: resolver('Subscription.onMessage', code('return {};', `extensions.setSubscriptionFilter(null); ${invalidationFilter}`)),
    OnOther: resolver('Subscription.onOther', code('return {};', 'return null;')),
  });
});
afterAll(() => api.close());
beforeEach(async () => { client = await connect(api.url); });
afterEach(() => client.socket.close());

const onMessage = 'subscription ($userId: ID) { onMessage(userId: $userId) { text } }';

test('a mutation ends the subscriptions whose invalidation filter its payload meets', async () => {
  await subscribe(client, 'ada', onMessage, { userId: 'ada' });
  await subscribe(client, 'tim', onMessage, { userId: 'tim' });
  await subscribe(client, 'other', 'subscription { onOther { text } }');
  await api.request('mutation { leave(userId: "ada") }');
  expect(await client.next()).toEqual({ type: 'complete', id: 'ada' });
  await api.request('mutation { say(text: "hello") { text userId } }');
  expect(await client.next()).toEqual({ type: 'data', id: 'other', payload: { data: { onOther: { text: 'hello' } } } });
  // The others are still there, and the id is free.
  await subscribe(client, 'ada', onMessage, { userId: 'ada' });
  await api.request('mutation { leave(userId: "tim") }');
  expect(await client.next()).toEqual({ type: 'complete', id: 'tim' });
});

test('a resolver may invalidate five times a request', async () => {
  const what = JSON.stringify({ subscriptionField: 'onMessage', payload: {} });
  const invalidate = (count: number) => api.request('mutation ($count: Int, $what: AWSJSON) { invalidate(count: $count, what: $what) }', { count, what });
  expect(await invalidate(5)).toEqual({ data: { invalidate: 'done' } });
  expect(await invalidate(6)).toMatchObject({ data: { invalidate: null }, errors: [{ message: expect.stringContaining('extensions.invalidateSubscriptions can be called 5 times a request') }] });
});

test.each(['null', '1', '{}', '{"subscriptionField":1}', '{"subscriptionField":"onMessage"}', '{"subscriptionField":"onMessage","payload":[]}', '{"subscriptionField":"toString","payload":{}}'])('%s ends nothing', async (what) => {
  await subscribe(client, 'ada', onMessage, { userId: 'ada' });
  expect(await api.request('mutation ($what: AWSJSON) { invalidate(what: $what) }', { what })).toEqual({ data: { invalidate: 'done' } });
  await api.request('mutation { leave(userId: "ada") }');
  expect(await client.next()).toEqual({ type: 'complete', id: 'ada' });
});

import fc from 'fast-check';
import { LocalApi } from '../../../lib/local';
import { apiTemplate, code, resolver } from '../template/api-template';
import { writeAssembly } from '../template/write-assembly';

let api: LocalApi;
beforeAll(async () => {
  api = await LocalApi.fromAssembly(writeAssembly({
    Page: apiTemplate('type Query { a(text: String, input: In): String } input In { n: Int! date: AWSDate json: AWSJSON kinds: [Kind!] } enum Kind { A B } type Subscription { onA: String }', {
      A: resolver('Query.a', code('return { payload: JSON.stringify(ctx.args) };')),
    }),
  }));
});
afterAll(() => api.close());

const documents = ['{ a }', 'query A($text: String, $input: In) { a(text: $text, input: $input) }', 'query A { a } query B { a }', 'subscription { onA }', '{ a { b } }', '{', 'fragment F on Query { a }', '{ ...F }'];
const json = fc.jsonValue({ maxDepth: 3 });
const input = fc.oneof(json, fc.record({ n: json, date: json, json, kinds: json }, { requiredKeys: [] }));
const body = fc.oneof(
  fc.record({
    query: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<unknown>(...documents) }, fc.string(), json),
    variables: fc.oneof(fc.record({ text: json, input }), json),
    operationName: fc.oneof(fc.constantFrom<unknown>('A', 'B', ''), json),
  }, { requiredKeys: [] }).map((value) => JSON.stringify(value)),
  fc.json(),
  fc.string({ unit: 'binary' }),
);

async function post(content: string, headers: Record<string, string>): Promise<{ status: number; body: { data?: unknown; errors?: Record<string, unknown>[] } }> {
  const response = await fetch(api.url, { method: 'POST', headers, body: content });
  return { status: response.status, body: await response.json() as never };
}

test('whatever the body is, the answer is a GraphQL response or an error in the form of AppSync', async () => {
  await fc.assert(fc.asyncProperty(body, async (content) => {
    const answer = await post(content, { 'x-api-key': api.apiKey! });
    expect([200, 400]).toContain(answer.status);
    for (const error of answer.body.errors ?? []) expect(error).toMatchObject({ message: expect.stringMatching(/./) });
    if (answer.status === 200) expect(answer.body).toHaveProperty('data');
    else expect(answer.body).toEqual({ errors: [{ errorType: expect.stringMatching(/^\w+$/), message: expect.any(String) }] });
  }), { numRuns: 500 });
  expect(await post('{"query":"{ a }"}', { 'x-api-key': api.apiKey! })).toEqual({ status: 200, body: { data: { a: '{}' } } });
});

test('whatever the token is, it is the right one or refused', async () => {
  const text = fc.string({ unit: 'grapheme-ascii' });
  await fc.assert(fc.asyncProperty(text, text, async (key, token) => {
    fc.pre(key.trim() !== api.apiKey);
    expect(await post('{"query":"{ a }"}', { 'x-api-key': key, 'authorization': token }))
      .toEqual({ status: 401, body: { errors: [{ errorType: 'UnauthorizedException', message: 'You are not authorized to make this call.' }] } });
  }), { numRuns: 100 });
});

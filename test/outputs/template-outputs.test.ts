import fc from 'fast-check';
import { a, type Schema } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { shop } from '../../integ/schemas/data-modelling';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs, outputsFromTemplate, outputsToTemplate } from '../../lib/outputs';
import { shareValues, unshareValues } from '../../lib/outputs/shared-values';

function outputsOf(schema: Schema): object {
  return amplifyOutputs(resolveSchema(schema), { url: 'https://example.com/graphql', region: 'eu-west-1', apiKey: 'da2-key' });
}

test.each(Object.entries<Schema>({ ...schemas, shop }))('%s: what is read back is what was written, key by key', (_, schema) => {
  const outputs = outputsOf(schema);
  expect(JSON.stringify(outputsFromTemplate(outputsToTemplate(outputs)))).toBe(JSON.stringify(outputs));
});

test('any JSON comes back as it was', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
    const text = JSON.stringify(value);
    expect(JSON.parse(JSON.stringify(unshareValues(JSON.parse(JSON.stringify(shareValues(JSON.parse(text)))))))).toEqual(JSON.parse(text));
  }));
});

test.each<[string, unknown]>([
  ['a name that is the key that it stands under', { Team: { name: 'Team', x: 1 }, x: { x: { name: 'x' } } }],
  ['a name that is not', { Team: { name: 'Other', x: 1 }, Other: { x: 1, name: 'Other' } }],
  ['keys that references have', { '': 1, '=': { '': 2, '=': 3 }, list: [{ '': 0 }, { '=': 0, name: '=' }] }],
  ['nothing', {}],
  ['lists of lists', [[], [[]], [null]]],
])('%s', (_, value) => expect(unshareValues(JSON.parse(JSON.stringify(shareValues(value as never))))).toEqual(value));

test('a model more costs little', () => {
  const model = a.model({ name: a.string().required(), size: a.integer(), tags: a.string().array(), at: a.datetime() });
  const textOf = (count: number): string => outputsToTemplate(outputsOf(a.schema(Object.fromEntries(Array.from({ length: count }, (_, index) => [`Model${index}`, model]))).authorization((allow) => allow.publicApiKey())));
  expect((textOf(101).length - textOf(1).length) / 100).toBeLessThan(150);
});

test('a format of a newer version is refused', () => {
  expect(() => outputsFromTemplate('{"format":2,"values":[]}')).toThrow('the outputs in the template are of format 2, and this version of cdk-appsync-data reads format 1: update it');
});

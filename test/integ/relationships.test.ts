import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.relationships';
const outdir = synthesizeApp(name);

test('the templates are those that are committed', () => {
  expectCommittedSnapshot(name, outdir);
});

/** What a record of each kind is made of; a record refers to the one of each other kind. */
const values: Record<string, unknown> = { ID: 'one', String: 'some text', AWSDate: '2026-01-01' };

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (stack) => {
  const { models } = resolveSchema(schemas[stack]);
  let api: LocalApi;

  beforeAll(async () => {
    api = await LocalApi.fromAssembly(outdir, { stack });
  });

  afterAll(() => api.close());

  test('records are created, and read with those that they belong together with', async () => {
    for (const { typeStem, operations, fields } of models) {
      const written = fields.filter((field) => field.declared || field.name === 'id');
      const input = Object.fromEntries(written.map((field) => [field.name, field.list ? [values[field.type.graphqlType]] : values[field.type.graphqlType]]));
      const { errors } = await send(api, `mutation ($input: Create${typeStem}Input!) { ${operations.create}(input: $input) { __typename } }`, { input });
      expect(errors).toBeUndefined();
    }
    for (const { operations, relationships } of models) {
      const fields = relationships.map(({ kind, name: field }) => `${field} { ${kind === 'hasMany' ? 'items { __typename }' : '__typename'} }`).join(' ');
      const { data, errors } = await send(api, `{ ${operations.list} { items { __typename ${fields} } } }`);
      const related = relationships.map(({ kind, name: field, related: { name: __typename } }) => [field, kind === 'hasMany' ? { items: [{ __typename }] } : { __typename }]);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ [operations.list]: { items: [{ __typename: expect.any(String), ...Object.fromEntries(related) }] } });
    }
  });
});

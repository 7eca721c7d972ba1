import { Template } from 'aws-cdk-lib/assertions';
import { LocalApi } from 'cdk-appsync-data/local';
import { shop } from '../../integ/schemas/data-modelling';
import { reads } from '../../integ/schemas/reads';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema, type Model } from '../../lib/model';
import { send } from '../support/graphql';
import { stackOf } from '../support/synthesized';

type Arn = { readonly 'Fn::GetAtt': readonly [string, string] } | { readonly 'Fn::Join': readonly [string, readonly [{ readonly 'Fn::GetAtt': readonly [string, string] }, string]] };

interface RoleProperties {
  readonly Policies?: readonly { readonly PolicyDocument: { readonly Statement: readonly { readonly Action: string | readonly string[]; readonly Resource: Arn }[] } }[];
}

/** What the roles of an API allow: `Scan DataTablesTeam`, `Query DataTablesMember/index/gsi-Team.members`. */
function allowed(template: Template): Set<string> {
  const roles = Object.values(template.findResources('AWS::IAM::Role')).map(({ Properties }) => Properties as RoleProperties);
  const statements = roles.flatMap(({ Policies = [] }) => Policies.flatMap(({ PolicyDocument: { Statement } }) => Statement));
  return new Set(statements.flatMap(({ Action, Resource }) => {
    const resource = 'Fn::GetAtt' in Resource ? Resource['Fn::GetAtt'][0] : Resource['Fn::Join'][1][0]['Fn::GetAtt'][0] + Resource['Fn::Join'][1][1];
    return [Action].flat().map((action) => `${action.replace('dynamodb:', '')} ${resource}`);
  }));
}

/** What requests need, in the same words. */
function needed(requests: LocalApi['requests']): string[] {
  return [...new Set(requests.flatMap(({ operation, table, index }) => table.split(', ').map((name) => `${operation} ${name.replace(/^Test-/, '')}${index ? `/index/${index}` : ''}`)))];
}

/** A record's own fields that are no custom types, and those of what it leads to, by every relationship. */
function selection({ fields, relationships, manyToMany }: Model, depth = 2): string {
  const inPages = (name: string, related: Model): string => `${name} { items { ${selection(related, depth - 1)} } }`;
  return [
    ...fields.filter(({ type }) => type.kind !== 'customType').map(({ name }) => name),
    ...(depth > 0 ? relationships : []).map(({ kind, name, related }) => (kind === 'hasMany' ? inPages(name, related) : `${name} { ${selection(related, depth - 1)} }`)),
    ...(depth > 0 ? manyToMany : []).map(({ name, related }) => inPages(name, related)),
  ].join(' ');
}

const values: Record<string, unknown> = { ID: 'one', String: 'text', Int: 1, Float: 1.5, Boolean: true, AWSDate: '2026-01-01', AWSDateTime: '2026-01-01T00:00:00Z', AWSURL: 'https://example.com' };

function inputOf({ fields }: Model): Record<string, unknown> {
  const written = fields.filter((field) => (field.declared || field.name === 'id') && field.type.kind !== 'customType' && !field.list);
  return Object.fromEntries(written.map(({ name, type }) => [name, type.kind === 'enum' ? type.values[0] : values[type.graphqlType]]));
}

test.each([['reads', reads], ['the page', schemas.Page], ['composite identifiers', schemas.CompositeIdentifier], ['the shop', shop]])('every request of %s is one that a role allows', async (_, schema) => {
  const { models } = resolveSchema(schema);
  const stack = stackOf(schema);
  const template = Template.fromStack(stack);
  const api = await LocalApi.fromStack(stack);
  try {
    const has = (model: Model, operation: Model['availableOperations'][number]): boolean => model.availableOperations.includes(operation);
    for (const model of models.filter((one) => has(one, 'create'))) {
      await send(api, `mutation ($input: Create${model.typeStem}Input!) { ${model.operations.create}(input: $input) { __typename } }`, { input: inputOf(model) });
    }
    for (const model of models.filter((one) => has(one, 'list'))) {
      const fields = selection(model);
      const { errors } = await send(api, `{ ${model.operations.list} { items { ${fields} } } }`);
      expect(errors).toBeUndefined();
      for (const { key } of [{ key: model.primaryKey }, ...model.indexes.filter(({ projection }) => !projection)]) {
        const filter = Object.fromEntries(key.fields.map(({ name }) => [name, { eq: inputOf(model)[name] ?? '2026' }]));
        await send(api, `query ($filter: Model${model.typeStem}FilterInput) { ${model.operations.list}(filter: $filter) { items { ${fields} } } }`, { filter });
      }
    }
    const requests = needed(api.requests);
    expect(requests.length).toBeGreaterThan(models.length * 2);
    const permissions = allowed(template);
    expect(requests.filter((request) => !permissions.has(request))).toEqual([]);
  } finally {
    await api.close();
  }
});

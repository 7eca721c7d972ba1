import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalApi } from 'cdk-appsync-data/local';
import { send } from '../support/graphql';
import { expectCommittedSnapshot, synthesizeApp } from '../support/integ-app';

const name = 'integ.hardened';
const outdir = synthesizeApp(name);

test('the template is the one that is committed', () => {
  expectCommittedSnapshot(name, outdir);
});

test('nothing of it takes a Lambda function or a custom resource', () => {
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'Hardened.template.json'), 'utf8')) as { Resources: Record<string, { Type: string }> };
  expect([...new Set(Object.values(Resources).map(({ Type }) => Type))].sort()).toEqual([
    'AWS::AppSync::ApiKey', 'AWS::AppSync::DataSource', 'AWS::AppSync::DomainName', 'AWS::AppSync::DomainNameApiAssociation', 'AWS::AppSync::FunctionConfiguration',
    'AWS::AppSync::GraphQLApi', 'AWS::AppSync::GraphQLSchema', 'AWS::AppSync::Resolver', 'AWS::DynamoDB::GlobalTable', 'AWS::IAM::Policy', 'AWS::IAM::Role',
    'AWS::KMS::Key', 'AWS::Logs::LogGroup', 'AWS::WAFv2::WebACLAssociation',
  ]);
});

test('it is served as any other API, without introspection', async () => {
  const api = await LocalApi.fromAssembly(outdir, { stack: 'Hardened' });
  try {
    const created = await send(api, `mutation {
      createTeam(input: { id: "t", mantra: "Go" }) { id } createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id }
      createSession(input: { id: "s", memberId: "m", expiresAt: 1900000000 }) { expiresAt }
    }`);
    expect(created).toEqual({ data: { createTeam: { id: 't' }, createMember: { id: 'm' }, createSession: { expiresAt: 1900000000 } } });

    const { data } = await send(api, '{ getSession(id: "s") { member { name team { mantra members { items { id } } } } } }');
    expect(data).toEqual({ getSession: { member: { name: 'Tim', team: { mantra: 'Go', members: { items: [{ id: 'm' }] } } } } });

    expect(await send(api, '{ __schema { description } }')).toMatchObject({ data: null, errors: [{ message: expect.stringContaining('FieldUndefined') }] });
  } finally {
    await api.close();
  }
});

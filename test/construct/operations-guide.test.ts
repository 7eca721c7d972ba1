import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticsOf } from '../support/compile';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const construct = join(__dirname, '..', '..', 'lib', 'construct');

const preamble = `
  import { Expiration, type Stack } from 'aws-cdk-lib';
  import { FieldLogLevel, IntrospectionConfig } from 'aws-cdk-lib/aws-appsync';
  import { TableEncryptionV2 } from 'aws-cdk-lib/aws-dynamodb';
  import { type Role } from 'aws-cdk-lib/aws-iam';
  import { RetentionDays } from 'aws-cdk-lib/aws-logs';
  import { type CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
  import { AppSyncData, AppSyncDataDashboard } from 'cdk-appsync-data';
  import { type hardened } from '../integ/schemas/hardened';
  declare const stack: Stack, schema: typeof hardened, webAcl: CfnWebACL, role: Role;
`;

test('the examples of the guide compile', () => {
  const examples = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, example]) => preamble + example);
  expect(examples).toHaveLength(4);
  const diagnostics = diagnosticsOf(Object.fromEntries(examples.map((example, position) => [`example-${position}`, example])));
  expect(diagnostics).toEqual({ 'example-0': [], 'example-1': [], 'example-2': [], 'example-3': [] });
});

test.each([['tables', 'table-options.ts', 'ModelTableProps'], ['the API', 'api-props.ts', 'ApiProps']])('the guide has each property of %s', (_, file, name) => {
  const [, body] = new RegExp(`interface ${name} {\\n([\\s\\S]*?)\\n}`).exec(readFileSync(join(construct, file), 'utf8'))!;
  const properties = [...body!.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, property]) => property!).filter((property) => property !== 'name');
  expect(properties.length).toBeGreaterThan(9);
  expect(properties.filter((property) => !guide.includes(`| \`${property}\` |`))).toEqual([]);
});

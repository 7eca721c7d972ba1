import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json';
import { AppSyncData, type Schema } from 'cdk-appsync-data';
import { shop } from '../../integ/schemas/data-modelling';
import { schemas } from '../../integ/schemas/relationships';
import { synthesizeApp } from '../support/integ-app';
import { variedSchema } from '../support/synthesized';

const validation = process.env.CDK_VALIDATION;

beforeAll(() => {
  delete process.env.CDK_VALIDATION;
});

afterAll(() => {
  process.env.CDK_VALIDATION = validation;
});

/** What CDK's own validation of templates has found in an assembly. */
function findingsIn(directory: string): unknown[] {
  const { pluginReports } = JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8'));
  return pluginReports.flatMap((report: { violations: unknown[] }) => report.violations);
}

test.each([['without feature flags', {}], ['with the recommended feature flags', recommendedFlags]])('CDK finds nothing wrong with the templates, %s', (_, flags) => {
  const app = new App({ context: flags });
  for (const [name, schema] of Object.entries<Schema>({ ...schemas, Shop: shop, Varied: variedSchema })) new AppSyncData(new Stack(app, name), 'Data', { schema });

  expect(findingsIn(app.synth().directory)).toEqual([]);
});

test.each(['integ.hardened', 'integ.own-tables', 'integ.own-api'])('nor with those of %s', (name) => {
  expect(findingsIn(synthesizeApp(name))).toEqual([]);
});

test('CDK would find something wrong', () => {
  jest.spyOn(console, 'error').mockImplementation();
  const app = new App();
  new CfnTable(new Stack(app, 'Test'), 'Table', { keySchema: [{ attributeName: 'id', keyType: 'SMASH' }] });

  expect(findingsIn(app.synth().directory).length).toBeGreaterThan(0);
});

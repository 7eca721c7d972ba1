import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Cdk from 'aws-cdk-lib';
import { type CfnRole } from 'aws-cdk-lib/aws-iam';
import type * as CdkNag from 'cdk-nag';
import { schemas } from '../../integ/schemas/relationships';
import { synthesizeApp } from '../support/integ-app';

interface Violation {
  readonly ruleName: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}

/** Lets each app that is synthesized from here on be checked by the rules of cdk-nag, and be changed before. */
function checkApps(change: (app: Cdk.App) => void): void {
  // Of the modules that the app itself will load: the rules know resources by their classes.
  const cdk = jest.requireActual<typeof Cdk>('aws-cdk-lib');
  const { AwsSolutionsChecks, ServerlessChecks } = jest.requireActual<typeof CdkNag>('cdk-nag');
  const { synth } = cdk.App.prototype;
  cdk.App.prototype.synth = function (this: Cdk.App, ...options) {
    change(this);
    cdk.Validations.of(this).addPlugins(new AwsSolutionsChecks(this), new ServerlessChecks(this));
    try {
      return synth.apply(this, options);
    } catch (error) {
      // Findings are in the report.
      if (!String(error).includes('ValidationFailed')) throw error;
      return undefined!;
    }
  };
}

/** What the rules find in an app of `integ/` and nobody has acknowledged, by construct; not in what integ-runner asks it with. */
function findingsIn(name: string, change: (app: Cdk.App) => void = () => {}): string[] {
  const outdir = synthesizeApp(name, () => checkApps(change));
  const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as { pluginReports: { violations: Violation[] }[] };
  const findings = pluginReports.flatMap(({ violations }) => violations.flatMap(({ ruleName, violatingConstructs }) => violatingConstructs.map(({ constructPath }) => `${constructPath}: ${ruleName}`)));
  return findings.filter((finding) => !finding.startsWith('Integ/')).sort();
}

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'security.md'), 'utf8');

/** What the guide to security says is left to the user. */
const leftToTheUser = (stack: string): string[] => [...guide.matchAll(/^\| `([\w-]+)`/gm)].map(([, rule]) => `${stack}/Data/Api/Resource: ${rule}`);

test('an app with everything on: nothing', () => {
  expect(findingsIn('integ.hardened')).toEqual([]);
});

test('a wildcard in a role is found', () => {
  const role = 'Hardened/Data/Models/Team/Role/Resource';
  const widen = ({ node }: Cdk.App): void => {
    const { policies } = node.findAll().find(({ node: { path } }) => path === role) as CfnRole;
    (policies as CfnRole.PolicyProperty[]).push({ policyName: 'Wide', policyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] } });
  };
  expect(findingsIn('integ.hardened', widen)).toEqual([`${role}: AwsSolutions-IAM5[Action::dynamodb:*]`, `${role}: AwsSolutions-IAM5[Resource::*]`]);
});

test.each([
  ['integ.data-modelling', ['Shop']],
  ['integ.nested', ['Company']],
  ['integ.reads', ['Reads']],
  ['integ.relationships', Object.keys(schemas).sort()],
])('%s: what is left to the user, and nothing else', (name, stacks) => {
  expect(findingsIn(name)).toEqual(stacks.flatMap(leftToTheUser));
});

test('integ.authorization: the same of what the construct makes, and what a rule says of all queries and mutations', () => {
  const ofConstruct = (finding: string): boolean => finding.startsWith('Authorization/Data/') || finding.includes('types/');
  const allOf = (root: string): string => `Authorization/Importer/ServiceRole/DefaultPolicy/Resource: AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:appsync:<AWS::Region>:<AWS::AccountId>:apis/<DataApiBA66ED20.ApiId>/types/${root}/*]`;
  expect(findingsIn('integ.authorization').filter(ofConstruct)).toEqual([...leftToTheUser('Authorization'), allOf('Mutation'), allOf('Query')]);
});

test('integ.custom-operations: the same of what the construct makes; the functions are the app\'s', () => {
  expect(findingsIn('integ.custom-operations').filter((finding) => finding.startsWith('CustomOperations/Data/'))).toEqual(leftToTheUser('CustomOperations'));
});

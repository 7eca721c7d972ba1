import { Stack, App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AppSyncData, type AppSyncDataProps } from 'cdk-appsync-data';
import { schemas } from '../integ/schemas/relationships';
import { chainSchema } from './chain-schema';
import { type Measurement } from './measurement';
import { synthesize, type Synthesized } from './synthesized';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const inKilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
const synthesized = (props: AppSyncDataProps): Synthesized => synthesize((stack) => new AppSyncData(stack, 'Data', props));

/** What an API is made of. */
export function measureSynth(): Measurement[] {
  const page = synthesized({ schema: schemas.Page });
  const [ten, eleven] = [10, 11].map((models) => synthesized({ schema: chainSchema(models) }));
  const largest = synthesized({ schema: chainSchema(200), layout: 'nested' });
  const stack = new Stack(new App(), 'Bench');
  new AppSyncData(stack, 'Data', { schema: schemas.Page });
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Properties: { Code?: string | { 'Fn::Join': [string, unknown[]] } } }> };
  const codes = Object.values(Resources).map(({ Properties: { Code = '' } }) => (typeof Code === 'string' ? Code : Code['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'a table name of this length')).join('')).length);
  return [
    { what: 'the page as one schema (8 models, 12 relationship fields)', figure: `${sum(page.resources)} resources, ${page.resources.length} stack, ${inKilobytes(sum(page.bytes))}`, budget: '125 resources' },
    { what: 'a model with a belongsTo and a hasMany', figure: `${sum(eleven!.resources) - sum(ten!.resources)} resources, ${inKilobytes(sum(eleven!.bytes) - sum(ten!.bytes))}`, budget: '16 resources' },
    { what: 'the largest code of the page', figure: `${Math.max(...codes)} characters`, budget: '4,000 characters' },
    { what: 'the largest stack of 200 chain models, nested', figure: `${Math.max(...largest.resources)} resources, ${inKilobytes(Math.max(...largest.bytes))}`, budget: '450 resources, 900 KB' },
  ];
}

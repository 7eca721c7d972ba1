import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AppSyncData, type AppSyncDataProps } from 'cdk-appsync-data';
import { schemas } from '../integ/schemas/relationships';
import { chainSchema } from './chain-schema';
import { milliseconds, type Measurement } from './measurement';

interface Synthesized { readonly time: number; readonly resources: number[]; readonly bytes: number[] }

function synthesize(props: AppSyncDataProps): Synthesized {
  const started = performance.now();
  const app = new App();
  new AppSyncData(new Stack(app, 'Bench'), 'Data', props);
  const { directory } = app.synth();
  const time = performance.now() - started;
  const templates = readdirSync(directory).filter((file) => file.endsWith('.template.json')).map((file) => readFileSync(join(directory, file), 'utf8'));
  return { time, resources: templates.map((text) => Object.keys(JSON.parse(text).Resources).length), bytes: templates.map((text) => Buffer.byteLength(text)) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const inKilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;

/** What an API is made of, and how long its synthesis takes. */
export function measureSynth(): Measurement[] {
  const page = synthesize({ schema: schemas.Page });
  const [ten, eleven] = [10, 11].map((models) => synthesize({ schema: chainSchema(models) }));
  const stack = new Stack(new App(), 'Bench');
  new AppSyncData(stack, 'Data', { schema: schemas.Page });
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { Properties: { Code?: string | { 'Fn::Join': [string, unknown[]] } } }> };
  const codes = Object.values(Resources).map(({ Properties: { Code = '' } }) => (typeof Code === 'string' ? Code : Code['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'a table name of this length')).join('')).length);
  return [
    { what: 'the page as one schema (8 models, 12 relationship fields)', figure: `${sum(page.resources)} resources, ${page.resources.length} stack, ${inKilobytes(sum(page.bytes))}`, budget: '125 resources' },
    { what: 'a model with a belongsTo and a hasMany', figure: `${sum(eleven!.resources) - sum(ten!.resources)} resources, ${inKilobytes(sum(eleven!.bytes) - sum(ten!.bytes))}`, budget: '16 resources' },
    { what: 'the largest code of the page', figure: `${Math.max(...codes)} characters`, budget: '4,000 characters' },
    ...[10, 50, 100, 200].map((models) => {
      const { time, resources, bytes } = synthesize({ schema: chainSchema(models), layout: 'nested' });
      return {
        what: `construct and synth of ${models} chain models, nested`,
        figure: `${milliseconds(time)}, ${sum(resources)} resources in ${resources.length} stacks, ${inKilobytes(sum(bytes))}; the largest ${Math.max(...resources)}, ${inKilobytes(Math.max(...bytes))}`,
        ...(models === 200 && { budget: '450 resources and 900 KB a stack' }),
      };
    }),
  ];
}

import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData, type Schema } from 'cdk-appsync-data';
import { schemas } from '../integ/schemas/relationships';
import { chainSchema } from './chain-schema';
import { median, milliseconds, type Measurement } from './measurement';

interface Synthesis { readonly time: number; readonly resources: number; readonly bytes: number; readonly largestCode: number }

function synthesize(schema: Schema): Synthesis {
  const started = performance.now();
  const app = new App();
  new AppSyncData(new Stack(app, 'Bench'), 'Data', { schema });
  const { template } = app.synth().getStackByName('Bench');
  const time = performance.now() - started;
  const resources = Object.values(template.Resources as Record<string, { Properties: { Code?: string } }>);
  return { time, resources: resources.length, bytes: JSON.stringify(template).length, largestCode: Math.max(...resources.map(({ Properties }) => Properties.Code?.length ?? 0)) };
}

/** What a synthesis takes and makes. CDK's own validation of templates is left out: it is the same for everybody. */
export function measureSynth(): Measurement[] {
  process.env.CDK_VALIDATION = 'false';
  const page = synthesize(schemas.Page);
  const chains = [10, 20, 30].map((length) => ({ length, runs: Array.from({ length: 5 }, () => synthesize(chainSchema(length))) }));
  const [ten, , thirty] = chains.map(({ runs }) => runs[0]!);
  return [
    { what: 'the page as one schema (8 models, 12 relationship fields)', figure: `${page.resources} resources, 1 stack, ${Math.round(page.bytes / 1000)} KB`, budget: '125 resources' },
    { what: 'a model with a belongsTo and a hasMany', figure: `${(thirty!.resources - ten!.resources) / 20} resources`, budget: '16 resources' },
    { what: 'the largest code of the page', figure: `${page.largestCode} characters`, budget: '4,000 characters' },
    ...chains.map(({ length, runs }) => ({ what: `construct and synth of ${length} chain models`, figure: `${milliseconds(median(runs.map(({ time }) => time)))}, ${runs[0]!.resources} resources` })),
  ];
}

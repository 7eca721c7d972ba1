import { readAssembly } from '../../../lib/local/template';
import { writeAssembly } from './write-assembly';

const stack = (properties: Record<string, unknown>, rest: Record<string, unknown> = {}) => ({ type: 'aws:cloudformation:stack', properties, ...rest });

test('the stacks of an assembly, in the order of the manifest, with what they are called and hold', () => {
  const directory = writeAssembly({
    First: { Resources: { A: { Type: 'AWS::SQS::Queue' }, B: { Type: 'AWS::SQS::Queue' } } },
    Second: {},
  });
  expect(readAssembly(directory)).toEqual([
    expect.objectContaining({ name: 'First', templateFile: 'First.template.json', resourceCount: 2, region: 'us-east-1', account: '123456789012' }),
    expect.objectContaining({ name: 'Second', resourceCount: 0 }),
  ]);
});

test('stacks of stages, which have several names', () => {
  const directory = writeAssembly({}, {
    'manifest.json': {
      artifacts: {
        'assembly-Prod': { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } },
        'Tree': { type: 'cdk:tree', properties: { file: 'tree.json' } },
      },
    },
    'assembly-Prod/manifest.json': {
      artifacts: {
        ProdPage1A2B: stack({ templateFile: 'ProdPage1A2B.template.json', stackName: 'Prod-Page' }, { environment: 'aws://111122223333/eu-west-1', displayName: 'Prod/Page' }),
      },
    },
    'assembly-Prod/ProdPage1A2B.template.json': { Resources: {} },
  });
  expect(readAssembly(directory)).toEqual([expect.objectContaining({
    name: 'Prod-Page', names: ['Prod-Page', 'ProdPage1A2B', 'Prod/Page'], region: 'eu-west-1', account: '111122223333',
  })]);
});

test('a directory that is no cloud assembly', () => {
  expect(() => readAssembly('no-such-directory')).toThrow(`'no-such-directory' is no cloud assembly, it has no manifest.json: run 'cdk synth'`);
});

test('a template that is missing or broken', () => {
  const missing = writeAssembly({}, { 'manifest.json': { artifacts: { Page: stack({ templateFile: 'Page.template.json' }) } } });
  expect(() => readAssembly(missing)).toThrow(/no file '.*Page\.template\.json'/);
  const broken = writeAssembly({ Page: {} }, { 'Page.template.json': '{' });
  expect(() => readAssembly(broken)).toThrow(/'.*Page\.template\.json' is not JSON/);
});

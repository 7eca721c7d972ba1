import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AppSyncData, type AppSyncDataProps } from 'cdk-appsync-data';
import { chainSchema } from '../../bench/chain-schema';

function appWith(models: number, props: Omit<AppSyncDataProps, 'schema'> = {}): { readonly app: App; readonly stack: Stack } {
  const app = new App();
  const stack = new Stack(app, 'Test');
  new AppSyncData(stack, 'Data', { schema: chainSchema(models), ...props });
  return { app, stack };
}

test('a stack with too many resources is refused, with the figures and the remedy', () => {
  expect(() => appWith(40).app.synth()).toThrow("the stack 'Test' has 602 resources, 602 of them of this API, and CloudFormation takes 500: set layout: 'nested'");
});

test('so is one that others have filled', () => {
  const { app, stack } = appWith(1);
  for (let position = 0; position < 500; position++) new CfnResource(stack, `Other${position}`, { type: 'Test::Test::Test' });
  expect(() => app.synth()).toThrow(/the stack 'Test' has 51\d resources, 1\d of them of this API/);
});

test('a template that is too large is refused before CloudFormation does', () => {
  expect(() => appWith(30).app.synth()).toThrow(/the template of 'Test' has 1,\d{3},\d{3} bytes, and CloudFormation takes 1,000,000: set layout: 'nested'/);
});

test('in nested stacks, the remedy is another', () => {
  const { app, stack } = appWith(1, { layout: 'nested' });
  for (let position = 0; position < 500; position++) new CfnResource(stack, `Other${position}`, { type: 'Test::Test::Test' });
  expect(() => app.synth()).toThrow(/put what does not belong to the API into another stack, or make several AppSyncData of it/);
});

test('what fits is neither refused nor warned of', () => {
  const { stack } = appWith(20);
  Annotations.fromStack(stack).hasNoWarning('/Test/Data', Match.anyValue());
  expect(Annotations.fromStack(stack).findError('*', Match.anyValue())).toEqual([]);
});

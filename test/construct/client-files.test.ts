import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AppSyncData } from 'cdk-appsync-data';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { modelSchema, outputsFromTemplate } from '../../lib/outputs';

function logicalIdOfApi(stack: Stack): string {
  return Object.keys(Template.fromStack(stack).findResources('AWS::AppSync::GraphQLApi'))[0]!;
}

test('the outputs are written beside the template, with what only a deployment knows as in the template', () => {
  const app = new App();
  const stack = new Stack(app, 'Test');
  const data = new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });
  const api = logicalIdOfApi(stack);

  const written = JSON.parse(readFileSync(join(app.synth().directory, `Test.${api}.amplify_outputs.json`), 'utf8'));

  expect(written).toEqual(stack.resolve(data.outputs));
  expect(written).toMatchObject({
    version: '1.5',
    data: {
      url: { 'Fn::GetAtt': [api, 'GraphQLUrl'] },
      aws_region: { Ref: 'AWS::Region' },
      default_authorization_type: 'API_KEY',
      model_introspection: { models: { Team: { fields: { members: { association: { connectionType: 'HAS_MANY', associatedWith: ['teamId'] } } } } } },
    },
  });
});

test('they are written in stages too', () => {
  const app = new App();
  const stage = new Stage(app, 'Prod');
  const stack = new Stack(stage, 'Test', { env: { region: 'eu-west-1' } });
  new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });
  app.synth();
  const { directory, stacks: [artifact] } = stage.synth();

  const written = (name: string): string => readFileSync(join(directory, `${artifact!.id}.${logicalIdOfApi(stack)}.${name}`), 'utf8');
  expect(JSON.parse(written('amplify_outputs.json')).data.aws_region).toBe('eu-west-1');
  expect(written('model-schema.graphql')).toContain('type Team @model');
});

test('the data model is written for generators of model classes', () => {
  const app = new App();
  const stack = new Stack(app, 'Test');
  new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });
  const api = logicalIdOfApi(stack);

  const written = readFileSync(join(app.synth().directory, `Test.${api}.model-schema.graphql`), 'utf8');
  expect(written).toBe(modelSchema(resolveSchema(schemas.OneToMany)));
  expect(written).toContain('members: [Member] @hasMany(references: ["teamId"])');
});

test('the outputs are metadata of the schema, as text that the command line reads back', () => {
  const stack = new Stack(new App(), 'Test');
  const data = new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });

  const [{ Metadata }] = Object.values(Template.fromStack(stack).findResources('AWS::AppSync::GraphQLSchema')) as [{ Metadata: Record<string, unknown> }];
  expect(outputsFromTemplate(Metadata['cdk-appsync-data:outputs'] as string)).toEqual(stack.resolve(data.outputs));
});

test('URL, key and region are outputs of the stack', () => {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema: schemas.OneToMany });
  const outputs = Object.values(Template.fromStack(stack).findOutputs('*')).map(({ Value }) => Value);

  expect(outputs).toEqual([
    { 'Fn::GetAtt': [expect.stringContaining('Api'), 'GraphQLUrl'] },
    { 'Fn::GetAtt': [expect.stringContaining('ApiKey'), 'ApiKey'] },
    { Ref: 'AWS::Region' },
  ]);
});

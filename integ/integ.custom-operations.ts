/**
 * Custom operations with code of their own and Lambda functions, and steps around a generated operation, as one stack. Nothing of it stays
 * when its stack is deleted.
 */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { a, AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { customOperations } from './schemas/custom-operations';

const app = new App();
const stack = new Stack(app, 'CustomOperations');

const lambdaFunction = (id: string, code: string): LambdaFunction =>
  new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline(`exports.handler = async (event) => { ${code} };`) });

const data = new AppSyncData(stack, 'Data', {
  schema: customOperations,
  removalPolicy: RemovalPolicy.DESTROY,
  deletionProtection: false,
  functions: {
    summarize: lambdaFunction('Summarize', 'return { words: event.arguments.postId.length, longest: event.info.fieldName };'),
    decorate: lambdaFunction('Decorate', 'return { ...event.prev.result, content: `* ${event.prev.result.content} *` };'),
    rebuild: lambdaFunction('Rebuild', 'console.log(event.arguments.reason);'),
  },
  before: { 'Mutation.createPost': a.handler.custom({ entry: './handlers/refuse-shouting.ts' }) },
  after: { 'Mutation.createPost': a.handler.custom({ entry: './handlers/mark-checked.ts' }) },
});

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, `mutation {
  createPost(input: { id: "four", title: "Quiet" }) { title }
  likePost(postId: "four") { likes }
  publish(content: "hey") { content length }
  rebuildIndex(reason: "new words") { success }
}`, { createPost: { title: 'Quiet (checked)' }, likePost: { likes: 1 }, publish: { content: '* hey *', length: 3 }, rebuildIndex: { success: true } },
).next(expectData(test, data, '{ echo(content: "hello", color: RED) { content color length } popularPosts(likes: 1) { title } summarize(postId: "four") { words longest } }', {
  echo: { content: 'hello', color: 'RED', length: 5 }, popularPosts: [{ title: 'Quiet' }], summarize: { words: 4, longest: 'summarize' },
}));

app.synth();

/** Custom operations with code of their own and Lambda functions, and steps around a generated operation, as one stack. */
import { App, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { a, AppSyncData } from 'cdk-appsync-data';
import { customOperations } from './schemas/custom-operations';

const app = new App();
const stack = new Stack(app, 'CustomOperations');

const lambdaFunction = (id: string, code: string): LambdaFunction =>
  new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_22_X, handler: 'index.handler', code: Code.fromInline(`exports.handler = async (event) => { ${code} };`) });

new AppSyncData(stack, 'Data', {
  schema: customOperations,
  functions: {
    summarize: lambdaFunction('Summarize', 'return { words: event.arguments.postId.length, longest: event.fieldName };'),
    decorate: lambdaFunction('Decorate', 'return { ...event.prev.result, content: `* ${event.prev.result.content} *` };'),
    rebuild: lambdaFunction('Rebuild', 'console.log(event.arguments.reason);'),
  },
  before: { 'Mutation.createPost': a.handler.custom({ entry: './handlers/refuse-shouting.ts' }) },
  after: { 'Mutation.createPost': a.handler.custom({ entry: './handlers/mark-checked.ts' }) },
});

app.synth();

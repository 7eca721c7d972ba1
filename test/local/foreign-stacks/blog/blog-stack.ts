import * as cdk from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { type Construct } from 'constructs';
import * as path from 'node:path';

/** A TableV2 with an index, a NONE data source, unit resolvers and a pipeline, with code from files and inline. */
export class BlogStack extends cdk.Stack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);

    const api = new appsync.GraphqlApi(this, 'Api', {
      name: 'blog',
      definition: appsync.Definition.fromSchema(appsync.SchemaFile.fromAsset(path.join(__dirname, 'schema.graphql'))),
      environmentVariables: { BLOG: 'The blog' },
      logConfig: { fieldLogLevel: appsync.FieldLogLevel.INFO, retention: logs.RetentionDays.ONE_WEEK },
      queryDepthLimit: 5,
      xrayEnabled: true,
    });
    const table = new dynamodb.TableV2(this, 'Posts', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
      globalSecondaryIndexes: [{
        indexName: 'by-author',
        partitionKey: { name: 'author', type: dynamodb.AttributeType.STRING },
        sortKey: { name: 'title', type: dynamodb.AttributeType.STRING },
      }],
      removalPolicy: cdk.RemovalPolicy.DESTROY,
    });
    api.addEnvironmentVariable('POSTS', table.tableName);
    // Has nothing to do with the API: a bucket that a custom resource empties.
    new s3.Bucket(this, 'Pictures', { removalPolicy: cdk.RemovalPolicy.DESTROY, autoDeleteObjects: true });

    const posts = api.addDynamoDbDataSource('posts', table);
    const none = api.addNoneDataSource('none');
    const fromFile = (name: string) => ({ code: appsync.Code.fromAsset(path.join(__dirname, name)), runtime: appsync.FunctionRuntime.JS_1_0_0 });

    posts.createResolver('AddPost', { typeName: 'Mutation', fieldName: 'addPost', ...fromFile('add-post.js') });
    posts.createResolver('GetPost', { typeName: 'Query', fieldName: 'getPost', ...fromFile('get-post.js') });
    posts.createResolver('PostsByAuthor', { typeName: 'Query', fieldName: 'postsByAuthor', ...fromFile('posts-by-author.js') });
    none.createResolver('About', {
      typeName: 'Query',
      fieldName: 'about',
      runtime: appsync.FunctionRuntime.JS_1_0_0,
      code: appsync.Code.fromInline(`
        export function request(ctx) { return { payload: ctx.env.BLOG + ' keeps its posts in ' + ctx.env.POSTS }; }
        export function response(ctx) { return ctx.result; }
      `),
    });
    none.createResolver('Slug', {
      typeName: 'Post',
      fieldName: 'slug',
      runtime: appsync.FunctionRuntime.JS_1_0_0,
      code: appsync.Code.fromInline(`
        export const request = (ctx) => ({ payload: ctx.source.title.toLowerCase().split(' ').join('-') });
        export const response = (ctx) => ctx.result;
      `),
    });

    const readPost = new appsync.AppsyncFunction(this, 'ReadPost', { name: 'read_post', api, dataSource: posts, ...fromFile('get-post.js') });
    const checkPost = new appsync.AppsyncFunction(this, 'CheckPost', { name: 'check_post', api, dataSource: none, ...fromFile('check-post.js') });
    const publishPost = posts.createFunction('PublishPost', { name: 'publish_post', ...fromFile('publish-post.js') });
    new appsync.Resolver(this, 'PublishPostResolver', {
      api,
      typeName: 'Mutation',
      fieldName: 'publishPost',
      runtime: appsync.FunctionRuntime.JS_1_0_0,
      code: appsync.Code.fromInline(`
        // The before step
        export function request(...args) {
          console.log(args);
          return {}
        }

        // The after step
        export function response(ctx) {
          return ctx.prev.result
        }
      `),
      pipelineConfig: [readPost, checkPost, publishPost],
    });

    new cdk.CfnOutput(this, 'Url', { value: api.graphqlUrl });
  }
}

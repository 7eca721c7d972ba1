import * as cdk from 'aws-cdk-lib';
import * as appsync from 'aws-cdk-lib/aws-appsync';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { type Construct } from 'constructs';
import * as path from 'node:path';

/** A table and a function that the shop uses from another stack. */
export class StorageStack extends cdk.Stack {
  public readonly orders: dynamodb.Table;
  public readonly status: lambda.Function;

  public constructor(scope: Construct, id: string) {
    super(scope, id);
    this.orders = new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'customerId', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'number', type: dynamodb.AttributeType.NUMBER },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      stream: dynamodb.StreamViewType.NEW_IMAGE,
    });
    this.status = nodeFunction(this, 'Status');
  }
}

/** Adds to an API of another stack, which it imports. */
export class VersionStack extends cdk.Stack {
  public constructor(scope: Construct, id: string, api: appsync.GraphqlApi) {
    super(scope, id);
    const imported = appsync.GraphqlApi.fromGraphqlApiAttributes(this, 'Api', { graphqlApiId: api.apiId });
    imported.addNoneDataSource('none').createResolver('Version', {
      typeName: 'Query',
      fieldName: 'version',
      runtime: appsync.FunctionRuntime.JS_1_0_0,
      code: appsync.Code.fromInline(`
        export function request() { return { payload: 7 }; }
        export function response(ctx) { return ctx.result; }
      `),
    });
  }
}

export interface ShopStackProps {
  readonly orders: dynamodb.ITable;
  readonly status: lambda.IFunction;
  readonly priceService: string;
}

/** HTTP and Lambda data sources with and without code, and a table of its own beside those from elsewhere. */
export class ShopStack extends cdk.Stack {
  public readonly api: appsync.GraphqlApi;
  public readonly quote: lambda.Function;

  public constructor(scope: Construct, id: string, props: ShopStackProps) {
    super(scope, id);

    const api = this.api = new appsync.GraphqlApi(this, 'Api', {
      name: 'shop',
      definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
    });
    const fromFile = (name: string) => ({ code: appsync.Code.fromAsset(path.join(__dirname, name)), runtime: appsync.FunctionRuntime.JS_1_0_0 });

    const orders = api.addDynamoDbDataSource('orders', props.orders);
    orders.createResolver('PlaceOrder', { typeName: 'Mutation', fieldName: 'placeOrder', ...fromFile('place-order.js') });
    orders.createResolver('Orders', { typeName: 'Query', fieldName: 'orders', ...fromFile('orders.js') });

    const customers = api.addDynamoDbDataSource('customers', dynamodb.Table.fromTableName(this, 'Customers', 'crm-customers'));
    customers.createResolver('AddCustomer', { typeName: 'Mutation', fieldName: 'addCustomer', ...fromFile('customer.js') });
    customers.createResolver('Customer', { typeName: 'Query', fieldName: 'customer', ...fromFile('customer.js') });

    const prices = api.addHttpDataSource('prices', props.priceService, { description: 'The price service' });
    prices.createResolver('Price', { typeName: 'Query', fieldName: 'price', ...fromFile('price.js') });
    prices.createResolver('OrderPrice', { typeName: 'Order', fieldName: 'price', ...fromFile('price.js') });

    this.quote = nodeFunction(this, 'Quote');
    const quote = api.addLambdaDataSource('quote', this.quote);
    quote.createResolver('QuoteResolver', { typeName: 'Query', fieldName: 'quote' });

    const echo = api.addLambdaDataSource('echo', nodeFunction(this, 'Echo').addAlias('live'));
    const invokeEcho = new appsync.AppsyncFunction(this, 'InvokeEcho', { name: 'invoke_echo', api, dataSource: echo });
    new appsync.Resolver(this, 'EchoResolver', {
      api,
      typeName: 'Query',
      fieldName: 'echo',
      pipelineConfig: [invokeEcho],
      runtime: appsync.FunctionRuntime.JS_1_0_0,
      code: appsync.Code.fromInline(`
        export function request(ctx) { ctx.stash.shop = 'ours'; return {}; }
        export function response(ctx) { return ctx.prev.result; }
      `),
    });

    const payments = api.addLambdaDataSource('payments', lambda.Function.fromFunctionAttributes(this, 'Payments', {
      functionArn: `arn:aws:lambda:${this.region}:111122223333:function:payments`, skipPermissions: true,
    }));
    payments.createResolver('Charge', { typeName: 'Mutation', fieldName: 'charge', ...fromFile('charge.js') });
    const reminders = api.addLambdaDataSource('reminders', lambda.Function.fromFunctionAttributes(this, 'Reminders', {
      functionArn: this.formatArn({ service: 'lambda', resource: 'function', resourceName: 'reminders', arnFormat: cdk.ArnFormat.COLON_RESOURCE_NAME }), sameEnvironment: true,
    }));
    reminders.createResolver('Remind', { typeName: 'Mutation', fieldName: 'remind', ...fromFile('remind.js') });

    const status = api.addLambdaDataSource('status', props.status);
    status.createResolver('OrderStatus', { typeName: 'Order', fieldName: 'status', maxBatchSize: 2, ...fromFile('status.js') });
  }
}

/** A function whose code does not run here. */
export function nodeFunction(scope: Construct, id: string): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => { throw new Error("this runs on AWS only"); };'),
  });
}

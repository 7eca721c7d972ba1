import { CfnOutput, Stack } from 'aws-cdk-lib';
import { type DynamoDbDataSource, type GraphqlApi, type Resolver } from 'aws-cdk-lib/aws-appsync';
import { type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { printSchema, validateGraphqlSchema } from '../graphql';
import { resolveSchema } from '../model';
import { amplifyOutputs, modelSchema, type AmplifyOutputs } from '../outputs';
import { planApi, type ResolverPlan } from '../plan';
import { type ModelName, type ResolverName, type RootFieldName, type Schema, type SchemaTypes } from '../schema';
import { type ApiProps } from './api-props';
import { writeClientFilesAtSynth } from './client-files';
import { fieldResolver } from './field-resolver';
import { AppSyncDataGrants } from './grants';
import { graphqlApi } from './graphql-api';
import { Handlers, type HandlerSources } from './handlers';
import { scopesOf, type Layout } from './layout';
import { AppSyncDataMetrics } from './metrics';
import { ModelDataSource, type ModelFunctions } from './model-data-source';
import { modelTable } from './model-table';
import { hookedPlan, type OperationHooks } from './operation-hooks';
import { addOutputsToTemplate } from './outputs-metadata';
import { pipelineFunction } from './pipeline-function';
import { AssetSchema, InlineSchema } from './schema-definition';
import { checkStackLimits } from './stack-limits';
import { checkModelTables } from './table-checks';
import { type TableOptionsProps } from './table-options';

/** Properties of {@link AppSyncData}. */
export interface AppSyncDataProps<Types extends SchemaTypes = SchemaTypes> extends ApiProps, TableOptionsProps<ModelName<Types>>, HandlerSources, OperationHooks<Types> {
  /** The data model, written with `a.schema({ ... })`. */
  readonly schema: Schema<Types>;

  /**
   * How the resources are spread over stacks. `flat`: all in this construct's stack. `nested`: what works on a model's table, its resolvers
   * among it, in a nested stack for each model; the tables stay in this construct's stack. Changing it moves all resolvers, which AppSync
   * takes one of a field: deploy it with a new API.
   *
   * @default 'flat'
   */
  readonly layout?: Layout;
}

/**
 * An AppSync API over DynamoDB for a data model: a table for each model, an index for each relationship, APPSYNC_JS resolvers. Clients
 * of AWS Amplify work with it unchanged.
 *
 * The API has a key, which AppSync lets expire 7 days after it was created unless `apiKeyExpires` says when.
 *
 * @throws SchemaError with every mistake that the schema has
 */
export class AppSyncData<Types extends SchemaTypes = SchemaTypes> extends Construct {
  /** The API. */
  public readonly api: GraphqlApi;
  /** The tables, by the name of their model. */
  public readonly tables: { readonly [Name in ModelName<Types>]: TableV2 };
  /** The data sources, by the name of the model whose table they are. */
  public readonly dataSources: { readonly [Name in ModelName<Types>]: DynamoDbDataSource };
  /** The functions that pipelines share, by the name of the model whose table they work on. */
  public readonly functions: { readonly [Name in ModelName<Types>]: ModelFunctions };
  /**
   * The resolvers, by type and field: `resolvers['Query.getTeam']`, `resolvers['Team.members']`. The compiler can't form plurals: it
   * takes any name for a list operation.
   */
  public readonly resolvers: { readonly [Name in ResolverName<Types>]: Resolver };
  /** Lets principals of IAM use operations. The API has to have IAM as an authorization mode, which it has not yet. */
  public readonly grants: AppSyncDataGrants<ModelName<Types>, RootFieldName<Types, 'Query'>, RootFieldName<Types, 'Mutation'>, RootFieldName<Types, 'Subscription'>>;
  /** The metrics of the API in CloudWatch. */
  public readonly metrics: AppSyncDataMetrics;
  /** What `Amplify.configure` takes, the content of `amplify_outputs.json`. The URL and the key are tokens. */
  public readonly outputs: AmplifyOutputs;

  public constructor(scope: Construct, id: string, props: AppSyncDataProps<Types>) {
    super(scope, id);
    const { layout = 'flat' } = props;
    const model = resolveSchema(props.schema);
    checkModelTables(props.tables ?? {}, model);
    const { tables, functions, resolvers, customResolvers } = hookedPlan(planApi(model), props, model);
    const sdl = printSchema(model);
    validateGraphqlSchema(sdl);

    this.api = graphqlApi(this, layout === 'nested' ? new AssetSchema(sdl) : new InlineSchema(sdl), props);

    const tableScope = new Construct(this, 'Tables');
    const scopes = scopesOf(layout, this);
    const modelTables = new Map(tables.map((plan) => [plan.model, modelTable(tableScope, plan, model, props)]));
    const models = new Map(tables.map((plan) => [plan.model, new ModelDataSource(scopes.model(plan.model), {
      api: this.api, tables: modelTables, plan, functions: functions.filter(({ model: name }) => name === plan.model),
    })]));
    const forSubscriptions = functions.find(({ model: name }) => name === undefined);
    const none = onlyOnce(() => this.api.addNoneDataSource('None'));
    const subscribe = forSubscriptions && pipelineFunction(this, forSubscriptions, { api: this.api, dataSource: none(), tables: modelTables });
    const handlers = new Handlers(this, { ...props, api: this.api, tables: modelTables, plans: tables, none });
    const byModel = <Value>(values: Iterable<[string, Value]>) => Object.fromEntries(values) as { readonly [Name in ModelName<Types>]: Value };
    this.tables = byModel(modelTables);
    this.dataSources = byModel([...models].map(([name, { dataSource }]) => [name, dataSource]));
    this.functions = byModel([...models].map(([name, source]) => [name, source.functions]));
    this.resolvers = Object.fromEntries([
      ...resolvers.map((plan) => [pathOf(plan), fieldResolver(scopes.resolver(plan), plan, { api: this.api, models, handlers, ...(subscribe && { subscribe }) })]),
      ...customResolvers.map((plan) => [pathOf(plan), handlers.resolver(scopes.custom, plan)]),
    ]) as { readonly [Name in ResolverName<Types>]: Resolver };

    this.grants = new AppSyncDataGrants(this.api, { tables, resolvers, customOperations: model.customOperations });
    this.metrics = new AppSyncDataMetrics(this.api);

    checkStackLimits(this, layout);

    const access = { url: this.api.graphqlUrl, region: Stack.of(this).region, apiKey: this.api.apiKey! };
    this.outputs = amplifyOutputs(model, access);
    writeClientFilesAtSynth(this.api, { outputs: this.outputs, modelSchema: modelSchema(model) });
    addOutputsToTemplate(this.api, this.outputs);
    // What the outputs have tokens for: `appsync-data outputs` looks their values up here.
    new CfnOutput(this, 'Url', { value: access.url, description: 'URL of the GraphQL API' });
    new CfnOutput(this, 'ApiKey', { value: access.apiKey, description: 'Key of the GraphQL API' });
    new CfnOutput(this, 'Region', { value: access.region, description: 'Region of the GraphQL API' });
  }
}

function pathOf({ typeName, fieldName }: Pick<ResolverPlan, 'typeName' | 'fieldName'>): string {
  return `${typeName}.${fieldName}`;
}

function onlyOnce<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => value ??= make();
}

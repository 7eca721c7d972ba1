import { Annotations } from 'aws-cdk-lib';
import { NoneDataSource, type DynamoDbDataSource, type GraphqlApi, type Resolver } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { printSchema } from '../graphql';
import { resolveSchema, type DataModel } from '../model';
import { amplifyOutputs, modelSchema, type AmplifyOutputs } from '../outputs';
import { fieldPath, planApi, widerParents } from '../plan';
import { type ModelName, type ResolverName, type RootFieldName, type Schema, type SchemaTypes } from '../schema';
import { addedResolver, type AddedResolverProps } from './added-resolver';
import { type ApiProps } from './api-props';
import { wholeSchema } from './appsync-data-schema';
import { iamOptions, modeNames, modesOfApi } from './authorization-modes';
import { addOutputs, clientAccess } from './client-access';
import { writeClientFilesAtSynth } from './client-files';
import { checkDataSourceNames } from './data-source-names';
import { fieldResolver, valueResolver } from './field-resolver';
import { AppSyncDataGrants } from './grants';
import { graphqlApi } from './graphql-api';
import { Handlers, type HandlerSources } from './handlers';
import { scopesOf, type Layout } from './layout';
import { AppSyncDataMetrics } from './metrics';
import { ModelDataSource, type ModelFunctions } from './model-data-source';
import { modelTable } from './model-table';
import { hookedPlan, type OperationHooks } from './operation-hooks';
import { addOutputsToTemplate } from './outputs-metadata';
import { checkOwnApi, outputScope, type OwnApiProps } from './own-api';
import { checkOneModelEach, checkTablePlaces } from './own-table';
import { pipelineFunction } from './pipeline-function';
import { grantByRules } from './rule-grants';
import { AssetSchema, InlineSchema } from './schema-definition';
import { checkStackLimits } from './stack-limits';
import { checkModelTables } from './table-checks';
import { type CheckedTables, type ModelTables, type NoTables, type TableOptionsProps, type TablesOf } from './table-options';

/** Properties of {@link AppSyncData}. */
export interface AppSyncDataProps<Types extends SchemaTypes = SchemaTypes, Tables extends ModelTables<ModelName<Types>> = ModelTables<ModelName<Types>>>
  extends ApiProps, OwnApiProps, TableOptionsProps<Tables>, HandlerSources, OperationHooks<Types> {
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
 * Without `authorizationModes` the API has a key, which AppSync lets expire 7 days after it was created unless `apiKeyExpires` says when.
 *
 * @throws SchemaError with every mistake that the schema has
 */
export class AppSyncData<Types extends SchemaTypes = SchemaTypes, Tables extends ModelTables<ModelName<Types>> = NoTables<ModelName<Types>>> extends Construct {
  /** The API. */
  public readonly api: GraphqlApi;
  /** The API's schema in GraphQL's schema definition language; that of the data model alone, where that of an API of your own is not known. */
  public readonly sdl: string;
  /** The tables, by the name of their model. */
  public readonly tables: TablesOf<ModelName<Types>, Tables>;
  /** The data sources, by the name of the model whose table they are. */
  public readonly dataSources: { readonly [Name in ModelName<Types>]: DynamoDbDataSource };
  /** The functions that pipelines share, by the name of the model whose table they work on. */
  public readonly functions: { readonly [Name in ModelName<Types>]: ModelFunctions };
  /**
   * The resolvers, by type and field: `resolvers['Query.getTeam']`, `resolvers['Team.members']`. The compiler can't form plurals: it
   * takes any name for a list operation. A subscription that is no model's has a resolver where it has a handler.
   */
  public readonly resolvers: { readonly [Name in ResolverName<Types>]: Resolver };
  /** Lets principals of IAM use operations. The API has to have IAM as an authorization mode. */
  public readonly grants: AppSyncDataGrants<ModelName<Types>, RootFieldName<Types, 'Query'>, RootFieldName<Types, 'Mutation'>, RootFieldName<Types, 'Subscription'>>;
  /** The metrics of the API in CloudWatch. */
  public readonly metrics: AppSyncDataMetrics;
  /** What `Amplify.configure` takes, the content of `amplify_outputs.json`. The URL and the key are tokens, and so is what else only a deployment knows. */
  public readonly outputs: AmplifyOutputs;

  private readonly knownSdl: string | undefined;

  public constructor(scope: Construct, id: string, props: AppSyncDataProps<Types, Tables> & { readonly tables?: CheckedTables<ModelName<Types>, Tables> }) {
    super(scope, id);
    const { layout = 'flat' } = props;
    const { authorizationModes = {} } = props;
    const model = resolveSchema(props.schema, props.api ? modesOfApi(props.api) : modeNames(authorizationModes));
    checkModelTables(props.tables ?? {}, model);
    const { tables, functions, resolvers, customResolvers, fieldResolvers, identityPool } = hookedPlan(planApi(model), props, model);
    const generated = printSchema(model);
    const sdl = wholeSchema(generated, props.schemaExtension);
    this.knownSdl = props.api ? checkOwnApi(this, props.api, { generated, fields: [...resolvers, ...customResolvers, ...fieldResolvers].map(fieldPath), props }) : sdl;
    this.sdl = this.knownSdl ?? sdl;

    this.api = props.api ?? graphqlApi(this, layout === 'nested' ? new AssetSchema(sdl) : new InlineSchema(sdl), props);

    const tableScope = new Construct(this, 'Tables');
    const scopes = scopesOf(layout, this);
    const modelTables: ReadonlyMap<string, ITable> = new Map(tables.map((plan) => [plan.model, modelTable(tableScope, plan, model, props)]));
    checkOneModelEach(modelTables);
    checkTablePlaces(this, modelTables, tables);
    const models = new Map(tables.map((plan) => [plan.model, new ModelDataSource(scopes.model(plan.model), {
      api: this.api, tables: modelTables, plan, functions: functions.filter(({ model: name }) => name === plan.model),
    })]));
    const forSubscriptions = functions.find(({ model: name }) => name === undefined);
    const none = onlyOnce(() => this.noDataSource(props.api));
    const subscribe = forSubscriptions && pipelineFunction(this, forSubscriptions, { api: this.api, dataSource: none(), tables: modelTables });
    const handlers = new Handlers(this, { ...props, api: this.api, tables: modelTables, plans: tables, none, ...(subscribe && { subscribe }) });
    const byModel = <Value>(values: Iterable<[string, Value]>) => Object.fromEntries(values) as { readonly [Name in ModelName<Types>]: Value };
    this.tables = byModel(modelTables) as typeof this.tables;
    this.dataSources = byModel([...models].map(([name, { dataSource }]) => [name, dataSource]));
    this.functions = byModel([...models].map(([name, source]) => [name, source.functions]));
    this.resolvers = Object.fromEntries([
      ...resolvers.map((plan) => [fieldPath(plan), fieldResolver(scopes.resolver(plan), plan, { api: this.api, models, handlers, ...(subscribe && { subscribe }) })]),
      ...customResolvers.map((plan) => [fieldPath(plan), handlers.resolver(scopes.custom, plan)]),
      ...fieldResolvers.map((plan) => [fieldPath(plan), valueResolver(scopes.custom, plan, { api: this.api, none: none() })]),
    ]) as { readonly [Name in ResolverName<Types>]: Resolver };

    this.grants = new AppSyncDataGrants(this.api, { tables, resolvers, customOperations: model.customOperations, identityPool });
    grantByRules(this.grants, { iam: iamOptions(authorizationModes), identityPool, resources: model.resources, functionOf: (place, called) => handlers.functionOf(place, called) });
    this.metrics = new AppSyncDataMetrics(this.api);

    checkStackLimits(this, layout);
    checkDataSourceNames(this, this.api);

    warnOfWiderParents(this, model);

    const access = clientAccess(this.api, authorizationModes);
    this.outputs = amplifyOutputs(model, access);
    writeClientFilesAtSynth(this.api, { outputs: this.outputs, modelSchema: modelSchema(model) });
    addOutputsToTemplate(this.api, this.outputs);
    addOutputs(props.api ? outputScope(props.api) : this, access);
  }

  /**
   * Gives a field its resolver that the data model does not have: one of `schemaExtension`, or of the schema of an API of your own.
   *
   * @param field the type and the field: `Query.health`
   * @throws Error for a field that the schema does not have, or that has a resolver
   */
  public addResolver(field: string, props: AddedResolverProps): Resolver {
    return addedResolver(this.node.findChild('Resolvers') as Construct, field, props, { api: this.api, sdl: this.knownSdl, taken: Object.keys(this.resolvers) });
  }

  /** What functions stand on that ask nothing. Its name is one of many where the API is not only ours. */
  private noDataSource(api: GraphqlApi | undefined): NoneDataSource {
    return api ? new NoneDataSource(this, 'None', { api, name: `None${this.node.id}` }) : this.api.addNoneDataSource('None');
  }
}

/** Says of which relationships some get errors who see where they start. */
function warnOfWiderParents(scope: Construct, model: DataModel): void {
  for (const { model: parent, field, related, callers } of widerParents(model)) {
    const message = `${parent} can be read by more people than ${related}, which ${parent}.${field} leads to: ${callers.join(', ')} see the one and not all of the other; give both the same rules, or ${parent}.${field} rules of its own`;
    Annotations.of(scope).addWarningV2(`cdk-appsync-data:wider-parent:${parent}.${field}`, message);
  }
}

function onlyOnce<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => value ??= make();
}

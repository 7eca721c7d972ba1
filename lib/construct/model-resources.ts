import { AppsyncFunction, DynamoDbDataSource, FunctionRuntime, Resolver, type GraphqlApi, type NoneDataSource } from 'aws-cdk-lib/aws-appsync';
import { type ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type Access, type FunctionPlan, type ResolverPlan } from '../plan';
import { dataSourceRole } from './data-source-role';
import { resolverCode } from './resolver-code';

interface ModelResourcesProps {
  readonly api: GraphqlApi;
  /** For what asks no data source. */
  readonly noDataSource: NoneDataSource;
  readonly table: ITableV2;
  readonly access: readonly Access[];
  /** The function for the pipelines that use the table. */
  readonly function?: FunctionPlan;
  /** The resolvers that use the table. */
  readonly resolvers: readonly ResolverPlan[];
}

/** All that works on a model's table: its data source with a role of its own, the function that pipelines share, and the resolvers. */
export class ModelResources extends Construct {
  public readonly dataSource: DynamoDbDataSource;
  public readonly function?: AppsyncFunction;
  /** By type and field: `Query.getTeam`. */
  public readonly resolvers: Readonly<Record<string, Resolver>>;

  public constructor(scope: Construct, model: string, private readonly props: ModelResourcesProps) {
    super(scope, model);
    const { api, table, access } = props;
    this.dataSource = new DynamoDbDataSource(this, 'DataSource', {
      api,
      name: `${model}Table`,
      table,
      // The role is complete; the data source would add the right to every action.
      serviceRole: dataSourceRole(this, table, access).withoutPolicyUpdates(),
    });
    if (props.function) {
      this.function = new AppsyncFunction(this, 'Function', {
        api,
        name: `${model}Table`,
        dataSource: this.dataSource,
        code: resolverCode(props.function.code),
        runtime: FunctionRuntime.JS_1_0_0,
      });
    }
    this.resolvers = Object.fromEntries(props.resolvers.map((plan) => [`${plan.typeName}.${plan.fieldName}`, this.resolver(plan)]));
  }

  private resolver({ typeName, fieldName, kind, code }: ResolverPlan): Resolver {
    return new Resolver(this, `${typeName}.${fieldName}`, {
      api: this.props.api,
      typeName,
      fieldName,
      code: resolverCode(code),
      runtime: FunctionRuntime.JS_1_0_0,
      ...(kind === 'pipeline' ? { pipelineConfig: [this.function!] } : { dataSource: kind === 'unit' ? this.dataSource : this.props.noDataSource }),
    });
  }
}

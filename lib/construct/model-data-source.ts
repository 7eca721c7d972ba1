import { AppsyncFunction, DynamoDbDataSource, FunctionRuntime, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type FunctionPlan, type TablePlan } from '../plan';
import { dataSourceRole } from './data-source-role';
import { resolverCode } from './resolver-code';

/** How resolvers get at a model's table: a data source with a role of its own, and the function that pipelines share. */
export class ModelDataSource extends Construct {
  public readonly dataSource: DynamoDbDataSource;
  public readonly function?: AppsyncFunction;

  public constructor(scope: Construct, api: GraphqlApi, table: ITableV2, { model, access }: TablePlan, functionPlan?: FunctionPlan) {
    super(scope, model);
    this.dataSource = new DynamoDbDataSource(this, 'DataSource', {
      api,
      name: `${model}Table`,
      table,
      // The role is complete; the data source would add the right to every action.
      serviceRole: dataSourceRole(this, table, access).withoutPolicyUpdates(),
    });
    if (functionPlan) {
      this.function = new AppsyncFunction(this, 'Function', {
        api,
        name: `${model}Table`,
        dataSource: this.dataSource,
        code: resolverCode(functionPlan.code),
        runtime: FunctionRuntime.JS_1_0_0,
      });
    }
  }
}

import { type AppsyncFunction, type DynamoDbDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type FunctionPlan, type TablePlan } from '../plan';
import { pipelineFunction } from './pipeline-function';
import { tableDataSource } from './table-data-source';

/** The functions of a model's table that pipelines share. */
export interface ModelFunctions {
  /** Makes the requests to the table that a resolver has described. Absent where no pipeline reads the table. */
  readonly read?: AppsyncFunction;
  /** Reads what the records of a page belong to. Absent where they belong to nothing. */
  readonly related?: AppsyncFunction;
}

interface ModelDataSourceProps {
  readonly api: GraphqlApi;
  /** The tables of all models, by name. */
  readonly tables: ReadonlyMap<string, ITable>;
  readonly plan: TablePlan;
  /** Those of the model's table. */
  readonly functions: readonly FunctionPlan[];
}

/** How resolvers get at a model's table: a data source with a role of its own, and the functions that pipelines share. */
export class ModelDataSource extends Construct {
  public readonly dataSource: DynamoDbDataSource;
  public readonly functions: ModelFunctions;

  public constructor(scope: Construct, { api, tables, plan: { model, access }, functions }: ModelDataSourceProps) {
    super(scope, model);
    this.dataSource = tableDataSource(this, { api, name: `${model}Table`, table: tables.get(model)!, access, tables });
    this.functions = Object.fromEntries(functions.map((plan) => [plan.name, pipelineFunction(this, plan, { api, dataSource: this.dataSource, tables })]));
  }
}

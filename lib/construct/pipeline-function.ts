import { AppsyncFunction, FunctionRuntime, type BaseDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type Construct } from 'constructs';
import { type CodePlan, type FunctionName, type FunctionPlan } from '../plan';
import { resolverCode } from './resolver-code';

const ids: Readonly<Record<FunctionName, string>> = { read: 'Read', related: 'Related', subscribe: 'Subscribe' };

interface PipelineFunctionProps {
  readonly api: GraphqlApi;
  readonly dataSource: BaseDataSource;
  /** The tables of all models, by name. */
  readonly tables: ReadonlyMap<string, ITable>;
}

/** A function that pipelines share. */
export function pipelineFunction(scope: Construct, { model = '', name, code }: FunctionPlan, { tables, ...props }: PipelineFunctionProps): AppsyncFunction {
  const id = ids[name];
  return new AppsyncFunction(scope, id, { ...props, name: model + id, code: resolverCode(withTableNames(code, tables)), runtime: FunctionRuntime.JS_1_0_0 });
}

/** A plan names tables by their models: code needs the names that they are deployed with. */
function withTableNames(code: CodePlan, tables: ReadonlyMap<string, ITable>): CodePlan {
  if (code.bundle !== 'related') return code;
  const belongsTo = Object.entries(code.configuration.belongsTo).map(([field, related]) => [field, { ...related, table: tables.get(related.table)!.tableName }]);
  return { bundle: code.bundle, configuration: { belongsTo: Object.fromEntries(belongsTo) } };
}

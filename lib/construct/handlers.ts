import { Names } from 'aws-cdk-lib';
import { AppsyncFunction, Code, FunctionRuntime, Resolver, type BaseDataSource, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type ITable } from 'aws-cdk-lib/aws-dynamodb';
import { type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type FunctionHandler, type Handler } from '../model';
import { fieldPath, pipelineCode, type Access, type CustomResolverPlan, type DynamoDbAction, type HandlerStep, type ResolverPlan, type TablePlan } from '../plan';
import { type FunctionReference } from '../schema';
import { entryCode } from './entry-code';
import { FunctionDataSource } from './function-data-source';
import { quoted } from './quoted';
import { resolverCode } from './resolver-code';
import { tableDataSource } from './table-data-source';

/** What handlers may ask for, by name. */
export interface HandlerSources {
  /**
   * Data sources for handlers, by the name that these have for them: `{ Search: (api) => api.addHttpDataSource('Search', 'https://...') }`.
   *
   * @default - none but the tables of models
   */
  readonly dataSources?: Readonly<Record<string, (api: GraphqlApi) => BaseDataSource>>;

  /**
   * Lambda functions by the names that `a.handler.function('name')` has for them: a schema without the CDK can name them only.
   *
   * @default - none: handlers have the functions themselves
   */
  readonly functions?: Readonly<Record<string, IFunction>>;
}

interface HandlersProps extends HandlerSources {
  readonly api: GraphqlApi;
  /** The tables of all models, by name. */
  readonly tables: ReadonlyMap<string, ITable>;
  readonly plans: readonly TablePlan[];
  /** What asks nothing. */
  readonly none: () => BaseDataSource;
  /** What all subscriptions run; absent where there are none. */
  readonly subscribe?: AppsyncFunction;
}

/** What code of the user's own may do with an item of a table. */
const itemActions: readonly DynamoDbAction[] = ['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'];
const pageActions: readonly DynamoDbAction[] = ['Query', 'Scan'];

/** Code of the user's own and Lambda functions, as what AppSync runs. A data source for them is made where the first of them needs it. */
export class Handlers extends Construct {
  private readonly sources = new Map<string, BaseDataSource>();
  private readonly codes = new Map<string, string>();

  public constructor(scope: Construct, private readonly props: HandlersProps) {
    super(scope, 'Handlers');
    for (const [name, make] of Object.entries(props.dataSources ?? {})) this.sources.set(`named ${name}`, make(props.api));
  }

  /** The resolver of an operation that is no model's. */
  public resolver(scope: Construct, plan: CustomResolverPlan): Resolver {
    const { typeName, fieldName, steps, guard } = plan;
    const [first, ...others] = steps;
    const operation = fieldPath(plan);
    const isUnit = !guard && others.length === 0;
    return new Resolver(scope, operation, {
      api: this.props.api,
      typeName,
      fieldName,
      runtime: FunctionRuntime.JS_1_0_0,
      ...(isUnit && 'handler' in first!
        ? { dataSource: this.dataSource(operation, first.handler), code: this.code(operation, first.handler) }
        : {
          pipelineConfig: steps.map((step) => ('handler' in step ? this.step(plan, step) : this.props.subscribe!)),
          code: resolverCode(guard ? { bundle: 'guarded-pipeline', configuration: guard } : pipelineCode),
        }),
    });
  }

  /** A step of an operation, as a function of its pipeline. */
  public step(plan: Pick<CustomResolverPlan | ResolverPlan, 'typeName' | 'fieldName'>, { id, handler }: HandlerStep): AppsyncFunction {
    const operation = fieldPath(plan);
    return new AppsyncFunction(this, `${operation}.${id}`, {
      api: this.props.api,
      name: plan.fieldName + id,
      dataSource: this.dataSource(operation, handler),
      code: this.code(operation, handler),
      runtime: FunctionRuntime.JS_1_0_0,
    });
  }

  private code(operation: string, handler: Handler): Code {
    if (handler.kind === 'function') return resolverCode({ bundle: 'invoke', configuration: { waits: !handler.async } });
    const { entry, declaredIn } = handler;
    return Code.fromInline(this.once(this.codes, `${declaredIn ?? ''} ${entry}`, () => entryCode(operation, handler)));
  }

  private dataSource(operation: string, handler: Handler): BaseDataSource {
    if (handler.kind === 'function') return this.functionSource(operation, handler);
    const { dataSource } = handler;
    if (!dataSource) return this.props.none();
    return 'model' in dataSource ? this.tableSource(dataSource.model) : this.namedSource(operation, dataSource.name);
  }

  /** One of its own: the code may ask for what the generated resolvers of the table do not. */
  private tableSource(model: string): BaseDataSource {
    const { api, tables, plans } = this.props;
    return this.once(this.sources, `table ${model}`, () => {
      const { indexes } = plans.find((plan) => plan.model === model)!;
      const access: Access[] = [
        ...[...itemActions, ...pageActions].map((action) => ({ action })),
        ...indexes.flatMap(({ name }) => pageActions.map((action) => ({ action, index: name }))),
      ];
      return tableDataSource(new Construct(this, model), { api, name: `${model}Handlers`, table: tables.get(model)!, access, tables });
    });
  }

  private namedSource(operation: string, name: string): BaseDataSource {
    const known = this.sources.get(`named ${name}`);
    if (known) return known;
    throw new Error(`the handler of ${operation} works on the data source '${name}', which 'dataSources' does not have; it has ${quoted(Object.keys(this.props.dataSources ?? {}))}: add dataSources: { ${name}: (api) => ... }, or name a model: a.ref('Model')`);
  }

  /** The function that a schema has, or names. */
  public functionOf(place: string, called: string | FunctionReference): IFunction {
    const lambdaFunction = typeof called === 'string' ? this.namedFunction(place, called) : called;
    if (!isFunction(lambdaFunction)) throw new Error(`${place} has an ARN, and is no function of the CDK: import it, Function.fromFunctionArn(stack, 'Id', arn), or name one of 'functions'`);
    return lambdaFunction;
  }

  private functionSource(operation: string, { function: called }: FunctionHandler): BaseDataSource {
    const lambdaFunction = this.functionOf(`the handler of ${operation}`, called);
    const id = Names.uniqueId(lambdaFunction);
    return this.once(this.sources, `function ${id}`, () => new FunctionDataSource(new Construct(this, id), 'DataSource', { api: this.props.api, name: id, lambdaFunction }));
  }

  private namedFunction(place: string, name: string): IFunction {
    const { functions = {} } = this.props;
    const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (known) return known;
    throw new Error(`${place} is the function '${name}', which 'functions' does not have; it has ${quoted(Object.keys(functions))}: add functions: { ${name}: ... }`);
  }

  private once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  }
}

/** A schema does not know the CDK: to it, whatever has an ARN is a function. */
function isFunction(called: FunctionReference): called is IFunction {
  return Construct.isConstruct(called);
}

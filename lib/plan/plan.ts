import { type Handler, type RootType } from '../model';
import { type AccessConfiguration, type BundleName, type Configurations, type GuardedPipelineConfiguration } from './configuration';
import { type IdentityPoolPlan } from './identity-pool';

/** Everything that an API is made of, as plain data: what the construct creates. */
export interface Plan {
  readonly tables: readonly TablePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly resolvers: readonly ResolverPlan[];
  readonly customResolvers: readonly CustomResolverPlan[];
  readonly fieldResolvers: readonly FieldResolverPlan[];
  readonly identityPool: IdentityPoolPlan;
}

/** A model's table. */
export interface TablePlan {
  readonly model: string;
  readonly key: KeyPlan;
  readonly indexes: readonly IndexPlan[];
  /** What those resolvers and functions do that work on it. */
  readonly access: readonly Access[];
}

export interface KeyPlan {
  readonly partition: AttributePlan;
  readonly sort?: AttributePlan;
}

export interface AttributePlan {
  readonly name: string;
  readonly type: 'S' | 'N';
}

export interface IndexPlan {
  readonly name: string;
  readonly key: KeyPlan;
  /** The attributes that it holds beside the keys of its own and of the table; absent for all. */
  readonly includes?: readonly string[];
}

/** One action on a table or on one of its indexes. */
export interface Access {
  readonly action: DynamoDbAction;
  readonly index?: string;
  /** The model whose table it is, where it is another's. */
  readonly model?: string;
}

export type DynamoDbAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem' | 'Query' | 'Scan';

/** Code with its configuration. */
export type CodePlan = {
  [Name in BundleName]: { readonly bundle: Name; readonly configuration: Configurations[Name] };
}[BundleName];

/** A function of pipeline resolvers, one of its kind for a model's table, or for the API. */
export interface FunctionPlan {
  /** Absent where it works on no table. */
  readonly model?: string;
  readonly name: FunctionName;
  readonly code: CodePlan;
}

/**
 * `read` makes the requests to the model's table, `related` reads what the records of a page belong to; `subscribe` sets what a subscriber
 * is told of, and asks no data source.
 */
export type FunctionName = 'read' | 'related' | 'subscribe';

/** A turn in a pipeline. */
export type PipelineStep = SharedStep | OwnStep | HandlerStep;

/** The turn of a function that pipelines share. */
export interface SharedStep {
  /** Absent where it works on no table. */
  readonly model?: string;
  readonly function: FunctionName;
  /** `related`: the one field that it reads for; absent where it reads for those that are selected. */
  readonly field?: string;
}

/** The one request of an operation that has more steps by hooks, or what is asked before them. */
export interface OwnStep {
  /** The model whose table it works on. */
  readonly model: string;
  readonly code: CodePlan;
}

/** Code of the user's own, or a Lambda function. */
export interface HandlerStep {
  readonly model?: undefined;
  /** What tells it from the other steps of the operation: `Before1`, `Handler1`, `After1`. */
  readonly id: string;
  readonly handler: Handler;
}

/** How a resolver runs. `unit`: one request to the model's table. `pipeline`: through functions, in order. */
export type ResolverKind = { readonly kind: 'unit' } | { readonly kind: 'pipeline'; readonly steps: readonly PipelineStep[] };

/** The resolver of a field. */
export type ResolverPlan = ResolverKind & {
  readonly typeName: string;
  readonly fieldName: string;
  /** The model whose table it works on. */
  readonly model: string;
  readonly code: CodePlan;
  /** Of an operation: who may use it, where a caller's mode does not say it. */
  readonly access?: AccessConfiguration;
};

/** The resolver of a field whose value stands in the record already. */
export interface FieldResolverPlan {
  readonly typeName: string;
  readonly fieldName: string;
  readonly code: CodePlan;
}

/** The resolver of an operation that is no model's. */
export interface CustomResolverPlan {
  readonly typeName: RootType;
  readonly fieldName: string;
  /** One, or several in a pipeline. */
  readonly steps: readonly (HandlerStep | SharedStep)[];
  /** What is asked before the steps, and done with what they give; absent where there is nothing. */
  readonly guard?: GuardedPipelineConfiguration;
}

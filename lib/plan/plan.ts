import { type BundleName, type Configurations } from './configuration';

/** Everything that an API is made of, as plain data: what the construct creates. */
export interface Plan {
  readonly tables: readonly TablePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly resolvers: readonly ResolverPlan[];
}

/** A model's table. */
export interface TablePlan {
  readonly model: string;
  readonly key: KeyPlan;
  readonly indexes: readonly IndexPlan[];
  /** What the resolvers do with it. */
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
}

export type DynamoDbAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan';

/** Code with its configuration. */
export type CodePlan = {
  [Name in BundleName]: { readonly bundle: Name; readonly configuration: Configurations[Name] };
}[BundleName];

/** A function of pipeline resolvers, shared by all that use a model's table. */
export interface FunctionPlan {
  readonly model: string;
  readonly code: CodePlan;
}

/** The resolver of a field. */
export interface ResolverPlan {
  readonly typeName: string;
  readonly fieldName: string;
  /** The model whose table it works on. */
  readonly model: string;
  /** `unit`: one request to the table. `pipeline`: through the table's function. `none`: no data source is asked. */
  readonly kind: 'unit' | 'pipeline' | 'none';
  readonly code: CodePlan;
}

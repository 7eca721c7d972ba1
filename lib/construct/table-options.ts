import { type CfnTag, RemovalPolicy } from 'aws-cdk-lib';
import {
  type Billing, type ContributorInsightsSpecification, type ITable, type ReplicaTableProps, type StreamViewType, type TableClass, type TableEncryptionV2, type TablePropsV2, type TableV2,
  type WarmThroughput,
} from 'aws-cdk-lib/aws-dynamodb';

/** How tables are kept: all of them, or that of one model. What is not here, a hook of {@link ModelTables} can set. */
export interface ModelTableProps {
  /**
   * What becomes of the table when it leaves the stack, or the stack is deleted.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Whether DynamoDB refuses to delete the table.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;

  /**
   * Whether the table can be restored to any point of the last 35 days.
   *
   * @default true
   */
  readonly pointInTimeRecovery?: boolean;

  /**
   * The key that the table is encrypted with. Resolvers get the right to use a customer managed one, for which the stack has to name its region.
   *
   * @default TableEncryptionV2.dynamoOwnedKey()
   */
  readonly encryption?: TableEncryptionV2;

  /**
   * The attribute with the time at which a record expires, in seconds since 1970. If it is a field of the model, then an `a.timestamp()` or an
   * `a.integer()`.
   *
   * @default - records do not expire
   */
  readonly timeToLiveAttribute?: string;

  /**
   * What the table's stream has of a record that changes.
   *
   * @default - no stream; with replicas, StreamViewType.NEW_AND_OLD_IMAGES
   */
  readonly dynamoStream?: StreamViewType;

  /**
   * Whether CloudWatch tells which keys are asked for most, and whether for all requests or for throttled ones.
   *
   * @default - contributor insights are off
   */
  readonly contributorInsightsSpecification?: ContributorInsightsSpecification;

  /**
   * Copies of the table in other regions. The stack has to name its own region.
   *
   * @default - no replicas
   */
  readonly replicas?: ReplicaTableProps[];

  /**
   * How capacity is paid for.
   *
   * @default Billing.onDemand()
   */
  readonly billing?: Billing;

  /**
   * The class of storage.
   *
   * @default TableClass.STANDARD
   */
  readonly tableClass?: TableClass;

  /**
   * The throughput that the table is ready for at once.
   *
   * @default - what DynamoDB gives a new table
   */
  readonly warmThroughput?: WarmThroughput;

  /**
   * Tags of the table in the stack's own region, beside those that `Tags.of()` gives it.
   *
   * @default - no tags
   */
  readonly tags?: CfnTag[];
}

/** Changes the properties of a table before it is created. The keys and indexes in them are those that resolvers read: leave these as they are. */
export type TableHook = (props: TablePropsV2) => TablePropsV2;

/** What is different for the tables of some models, by the model's name. */
export type ModelTables<Name extends string = string> = { readonly [Model in Name]?: ModelTableProps | TableHook | ITable };

/** Options that there are, of models that there are: what the compiler takes for `tables`, which it infers. */
export type CheckedTables<Name extends string, Tables> = ModelTables<Name> & {
  readonly [Model in keyof Tables]: Model extends Name ? CheckedTable<Tables[Model]> : string extends Model ? unknown : never;
};
type CheckedTable<Table> = Table extends TableHook | ITable | undefined ? unknown : { readonly [Option in keyof Table]: Option extends keyof ModelTableProps ? unknown : never };

/** The tables by the name of their model: those that there were already as they were given, and those that are made for their models. */
export type TablesOf<Name extends string, Tables> = { readonly [Model in Name]: Model extends keyof Tables ? TableOf<Extract<Tables[Model], ITable>> : TableV2 };
type TableOf<Own> = [Own] extends [never] ? TableV2 : Own;

/** Which tables there are already where the compiler is not told: any where it does not know the models, otherwise none. */
export type NoTables<Name extends string> = string extends Name ? ModelTables : {}; // eslint-disable-line @typescript-eslint/no-empty-object-type

/** How the tables are kept. */
export interface TableOptionsProps<Tables extends ModelTables = ModelTables> extends ModelTableProps {
  /**
   * What is different for the tables of some models: options, which go before those for all tables; or a function that changes the
   * properties of TableV2 before it is created; or a table that there is already, which the model then works on. Its key and its indexes
   * have to be those that resolvers read, which is checked at synth where the table is one of the app. Options for all tables do not
   * change it.
   *
   * @default - all tables are made and kept the same way
   */
  readonly tables?: Tables;
}

/** The properties of a model's table: what the schema makes of it, with what its options add. */
export function withOptions(planned: TablePropsV2, model: string, { tables = {}, ...all }: TableOptionsProps): TablePropsV2 {
  const own = tables[model] as ModelTableProps | TableHook | undefined;
  return typeof own === 'function' ? own({ ...planned, ...rendered(all) }) : { ...planned, ...rendered(all, own) };
}

/** The options as TableV2 has them; the compiler asks for each. */
function rendered(all: ModelTableProps, own: ModelTableProps = {}): Omit<TablePropsV2, 'partitionKey'> {
  const option = <Name extends keyof ModelTableProps>(name: Name): ModelTableProps[Name] => own[name] ?? all[name];
  return {
    removalPolicy: option('removalPolicy') ?? RemovalPolicy.RETAIN,
    deletionProtection: option('deletionProtection') ?? true,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: option('pointInTimeRecovery') ?? true },
    encryption: option('encryption'),
    timeToLiveAttribute: option('timeToLiveAttribute'),
    dynamoStream: option('dynamoStream'),
    contributorInsightsSpecification: option('contributorInsightsSpecification'),
    replicas: option('replicas'),
    billing: option('billing'),
    tableClass: option('tableClass'),
    warmThroughput: option('warmThroughput'),
    tags: option('tags'),
  } satisfies Record<Exclude<keyof ModelTableProps, 'pointInTimeRecovery'> | 'pointInTimeRecoverySpecification', unknown>;
}

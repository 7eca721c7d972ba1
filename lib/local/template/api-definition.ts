import { type AuthorizationModeDefinition } from './authorization-mode';
import { type DataSourceDefinition } from './data-source-definition';
import { type IamDefinition } from './iam-definition';

/** Everything the local API needs to know of a synthesized AppSync API: plain data, no intrinsic functions left in it. */
export interface ApiDefinition {
  /** The logical id of the API in its template. */
  readonly logicalId: string;
  readonly name: string;
  readonly apiId: string;
  readonly arn: string;
  readonly region: string;
  readonly account: string;
  /** The schema in GraphQL's schema definition language. */
  readonly schema: string;
  /** The ways in which requests are let in, the default one first. */
  readonly authorizationModes: readonly [AuthorizationModeDefinition, ...AuthorizationModeDefinition[]];
  readonly apiKeys: readonly string[];
  /** The roles and identity pools of the assembly; absent where requests need not be signed. */
  readonly iam?: IamDefinition;
  readonly environment: Readonly<Record<string, string>>;
  readonly introspectionEnabled: boolean;
  readonly dataSources: Readonly<Record<string, DataSourceDefinition>>;
  /** By the id that pipeline resolvers name them by. */
  readonly functions: Readonly<Record<string, FunctionDefinition>>;
  readonly resolvers: readonly ResolverDefinition[];
  readonly tables: readonly TableDefinition[];
  /** The `amplify_outputs.json` that was written beside the template, with intrinsic functions resolved; absent where there is none. */
  readonly outputs?: Record<string, unknown>;
}

export interface FunctionDefinition {
  /** The resource that it comes from, for messages. */
  readonly logicalId: string;
  readonly name: string;
  readonly dataSource: string;
  /** Absent where a Lambda data source is invoked directly. */
  readonly code?: string;
  /** How many requests to a Lambda data source go out as one; absent where nothing is said of it. */
  readonly maxBatchSize?: number;
}

export interface ResolverDefinition {
  readonly logicalId: string;
  readonly typeName: string;
  readonly fieldName: string;
  /** Absent where a Lambda data source is invoked directly. */
  readonly code?: string;
  /** As of a function. */
  readonly maxBatchSize?: number;
  /** A unit resolver's data source. */
  readonly dataSource?: string;
  /** A pipeline resolver's function ids. */
  readonly functions?: readonly string[];
}

export interface KeySchemaElement { readonly AttributeName: string; readonly KeyType: 'HASH' | 'RANGE' }

/** A DynamoDB table, in the words of CreateTable. */
export interface TableDefinition {
  readonly logicalId: string;
  /** The physical name that requests use. */
  readonly name: string;
  readonly attributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: 'S' | 'N' | 'B' }[];
  readonly keySchema: readonly KeySchemaElement[];
  readonly globalSecondaryIndexes: readonly SecondaryIndexDefinition[];
  readonly localSecondaryIndexes: readonly SecondaryIndexDefinition[];
}

export interface SecondaryIndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: { readonly ProjectionType: 'ALL' | 'KEYS_ONLY' | 'INCLUDE'; readonly NonKeyAttributes?: readonly string[] };
}

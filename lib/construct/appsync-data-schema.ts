import { type IGraphqlApi, type ISchema, type ISchemaConfig } from 'aws-cdk-lib/aws-appsync';
import { extendSchema, printSchema, validateGraphqlSchema } from '../graphql';
import { resolveSchema } from '../model';
import { type Schema } from '../schema';
import { AssetSchema, InlineSchema } from './schema-definition';

/** Options of {@link AppSyncDataSchema}. */
export interface AppSyncDataSchemaOptions {
  /**
   * More types, and more fields of types that the data model makes, in GraphQL's schema definition language: `extend type Query { health: String }`.
   *
   * @default - the schema is that of the data model
   */
  readonly extension?: string;

  /**
   * Whether the schema is an asset, which a template of many models has more room with, and does not stand in the template itself.
   *
   * @default false
   */
  readonly asset?: boolean;
}

/**
 * The GraphQL schema that a data model makes, for an API of your own: `Definition.fromSchema(new AppSyncDataSchema(schema))`. AppSyncData with
 * the same schema then gives that API its resolvers.
 *
 * @throws SchemaError with every mistake that the schema has
 * @throws Error with every mistake that the extension has
 */
export class AppSyncDataSchema implements ISchema {
  /** The schema in GraphQL's schema definition language, as one document without `extend`. */
  public readonly sdl: string;
  private readonly definition: ISchema;

  public constructor(schema: Schema, { extension, asset = false }: AppSyncDataSchemaOptions = {}) {
    this.sdl = wholeSchema(printSchema(resolveSchema(schema)), extension);
    this.definition = asset ? new AssetSchema(this.sdl) : new InlineSchema(this.sdl);
  }

  public bind(api: IGraphqlApi): ISchemaConfig {
    return this.definition.bind(api);
  }
}

/** A generated schema with what extends it, checked. */
export function wholeSchema(generated: string, extension: string | undefined): string {
  const sdl = extension === undefined ? generated : extendSchema(generated, extension);
  validateGraphqlSchema(sdl);
  return sdl;
}

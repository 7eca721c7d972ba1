import { type IGraphqlApi, type ISchema, type ISchemaConfig } from 'aws-cdk-lib/aws-appsync';
import { extendSchema, printSchema, validateGraphqlSchema } from '../graphql';
import { modesInRules, resolveSchema, type AuthorizationMode } from '../model';
import { type Schema } from '../schema';
import { modesOfApi } from './authorization-modes';
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

  /**
   * The authorization modes of the API that it is for, the default first. Where there are several, directives say who may use what.
   *
   * @default - those of the API that it is bound to; before it is bound to any, those that the schema's rules name
   */
  readonly authorizationModes?: readonly AuthorizationMode[];
}

/**
 * The GraphQL schema that a data model makes, for an API of your own: `Definition.fromSchema(new AppSyncDataSchema(schema))`. AppSyncData with
 * the same schema then gives that API its resolvers.
 *
 * @throws SchemaError with every mistake that the schema has
 * @throws Error with every mistake that the extension has
 */
export class AppSyncDataSchema implements ISchema {
  private text: string;

  public constructor(private readonly schema: Schema, private readonly options: AppSyncDataSchemaOptions = {}) {
    this.text = this.textFor(options.authorizationModes ?? modesInRules(schema));
  }

  /** The schema in GraphQL's schema definition language, as one document without `extend`. */
  public get sdl(): string {
    return this.text;
  }

  public bind(api: IGraphqlApi): ISchemaConfig {
    if (!this.options.authorizationModes) this.text = this.textFor(modesOfApi(api));
    return (this.options.asset ? new AssetSchema(this.text) : new InlineSchema(this.text)).bind(api);
  }

  private textFor(modes: readonly AuthorizationMode[]): string {
    return wholeSchema(printSchema(resolveSchema(this.schema, modes)), this.options.extension);
  }
}

/** A generated schema with what extends it, checked. */
export function wholeSchema(generated: string, extension: string | undefined): string {
  const sdl = extension === undefined ? generated : extendSchema(generated, extension);
  validateGraphqlSchema(sdl);
  return sdl;
}

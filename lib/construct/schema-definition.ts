import { type IGraphqlApi, type ISchema, type ISchemaConfig } from 'aws-cdk-lib/aws-appsync';

/** A GraphQL schema that stands in the template, without an asset. */
export class InlineSchema implements ISchema {
  public constructor(private readonly definition: string) {}

  public bind(api: IGraphqlApi): ISchemaConfig {
    return { apiId: api.apiId, definition: this.definition };
  }
}

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileAssetPackaging, Stack, Stage } from 'aws-cdk-lib';
import { type IGraphqlApi, type ISchema, type ISchemaConfig } from 'aws-cdk-lib/aws-appsync';

/** A GraphQL schema that stands in the template, without an asset. */
export class InlineSchema implements ISchema {
  public constructor(private readonly definition: string) {}

  public bind(api: IGraphqlApi): ISchemaConfig {
    return { apiId: api.apiId, definition: this.definition };
  }
}

/** A GraphQL schema as an asset, as nested stacks are: that of hundreds of models takes half of what a template has room for. */
export class AssetSchema implements ISchema {
  public constructor(private readonly definition: string) {}

  public bind(api: IGraphqlApi): ISchemaConfig {
    const sourceHash = createHash('sha256').update(this.definition).digest('hex');
    const fileName = `${sourceHash}.graphql`;
    writeFileSync(join(Stage.of(api)!.outdir, fileName), this.definition);
    const { s3ObjectUrl } = Stack.of(api).synthesizer.addFileAsset({ packaging: FileAssetPackaging.FILE, sourceHash, fileName });
    // What it is bound to are the properties of the L1, which take one of the two.
    return { apiId: api.apiId, definitionS3Location: s3ObjectUrl } as Partial<ISchemaConfig> as ISchemaConfig;
  }
}

/** Synthesizes the page or some chain models, `synth-process.ts <page | models> [project of the peer]`, and prints what it took. */
import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { inWordsOfPeer } from './peer';
import { synthesize } from './synthesized';

const [what, project] = process.argv.slice(2) as [string, string?];
const file = what === 'page' ? 'integ/schemas/relationships.ts' : 'bench/chain-schema.ts';

type Make = (stack: Stack, size: 'small' | 'measured') => void;

/** Loads what is needed; how a schema is made is part of what is measured. */
async function schemasIn(path: string) {
  const { schemas, chainSchema } = await import(path);
  const makes = what === 'page' ? { small: () => schemas.OneToMany, measured: () => schemas.Page } : { small: () => chainSchema(2), measured: () => chainSchema(Number(what)) };
  return (size: keyof typeof makes) => makes[size]();
}

async function ours(): Promise<Make> {
  const { AppSyncData } = await import('cdk-appsync-data');
  const schema = await schemasIn(join(__dirname, '..', file));
  return (stack, size) => { new AppSyncData(stack, 'Data', { schema: schema(size), layout: what === 'page' ? 'flat' : 'nested' }); };
}

async function peers(directory: string): Promise<Make> {
  const { AmplifyData, AmplifyDataDefinition } = await import(join(directory, 'node_modules', '@aws-amplify', 'data-construct', 'lib', 'index.js'));
  const schema = await schemasIn(inWordsOfPeer(directory, file));
  return (stack, size) => {
    new AmplifyData(stack, 'Data', {
      // With tables as `defineData` of Amplify makes them.
      definition: AmplifyDataDefinition.fromString(schema(size).transform().schema, { dbType: 'DYNAMODB', provisionStrategy: 'AMPLIFY_TABLE' }),
      authorizationModes: { defaultAuthorizationMode: 'API_KEY', apiKeyConfig: { expires: Duration.days(7) } },
    });
  };
}

void (project === undefined ? ours() : peers(project)).then((make) => {
  // The CDK imports much of itself where it is first used, and maps each stack trace that it keeps to sources.
  process.setSourceMapsEnabled(false);
  synthesize((stack) => make(stack, 'small'));
  console.log(JSON.stringify(synthesize((stack) => make(stack, 'measured'))));
});

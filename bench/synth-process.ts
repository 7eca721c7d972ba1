/** Synthesizes the page or some chain models, `synth-process.ts <page | models> [project of the peer]`, and prints what it took. */
import { join } from 'node:path';
import { Duration, type Stack } from 'aws-cdk-lib';
import { inWordsOfPeer } from './peer';
import { synthesize } from './synthesized';

const [what, project] = process.argv.slice(2) as [string, string?];
const file = what === 'page' ? 'integ/schemas/relationships.ts' : 'bench/chain-schema.ts';

/** Loads what is needed; how the schema is made is part of what is measured. */
async function schemaIn(path: string) {
  const module = await import(path);
  return () => (what === 'page' ? module.schemas.Page : module.chainSchema(Number(what)));
}

async function ours(): Promise<(stack: Stack) => void> {
  const { AppSyncData } = await import('cdk-appsync-data');
  const schema = await schemaIn(join(__dirname, '..', file));
  return (stack) => { new AppSyncData(stack, 'Data', { schema: schema(), layout: what === 'page' ? 'flat' : 'nested' }); };
}

async function peers(directory: string): Promise<(stack: Stack) => void> {
  const { AmplifyData, AmplifyDataDefinition } = await import(join(directory, 'node_modules', '@aws-amplify', 'data-construct', 'lib', 'index.js'));
  const schema = await schemaIn(inWordsOfPeer(directory, file));
  return (stack) => {
    new AmplifyData(stack, 'Data', {
      // With tables as `defineData` of Amplify makes them.
      definition: AmplifyDataDefinition.fromString(schema().transform().schema, { dbType: 'DYNAMODB', provisionStrategy: 'AMPLIFY_TABLE' }),
      authorizationModes: { defaultAuthorizationMode: 'API_KEY', apiKeyConfig: { expires: Duration.days(7) } },
    });
  };
}

void (project === undefined ? ours() : peers(project)).then((make) => console.log(JSON.stringify(synthesize(make))));

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachCustomSynthesis, Stack } from 'aws-cdk-lib';
import { type CfnGraphQLApi, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type AmplifyOutputs } from '../outputs';

/** What the clients of an API are made with. */
interface ClientFiles {
  readonly outputs: AmplifyOutputs;
  /** The data model as generators of model classes take it. */
  readonly modelSchema: string;
}

/**
 * Writes what the clients are made with beside the template at synth, as `<template>.<logical id of the API>.amplify_outputs.json` and
 * `.model-schema.graphql`. What only a deployment knows stands in it as in the template: `{ "Fn::GetAtt": [...] }`.
 */
export function writeClientFilesAtSynth(api: GraphqlApi, { outputs, modelSchema }: ClientFiles): void {
  attachCustomSynthesis(api, {
    onSynthesize: ({ outdir }) => {
      const stack = Stack.of(api);
      const template = stack.templateFile.replace(/\.template\.json$/, '');
      const logicalId = stack.getLogicalId(api.node.defaultChild as CfnGraphQLApi);
      const write = (name: string, content: string): void => writeFileSync(join(outdir, `${template}.${logicalId}.${name}`), content);
      write('amplify_outputs.json', `${JSON.stringify(stack.resolve(outputs), undefined, 2)}\n`);
      write('model-schema.graphql', modelSchema);
    },
  });
}

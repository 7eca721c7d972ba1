import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachCustomSynthesis, Stack } from 'aws-cdk-lib';
import { type CfnGraphQLApi, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { type AmplifyOutputs } from '../outputs';

/**
 * Writes the outputs beside the template at synth, as `<template>.<logical id of the API>.amplify_outputs.json`. What only a
 * deployment knows stands in it as in the template: `{ "Fn::GetAtt": [...] }`.
 */
export function writeOutputsAtSynth(api: GraphqlApi, outputs: AmplifyOutputs): void {
  attachCustomSynthesis(api, {
    onSynthesize: ({ outdir }) => {
      const stack = Stack.of(api);
      const template = stack.templateFile.replace(/\.template\.json$/, '');
      const logicalId = stack.getLogicalId(api.node.defaultChild as CfnGraphQLApi);
      writeFileSync(join(outdir, `${template}.${logicalId}.amplify_outputs.json`), `${JSON.stringify(stack.resolve(outputs), undefined, 2)}\n`);
    },
  });
}

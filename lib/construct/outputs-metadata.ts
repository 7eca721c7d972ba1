import { Lazy, Stack } from 'aws-cdk-lib';
import { type CfnGraphQLApi, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { OUTPUTS_METADATA, outputsToTemplate, type AmplifyOutputs } from '../outputs';

/**
 * Puts the outputs into the metadata of the API's resource: `appsync-data outputs` has them from the deployed stack, without the app
 * that it was synthesized from. As text, in which CloudFormation finds nothing to resolve: a model may be named `Ref`.
 */
export function addOutputsToTemplate(api: GraphqlApi, outputs: AmplifyOutputs): void {
  const text = Lazy.string({ produce: () => outputsToTemplate(Stack.of(api).resolve(outputs)) });
  (api.node.defaultChild as CfnGraphQLApi).addMetadata(OUTPUTS_METADATA, text);
}

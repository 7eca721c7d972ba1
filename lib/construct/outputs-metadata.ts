import { Lazy, Stack } from 'aws-cdk-lib';
import { type CfnGraphQLSchema, type GraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { OUTPUTS_METADATA, outputsToTemplate, type AmplifyOutputs } from '../outputs';

/**
 * Puts the outputs into the metadata of the API's schema: `appsync-data outputs` has them from the deployed stack, without the app that
 * it was synthesized from. The schema is the resource that changes with every model anyway. They stand there as text, in which
 * CloudFormation finds nothing to resolve: a model may be named `Ref`.
 */
export function addOutputsToTemplate(api: GraphqlApi, outputs: AmplifyOutputs): void {
  const schema = api.node.findChild('Schema') as CfnGraphQLSchema;
  schema.addMetadata(OUTPUTS_METADATA, Lazy.string({ produce: () => outputsToTemplate(Stack.of(api).resolve(outputs)) }));
}

import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import { type Construct } from 'constructs';
import { type Layout } from './layout';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const MAX_RESOURCES = 500;
const MAX_TEMPLATE_SIZE = 1_000_000;
const MAX_RESOURCES_OF_AN_OPERATION = 2_500;

/** A resource has 2 to 3 KB on average: of fewer than these, no template comes near its size. To measure one takes as long as to synthesize it. */
const MEASURED_FROM = 200;

/** Checks, before anything is synthesized, that the stack of an API is one that CloudFormation takes, and says what to do where it is not. */
export function checkStackLimits(api: Construct, layout: Layout): void {
  const stack = Stack.of(api);
  api.node.addValidation({
    validate: () => {
      const count = resourcesIn(stack).length;
      if (count > MAX_RESOURCES) {
        return [`the stack '${stack.stackName}' has ${count} resources, ${resourcesOf(api, stack).length} of them of this API, and CloudFormation takes ${MAX_RESOURCES}: ${remedies[layout]}`];
      }
      const size = count > MEASURED_FROM ? sizeOf(stack) : 0;
      if (size > MAX_TEMPLATE_SIZE) {
        return [`the template of '${stack.stackName}' has ${size.toLocaleString('en')} bytes, and CloudFormation takes ${MAX_TEMPLATE_SIZE.toLocaleString('en')}: ${remedies[layout]}`];
      }
      return [];
    },
  });
  const all = api.node.findAll().filter(CfnResource.isCfnResource).length;
  if (all > MAX_RESOURCES_OF_AN_OPERATION) {
    Annotations.of(api).addWarningV2('cdk-appsync-data:resources', `this API has ${all} resources in all its stacks, and CloudFormation takes ${MAX_RESOURCES_OF_AN_OPERATION} in one operation: deploy it in parts, with some models first, or make several AppSyncData of it`);
  }
}

const remedies: Readonly<Record<Layout, string>> = {
  flat: "set layout: 'nested', which takes hundreds of models, or put what does not belong to the API into another stack",
  nested: 'put what does not belong to the API into another stack, or make several AppSyncData of it',
};

function resourcesIn(stack: Stack): CfnResource[] {
  return resourcesOf(stack, stack);
}

/** The resources below a construct that are in the template of a stack. */
function resourcesOf(scope: Construct, stack: Stack): CfnResource[] {
  return scope.node.findAll().filter(CfnResource.isCfnResource).filter((resource) => resource.stack === stack);
}

/** What the template is written with, in bytes: outputs and parameters apart, which are small. */
function sizeOf(stack: Stack): number {
  const templates = resourcesIn(stack).map((resource) => stack.resolve((resource as unknown as { _toCloudFormation(): { Resources: object } })._toCloudFormation()).Resources as object);
  return Buffer.byteLength(JSON.stringify({ Resources: Object.assign({}, ...templates) as object }, undefined, 1));
}

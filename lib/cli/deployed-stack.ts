import { type CloudFormationClient, type Stack } from '@aws-sdk/client-cloudformation';
import { type Template } from '../local/template/template';
import { explainCloudFormationError } from './cloudformation-error';
import { type StackSource } from './stack-source';

/** Where a stack is deployed, as far as the environment of the process does not say. */
export interface Deployment {
  readonly region?: string;
  readonly profile?: string;
}

/**
 * A stack as CloudFormation has it.
 * @throws Error in words for what CloudFormation refuses, and for a stack that has no outputs
 */
export async function deployedStack(name: string, deployment: Deployment): Promise<StackSource> {
  // Not before it is needed: the SDK takes longer to load than all the rest.
  const { CloudFormationClient, DescribeStacksCommand, GetTemplateCommand } = await import('@aws-sdk/client-cloudformation');
  const client = new CloudFormationClient(deployment);
  const region = await regionOf(client);
  const answer = <Answer>(request: Promise<Answer>): Promise<Answer> => request.catch((error) => { throw explainCloudFormationError(error, name, region); });
  try {
    const { Stacks: [stack = {}] = [] } = await answer<{ Stacks?: Partial<Stack>[] }>(client.send(new DescribeStacksCommand({ StackName: name })));
    const { StackName = name, StackId = name, StackStatus: status, Outputs = [] } = stack;
    if (Outputs.length === 0) throw new Error(`stack '${StackName}' has no outputs, so no API of an AppSyncData construct: it is ${status}`);
    // As it was deployed, also where CloudFormation has transformed it.
    const { TemplateBody = '' } = await answer(client.send(new GetTemplateCommand({ StackName: StackId, TemplateStage: 'Original' })));
    const notice = noticeOf(StackName, stack);
    return {
      name: StackName,
      template: parseTemplate(StackName, TemplateBody),
      values: Object.fromEntries(Outputs.flatMap(({ OutputKey, OutputValue }) => (OutputKey !== undefined && OutputValue !== undefined ? [[OutputKey, OutputValue]] : []))),
      ...(notice !== undefined && { notice }),
    };
  } finally {
    client.destroy();
  }
}

async function regionOf(client: CloudFormationClient): Promise<string> {
  try {
    return await client.config.region();
  } catch (error) {
    throw new Error('there is no region: name one with --region, in AWS_REGION, or in the profile', { cause: error });
  }
}

function parseTemplate(name: string, body: string): Template {
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Error(`the template of stack '${name}' is not JSON, so it is none that the CDK has deployed`, { cause: error });
  }
}

/** What the states of a stack say of its outputs, by the end of their names; the first one that fits. */
const notices: Readonly<Record<string, string>> = {
  CLEANUP_IN_PROGRESS: 'what it no longer needs is being removed, and its outputs stay as they are',
  IN_PROGRESS: 'it is being changed right now, so that its outputs may be others soon',
  FAILED: 'its last change failed, so that its outputs may not be those of what is there',
  ROLLBACK_COMPLETE: 'its last change was rolled back, so that its outputs are those from before',
};

function noticeOf(name: string, { StackStatus: status, StackStatusReason: reason }: Partial<Stack>): string | undefined {
  const end = Object.keys(notices).find((suffix) => status?.endsWith(suffix));
  return end && `stack '${name}' is ${status}${reason === undefined ? '' : ` (${reason})`}: ${notices[end]}`;
}

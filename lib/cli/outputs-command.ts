import { apiOutputs } from './api-outputs';
import { deployedStack, type Deployment } from './deployed-stack';
import { directoryIn, readArguments } from './read-arguments';
import { stackInOutputsFile } from './stack-in-outputs-file';
import { type StackSource } from './stack-source';
import { UsageError } from './usage-error';
import { writeOutputs } from './write-outputs';

/** `appsync-data outputs`: writes `amplify_outputs.json` for a deployed stack. */
export const outputs = {
  help: `  outputs [cdk.out]          write amplify_outputs.json for a deployed stack
    --stack NAME             the stack
    --api ID                 the API's logical id, where the stack has several
    --out FILE               the file to write (default: amplify_outputs.json)
    --region REGION          where it is deployed (default: as the AWS CLI has it)
    --profile NAME           the credentials to ask with (default: as the AWS CLI has them)
    --outputs-file FILE      what 'cdk deploy --outputs-file' wrote, with the assembly that it
                             deployed (default: cdk.out), instead of asking AWS
`,
  run,
};

async function run(args: string[]): Promise<void> {
  const { source, api, out } = parse(args);
  const { name, notice, ...stack } = await source();
  const { logicalId, outputs: content } = apiOutputs({ name, ...stack }, api);
  writeOutputs(out, content);
  if (notice !== undefined) console.error(`appsync-data: ${notice}`);
  console.log(`${out}: the API '${logicalId}' of stack '${name}'`);
}

/** Options of one way to get at a stack that say nothing in the other. */
const ofAws = ['region', 'profile'] as const;

function parse(args: string[]): { source: () => StackSource | Promise<StackSource>; api: string | undefined; out: string } {
  const { values, positionals } = readArguments(args, ['stack', 'api', 'out', 'region', 'profile', 'outputs-file']);
  const { stack, api, out = 'amplify_outputs.json', 'outputs-file': file } = values;
  for (const [name, value] of Object.entries(values)) {
    if (value === '') throw new UsageError(`--${name} is empty`);
  }
  if (file !== undefined) {
    const unused = ofAws.find((name) => values[name] !== undefined);
    if (unused) throw new UsageError(`--${unused} is for asking AWS, which --outputs-file does without`);
    const directory = directoryIn(positionals);
    return { source: () => stackInOutputsFile(file, directory, stack), api, out };
  }
  if (positionals.length > 0) throw new UsageError(`'${positionals[0]}' is too much: an assembly is read together with --outputs-file only`);
  if (stack === undefined) throw new UsageError('which stack? Name it with --stack, or what cdk deploy wrote with --outputs-file');
  const deployment: Deployment = Object.fromEntries(ofAws.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
  return { source: () => deployedStack(stack, deployment), api, out };
}

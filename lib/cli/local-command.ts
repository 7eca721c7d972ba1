import { LocalApi } from '../local';
import { readAssembly } from '../local/template';
import { readFunctions } from './functions-file';
import { directoryIn, readArguments } from './read-arguments';
import { sampleQuery } from './sample-query';
import { UsageError } from './usage-error';

/** `appsync-data local`: serves an API of a cloud assembly until it's interrupted. */
export const local = {
  help: `  local [cdk.out]            serve the GraphQL API of a synthesized app on this machine
    --stack NAME             the stack, where several have an API
    --api ID                 the API's logical id, where the stack has several
    --port PORT              the port to listen on (default: 4000)
    --data DIRECTORY         keep the items there (default: in memory)
    --dynamodb-endpoint URL  keep the items in this DynamoDB
    --functions FILE         a module that exports what stands for Lambda functions, by their names
`,
  run,
};

async function run(args: string[]): Promise<void> {
  const { directory, stack, api, port, data, endpoint, functions } = parse(args);
  const stacks = readAssembly(directory);
  const server = await LocalApi.fromAssembly(directory, {
    port,
    ...(stack !== undefined && { stack }),
    ...(api !== undefined && { api }),
    ...(data !== undefined && { dataDirectory: data }),
    ...(endpoint !== undefined && { dynamodbEndpoint: endpoint }),
    ...(functions !== undefined && { functions: await readFunctions(functions) }),
  });
  // Not once: npm passes a Ctrl-C on that the terminal has sent to this process already.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.close());

  console.log(`Stacks in ${directory}:`);
  for (const { name, resourceCount } of stacks) console.log(`  ${name} (${resourceCount} resources)`);
  console.log(`
URL:       ${urlOf(server)}
Real time: ${urlOf(server).replace(/^http/, 'ws')}/realtime
API key:   ${server.apiKey}

Try it:
  ${curl(server)}

Ctrl-C stops it.`);
}

function parse(args: string[]) {
  const { values, positionals } = readArguments(args, ['stack', 'api', 'port', 'data', 'dynamodb-endpoint', 'functions']);
  const port = /^\d+$/.test(values.port ?? '4000') ? Number(values.port ?? 4000) : NaN;
  if (!(port <= 65535)) throw new UsageError(`'${values.port}' is no port: a whole number up to 65535`);
  return {
    directory: directoryIn(positionals), port, stack: values.stack, api: values.api, data: values.data, endpoint: values['dynamodb-endpoint'],
    functions: values.functions,
  };
}

/** A command to paste into a shell. */
function curl(server: LocalApi): string {
  const { apiKey, schema } = server;
  const body = JSON.stringify({ query: sampleQuery(schema) });
  return `curl ${urlOf(server)} -H 'x-api-key: ${apiKey}' -H 'content-type: application/json' -d '${body}'`;
}

/** The URL as people write it. */
function urlOf({ url }: LocalApi): string {
  return url.replace('//127.0.0.1:', '//localhost:');
}

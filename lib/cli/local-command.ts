import { LocalApi } from '../local';
import { buildAppSyncSchema, fieldAccess, isOpenTo } from '../local/graphql';
import { readAssembly } from '../local/template';
import { describeAccess, readKeys, readUser, type Access } from './access';
import { readFunctions } from './functions-file';
import { directoryIn, readArguments } from './read-arguments';
import { emptyQuery, sampleQuery } from './sample-query';
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
    --user NAME[:GROUP,...]  sign this user in, where users have tokens: prints one (default: user)
    --jwks [ISSUER=]URL      verify the tokens of an issuer by the keys that it publishes
`,
  run,
};

async function run(args: string[]): Promise<void> {
  const { directory, stack, api, port, data, endpoint, functions, user, jwks } = parse(args);
  const stacks = readAssembly(directory);
  const server = await LocalApi.fromAssembly(directory, {
    port,
    ...(stack !== undefined && { stack }),
    ...(api !== undefined && { api }),
    ...(data !== undefined && { dataDirectory: data }),
    ...(endpoint !== undefined && { dynamodbEndpoint: endpoint }),
    ...(functions !== undefined && { functions: await readFunctions(functions) }),
    ...(jwks !== undefined && { jwks }),
  });
  // Not once: npm passes a Ctrl-C on that the terminal has sent to this process already.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.close());

  const access = await describeAccess(server, user, (issuer) => jwks !== undefined && (typeof jwks === 'string' || Object.hasOwn(jwks, issuer)));
  console.log(`Stacks in ${directory}:`);
  for (const { name, resourceCount } of stacks) console.log(`  ${name} (${resourceCount} resources)`);
  console.log(`
URL:       ${urlOf(server)}
Real time: ${urlOf(server).replace(/^http/, 'ws')}/realtime
${access.map(({ line }) => `${line}\n`).join('')}
Try it:
  ${curl(server, access)}

Ctrl-C stops it.`);
}

function parse(args: string[]) {
  const { values, positionals } = readArguments(args, ['stack', 'api', 'port', 'data', 'dynamodb-endpoint', 'functions', 'user', 'jwks']);
  const port = /^\d+$/.test(values.port ?? '4000') ? Number(values.port ?? 4000) : NaN;
  if (!(port <= 65535)) throw new UsageError(`'${values.port}' is no port: a whole number up to 65535`);
  return {
    directory: directoryIn(positionals), port, stack: values.stack, api: values.api, data: values.data, endpoint: values['dynamodb-endpoint'],
    functions: values.functions, user: readUser(values.user ?? 'user'), jwks: values.jwks === undefined ? undefined : readKeys(values.jwks),
  };
}

/** A command to paste into a shell: by the first way into the API that has something to ask for. */
function curl(server: LocalApi, accesses: readonly Access[]): string {
  const { schema, authorizationModes } = server;
  const accessOf = fieldAccess(buildAppSyncSchema(schema), authorizationModes);
  const candidates = accesses.flatMap(({ asking }) => asking ?? []).map(({ options, caller }) => ({
    options,
    query: sampleQuery(schema, (typeName, fieldName) => {
      const access = accessOf(typeName, fieldName);
      return !access || isOpenTo(caller, access);
    }),
  }));
  const { query, options } = candidates.find((candidate) => candidate.query !== emptyQuery) ?? candidates[0] ?? { query: emptyQuery, options: `-H 'authorization: TOKEN'` };
  return `curl ${urlOf(server)} ${options} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`;
}

/** The URL as people write it. */
function urlOf({ url }: LocalApi): string {
  return url.replace('//127.0.0.1:', '//localhost:');
}

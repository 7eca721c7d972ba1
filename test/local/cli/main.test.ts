import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headerProtocol, open } from '../realtime/real-time-client';
import { apiId, apiTemplate, code, resolver } from '../template/api-template';
import { writeAssembly } from '../template/write-assembly';
import { main, run, serve, stop } from './command';

const schema = `
  type Query { getTeam(id: ID!): Team listTeams(limit: Int): TeamConnection }
  type TeamConnection { items: [Team]! nextToken: String }
  type Team { id: ID! name: String members(limit: Int): TeamConnection }
`;
const template = apiTemplate(schema, { List: resolver('Query.listTeams', code('return { payload: { items: [{ id: "1", name: "Team" }] } };')) });

const lambdaTemplate = apiTemplate('type Query { a: String }', {
  Source: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId: apiId, Name: 'fn', Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:echo' } } },
  A: resolver('Query.a', '', { DataSourceName: 'fn', Runtime: undefined, Code: undefined }),
});

function writeModule(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'functions-')), name);
  writeFileSync(file, text);
  return file;
}

afterEach(stop);

describe('local', () => {
  test('prints what it serves, with a command to try that works, and stops at SIGINT', async () => {
    const { process: child, output, exit } = await serve(writeAssembly({ Page: template, Other: {} }), '--stack', 'Other', '--stack', 'Page', '--port', '0');
    expect(output).toContain('  Page (6 resources)\n  Other (0 resources)\n');
    expect(output).toMatch(/URL: {7}http:\/\/localhost:\d+\/graphql\n/);
    expect(output).toMatch(/Real time: ws:\/\/localhost:\d+\/graphql\/realtime\n/);
    expect(output).toMatch(/API key: {3}da2-[a-z0-9]{26}\n/);
    const [curl] = /^ {2}curl .*$/m.exec(output)!;
    expect(curl).toContain('{"query":"{ listTeams { items { id name } nextToken } }"}');
    const { stdout } = await run('sh', ['-c', curl]);
    expect(JSON.parse(stdout)).toEqual({ data: { listTeams: { items: [{ id: '1', name: 'Team' }], nextToken: null } } });
    const [url] = /ws:\S+/.exec(output)!;
    const [key] = /da2-\w+/.exec(output)!;
    const client = await open(url!.replace(/\/realtime$/, ''), { protocols: ['graphql-ws', headerProtocol({ 'x-api-key': key })] });
    client.send({ type: 'connection_init' });
    expect(await client.next()).toMatchObject({ type: 'connection_ack' });
    child.kill('SIGINT');
    expect(await exit).toEqual({ code: 0, stderr: '' });
    expect(await client.closed).toMatchObject({ code: 1001 });
  });

  test('stops as well when Ctrl-C arrives twice, as it does under npm', async () => {
    const { process: child, exit } = await serve(writeAssembly({ Page: template }), '--port=0');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await exit).toEqual({ code: 0, stderr: '' });
  });

  test('stops at SIGTERM', async () => {
    const { process: child, exit } = await serve(writeAssembly({ Page: template }), '--port=0', '--api', 'Api');
    child.kill('SIGTERM');
    expect(await exit).toEqual({ code: 0, stderr: '' });
  });

  test('a port that is taken', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)));
    expect(await main('local', writeAssembly({ Page: template }), '--port', String(port)))
      .toEqual({ code: 1, stdout: '', stderr: `appsync-data: port ${port} is in use: choose another one with --port\n` });
    await new Promise((resolve) => server.close(resolve));
  });

  test.each<[string, string, string]>([
    ['a CommonJS module', 'functions.cjs', 'exports.echo = async (event) => `${event.info.fieldName}!`;'],
    ['an ES module', 'functions.mjs', 'export default { echo: (event) => `${event.info.fieldName}!` };'],
    ['what was compiled to CommonJS', 'functions.cjs', 'exports.__esModule = true; exports.default = { echo: (event) => `${event.info.fieldName}!` };'],
  ])('--functions names %s', async (_, name, text) => {
    const { process: child, output, exit } = await serve(writeAssembly({ Page: lambdaTemplate }), '--port=0', '--functions', writeModule(name, text));
    const [curl] = /^ {2}curl .*$/m.exec(output)!;
    expect(JSON.parse((await run('sh', ['-c', curl])).stdout)).toEqual({ data: { a: 'a!' } });
    child.kill('SIGINT');
    expect(await exit).toEqual({ code: 0, stderr: '' });
  });

  test.each<[string, string, string]>([
    ['a module that exports something else', 'export default 1;', `has to export functions by name, by default or with module.exports, such as { Echo: (event) => event }\n`],
    ['an unknown function', 'export default { ech: () => 1 };', `option 'functions': the API invokes no Lambda function 'ech': there is 'echo'\n`],
    ['a module that fails', 'throw new Error("no such thing");', `functions.mjs': no such thing\n`],
  ])('--functions with %s', async (_, text, message) => {
    const { code: exitCode, stderr } = await main('local', writeAssembly({ Page: lambdaTemplate }), '--port=0', '--functions', writeModule('functions.mjs', text));
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: expect.stringContaining(message) });
  });

  test.each<[string, string[], string]>([
    ['a directory that is no assembly', ['nowhere'], `appsync-data: 'nowhere' is no cloud assembly, it has no manifest.json: run 'cdk synth', or name the directory that it wrote to\n`],
    ['an unknown stack', [writeAssembly({ Page: template }), '--stack', 'Nope'], `appsync-data: the assembly has no stack 'Nope': it has 'Page'\n`],
  ])('%s', async (_, args, stderr) => expect(await main('local', ...args)).toEqual({ code: 1, stdout: '', stderr }));
});

describe('the command line', () => {
  test.each([[['--help']], [[]], [['local', '--help']]])('%j explains itself', async (args) => {
    const { code: exitCode, stdout, stderr } = await main(...args);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Usage: appsync-data <command> [options]');
    expect(stdout).toContain('--dynamodb-endpoint URL');
    expect(stdout).toContain('--functions FILE');
  });

  test('--version', async () => expect((await main('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/));

  test.each<[string[], string]>([
    [['serve'], `appsync-data: unknown command 'serve': it is one of local, outputs\n`],
    [['local', '--nope'], `appsync-data: Unknown option '--nope'`],
    [['local', '--stack'], `appsync-data: Option '--stack <value>' argument missing`],
    [['local', 'a', 'b'], `appsync-data: one directory is enough: 'b' is too much\n`],
    [['local', '--port='], `appsync-data: '' is no port: a whole number up to 65535\n`],
    [['local', '--port', 'x'], `appsync-data: 'x' is no port: a whole number up to 65535\n`],
  ])('%j is refused', async (args, message) => {
    const { code: exitCode, stdout, stderr } = await main(...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

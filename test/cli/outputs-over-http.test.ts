import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { schemas } from '../../integ/schemas/relationships';
import { deploy, folder } from './deployed';

// The command line with the real SDK, which asks a CloudFormation that answers what a test gives it.
const root = join(__dirname, '../..');
const run = promisify(execFile);
const sports = deploy({ Data: schemas.OneToMany });

let server: Server | undefined;
afterEach(() => { server?.close(); });

type Answers = Readonly<Record<string, { readonly status?: number; readonly body: string }>>;

async function cloudFormation(answers: Answers): Promise<{ url: string; requests: URLSearchParams[] }> {
  const requests: URLSearchParams[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => { body += chunk; });
    request.on('end', () => {
      requests.push(new URLSearchParams(body));
      const { status = 200, body: answer } = answers[requests.at(-1)!.get('Action')!]!;
      response.writeHead(status, { 'content-type': 'text/xml' }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function error(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
}

const answers: Answers = {
  DescribeStacks: {
    body: `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>Sports</StackName><StackId>arn:sports</StackId><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${
      Object.entries(sports.values).map(([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`).join('')
    }</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  },
  GetTemplate: { body: `<GetTemplateResponse><GetTemplateResult><TemplateBody>${escape(JSON.stringify(sports.template))}</TemplateBody></GetTemplateResult></GetTemplateResponse>` },
};

async function main(url: string, environment: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string; file: string }> {
  const file = join(folder(), 'amplify_outputs.json');
  const args = ['--import', 'tsx', join(root, 'lib/cli/main.ts'), 'outputs', '--stack', 'Sports', '--out', file];
  const env = {
    PATH: process.env.PATH!, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: url, AWS_MAX_ATTEMPTS: '2', AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null', ...environment,
  };
  const { stdout, stderr, code = 0 } = await run(process.execPath, args, { cwd: root, env }).catch((failed) => failed);
  return { code, stdout, stderr, file };
}

const credentials = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' };

test('the file is written', async () => {
  const { url, requests } = await cloudFormation(answers);
  const { file, ...result } = await main(url, credentials);
  expect(result).toEqual({ code: 0, stdout: `${file}: the API '${sports.apis.Data}' of stack 'Sports'\n`, stderr: '' });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toStrictEqual(sports.expected.Data);
  expect(requests.map((request) => [request.get('Action'), request.get('StackName')])).toEqual([['DescribeStacks', 'Sports'], ['GetTemplate', 'arn:sports']]);
});

test.each<[string, Record<string, string>, string, string, number]>([
  ['a stack that is not there', credentials, error('ValidationError', 'Stack with id Sports does not exist'), "there is no stack 'Sports' in eu-west-1, for the account of these credentials", 1],
  ['too many requests, also at the second attempt', credentials, error('Throttling', 'Rate exceeded'), 'CloudFormation in eu-west-1 has too many requests, also after 2 attempts: try again later, or set AWS_MAX_ATTEMPTS', 2],
  ['no credentials', {}, '', 'there are no credentials: sign in, name a profile with --profile, or set those of the environment (Could not load credentials from any providers)', 0],
])('%s', async (_, environment, body, message, attempts) => {
  const { url, requests } = await cloudFormation({ DescribeStacks: { status: 400, body } });
  const { code, stdout, stderr } = await main(url, environment);
  expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: `appsync-data: ${message}\n` });
  expect(requests).toHaveLength(attempts);
});

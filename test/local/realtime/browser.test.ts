import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { chromium as playwright, type Browser } from 'playwright-core';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../../integ/schemas/relationships';
import { send } from '../../support/graphql';
import { stackOf } from '../../support/synthesized';

/** What an app does, in the browser: a list of members that follows what happens to them. */
const app = `
  import { Amplify } from 'aws-amplify';
  import { generateClient } from 'aws-amplify/data';
  import { Hub } from 'aws-amplify/utils';

  Amplify.configure(window.outputs);
  let acknowledged = 0;
  Hub.listen('api', ({ payload }) => {
    if (payload.event === 'Subscription ack') document.body.dataset.acknowledged = String(acknowledged += 1);
  });
  generateClient().models.Member.observeQuery({ filter: { teamId: { eq: 't1' } } }).subscribe({
    next: ({ items }) => { document.querySelector('ul').innerHTML = items.map(({ name }) => '<li>' + name + '</li>').join(''); },
    error: (error) => { document.body.append(JSON.stringify(error)); },
  });
  document.querySelector('button').onclick = () => generateClient().models.Member.create({ name: 'From the page', teamId: 't1' });
`;

let api: LocalApi;
let page: Server;
let browser: Browser;

beforeAll(async () => {
  api = await LocalApi.fromStack(stackOf(schemas.OneToMany));
  const { outputFiles: [script] } = await build({ stdin: { contents: app, resolveDir: __dirname }, bundle: true, write: false, format: 'iife', platform: 'browser' });
  const html = `<!doctype html><title>Members</title><body><ul></ul><button>Add</button>
    <script>window.outputs = ${JSON.stringify(api.outputs)}</script><script src="app.js"></script>`;
  page = createServer((request, response) => {
    const isScript = request.url === '/app.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' }).end(isScript ? script!.text : html);
  });
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve));
  // The package has the libraries that a bare machine lacks with it, and unpacks them for what it takes for Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: [...chromium.args, '--no-sandbox'], headless: true });
});

afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => page.close(resolve).closeAllConnections());
  await api.close();
});

test('a page follows what others create, update and delete', async () => {
  const selection = '{ id name teamId createdAt updatedAt }';
  const mutate = async (mutation: string) => expect(await send(api, `mutation { ${mutation} ${selection} }`)).not.toHaveProperty('errors');
  const create = (name: string, teamId: string) => mutate(`createMember(input: { id: "${name}", name: "${name}", teamId: "${teamId}" })`);
  await create('Tim', 't1');
  const tab = await browser.newPage();
  const problems: string[] = [];
  tab.on('pageerror', (error) => problems.push(error.message));
  tab.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await tab.goto(`http://127.0.0.1:${(page.address() as AddressInfo).port}/`);
  await tab.locator('body[data-acknowledged="3"]').waitFor();
  await tab.locator('li', { hasText: 'Tim' }).waitFor();

  await create('Ada', 't1');
  await create('Eve', 't2');
  await tab.locator('li', { hasText: 'Ada' }).waitFor();
  await tab.getByRole('button').click();
  await tab.locator('li', { hasText: 'From the page' }).waitFor();
  await mutate('updateMember(input: { id: "Ada", name: "Grace" })');
  await tab.locator('li', { hasText: 'Grace' }).waitFor();
  await mutate('deleteMember(input: { id: "Tim" })');
  await tab.locator('li', { hasText: 'Tim' }).waitFor({ state: 'detached' });

  expect(await tab.locator('li').allTextContents()).toEqual(['Grace', 'From the page']);
  expect(problems).toEqual([]);
});

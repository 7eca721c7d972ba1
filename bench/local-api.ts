import { Agent, request } from 'node:http';
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../integ/schemas/relationships';
import { median, milliseconds, type Measurement } from './measurement';

const nested = '{ getTeam(id: "team") { id mantra members { items { id name team { id mantra } } } } }';

const agent = new Agent({ keepAlive: true });

/** One request over a connection that stays open: what the server takes, and little of a client. */
function send({ url, apiKey }: LocalApi, query: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', 'x-api-key': apiKey } }, (response) => response.resume().once('end', resolve))
      .once('error', reject)
      .end(JSON.stringify({ query }));
  });
}

/** How fast an API is served locally. */
export async function measureLocalApi(): Promise<Measurement[]> {
  const app = new App();
  new AppSyncData(new Stack(app, 'Bench'), 'Data', { schema: schemas.Page });
  const { directory } = app.synth();

  const started = performance.now();
  const api = await LocalApi.fromAssembly(directory);
  await send(api, 'mutation { createTeam(input: { id: "team", mantra: "go" }) { id } }');
  const firstAnswer = performance.now() - started;

  for (let position = 0; position < 10; position++) await send(api, `mutation { createMember(input: { name: "${position}", teamId: "team" }) { id } }`);
  const times: number[] = [];
  for (let round = 0; round < 1_000; round++) {
    const begun = performance.now();
    await send(api, nested);
    times.push(performance.now() - begun);
  }
  agent.destroy();
  await api.close();
  return [
    { what: 'local API: from the assembly to the first answer', figure: milliseconds(firstAnswer), budget: '500 ms' },
    { what: 'local API: a team with 10 members, each with its team, p50 of 1,000', figure: milliseconds(median(times)), budget: '5 ms' },
  ];
}

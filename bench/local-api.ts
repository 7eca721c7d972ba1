import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../integ/schemas/relationships';
import { median, milliseconds, type Measurement } from './measurement';

const nested = '{ getTeam(id: "team") { id mantra members { items { id name team { id mantra } } } } }';

async function send({ url, apiKey }: LocalApi, query: string): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey }, body: JSON.stringify({ query }) });
  return response.json();
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
  await api.close();
  return [
    { what: 'local API: from the assembly to the first answer', figure: milliseconds(firstAnswer), budget: '500 ms' },
    { what: 'local API: a team with 10 members, each with its team, p50 of 1,000', figure: milliseconds(median(times)), budget: '5 ms' },
  ];
}

import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { LocalApi } from 'cdk-appsync-data/local';
import { reads } from '../integ/schemas/reads';

/** How many records there are of the models with many. */
export const tableSize = 10_000;

const many = (count: number): number[] => Array.from({ length: count }, (_, position) => position);

/** The first team has ten members, the second a hundred, and the others the rest. */
const teamOf = (position: number): number => (position < 10 ? 0 : position < 110 ? 1 : 2 + position % 98);

const records: Readonly<Record<string, readonly object[]>> = {
  Team: many(100).map((position) => ({ id: `team${position}`, mantra: 'go' })),
  Member: many(tableSize).map((position) => ({ id: `member${position}`, name: position % 100 === 0 ? 'rare' : 'frequent', teamId: `team${teamOf(position)}` })),
  Customer: many(100).map((position) => ({ id: `customer${position}`, name: 'somebody' })),
  Cart: many(tableSize).map((position) => ({ id: `cart${position}`, customerId: `customer${position}` })),
  Post: many(30).map((position) => ({ id: `post${position}`, title: 'news' })),
  Tag: many(10).map((position) => ({ id: `tag${position}`, name: 'new' })),
  PostTag: many(10).map((position) => ({ id: `link${position}`, postId: 'post0', tagId: `tag${position}` })),
  Task: many(100).map((position) => ({ id: `task${position}`, teamId: `team${position % 30}`, customerId: `customer${position % 30}`, postId: `post${position % 30}` })),
};

/** Sends a document, and gives what it answers. */
export async function ask({ url, apiKey }: LocalApi, query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': apiKey! }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json() as { data: Record<string, unknown>; errors?: unknown };
  if (errors) throw new Error(`${query} fails: ${JSON.stringify(errors)}`);
  return data;
}

/** An API with the records in its tables. */
export async function startWithRecords(): Promise<LocalApi> {
  const app = new App();
  new AppSyncData(new Stack(app, 'Bench'), 'Data', { schema: reads });
  const api = await LocalApi.fromAssembly(app.synth().directory);
  for (const [model, items] of Object.entries(records)) {
    // A thousand records to a document: one by one would take ten times as long.
    for (let start = 0; start < items.length; start += 1_000) {
      const inputs = items.slice(start, start + 1_000);
      const declared = inputs.map((_, position) => `$i${position}: Create${model}Input!`).join(', ');
      await ask(api, `mutation (${declared}) { ${inputs.map((_, position) => `m${position}: create${model}(input: $i${position}) { __typename }`).join(' ')} }`,
        Object.fromEntries(inputs.map((input, position) => [`i${position}`, input])));
    }
  }
  return api;
}

import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../../integ/schemas/relationships';
import { serve } from '../../support/amplify-client';
import { provideWebSocket, subscribe } from '../../support/real-time-client';

type Schema = ClientSchema<typeof schemas.OneToMany>;

let api: LocalApi;
let client: Client<Schema>;

beforeAll(async () => {
  provideWebSocket();
  api = await serve(schemas.OneToMany);
  client = generateClient<Schema>();
});

afterAll(() => api.close());

test('onCreate tells of what was created', async () => {
  const created = await subscribe(client.models.Member.onCreate());

  const { data } = await client.models.Member.create({ name: 'Tim', teamId: 't1' });

  expect(await created.next()).toMatchObject({ id: data!.id, name: 'Tim', teamId: 't1', createdAt: data!.createdAt, updatedAt: data!.updatedAt });
  created.unsubscribe();
});

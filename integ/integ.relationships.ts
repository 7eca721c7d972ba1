/**
 * The relationships of Amplify's documentation, each as a stack of its own, and all of them together as one schema.
 *
 * @see https://docs.amplify.aws/react/build-a-backend/data/data-modeling/relationships/
 */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData, type Schema } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { schemas } from './schemas/relationships';

const app = new App();

const apis = new Map(Object.entries<Schema>(schemas).map(([name, schema]) => [name, new AppSyncData(new Stack(app, name), 'Data', { schema })]));

const test = new IntegTest(app, 'Integ', { testCases: [...apis.values()].map((data) => Stack.of(data)) });
const page = apis.get('Page')!;
expectData(test, page, `mutation {
  createTeam(input: { id: "t", mantra: "Go" }) { id }
  createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id }
}`, { createTeam: { id: 't' }, createMember: { id: 'm' } },
).next(expectData(test, page, '{ getTeam(id: "t") { mantra members { items { name team { mantra } } } } }', {
  getTeam: { mantra: 'Go', members: { items: [{ name: 'Tim', team: { mantra: 'Go' } }] } },
}));

app.synth();

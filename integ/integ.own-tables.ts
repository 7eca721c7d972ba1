/** Teams with members, whose tables there are already: one of them encrypted with a key, as a company's would be. Nothing of it stays when its stack is deleted. */
import { IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AppSyncData } from 'cdk-appsync-data';
import { expectData } from './graphql-assertion';
import { hardened } from './schemas/hardened';

const app = new App();
const stack = new Stack(app, 'OwnTables');
const removalPolicy = RemovalPolicy.DESTROY;
const id = { name: 'id', type: AttributeType.STRING };

const members = new Table(stack, 'Members', { partitionKey: id, removalPolicy, encryptionKey: new Key(stack, 'Key', { removalPolicy }) });
members.addGlobalSecondaryIndex({ indexName: 'gsi-Team.members', partitionKey: { name: 'teamId', type: AttributeType.STRING } });
const teams = new TableV2(stack, 'Teams', { partitionKey: id, removalPolicy });

// Sessions have a table that is made.
const data = new AppSyncData(stack, 'Data', { schema: hardened, tables: { Member: members, Team: teams }, removalPolicy, deletionProtection: false });

const test = new IntegTest(app, 'Integ', { testCases: [stack] });
expectData(test, data, `mutation {
  createTeam(input: { id: "t", mantra: "Go" }) { id }
  createMember(input: { id: "m", name: "Tim", teamId: "t" }) { id }
  createSession(input: { id: "s", memberId: "m", expiresAt: 1900000000 }) { id }
}`, { createTeam: { id: 't' }, createMember: { id: 'm' }, createSession: { id: 's' } },
).next(expectData(test, data, '{ getTeam(id: "t") { mantra members { items { name sessions { items { id } } } } } }', {
  getTeam: { mantra: 'Go', members: { items: [{ name: 'Tim', sessions: { items: [{ id: 's' }] } }] } },
}));

app.synth();

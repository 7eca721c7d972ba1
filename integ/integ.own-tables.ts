/** Teams with members, whose tables there are already: one of them encrypted with a key, as a company's would be. */
import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AppSyncData } from 'cdk-appsync-data';
import { hardened } from './schemas/hardened';

const app = new App();
const stack = new Stack(app, 'OwnTables', { env: { account: '123456789012', region: 'eu-west-1' } });
const id = { name: 'id', type: AttributeType.STRING };

const members = new Table(stack, 'Members', { partitionKey: id, tableName: 'members' });
members.addGlobalSecondaryIndex({ indexName: 'gsi-Team.members', partitionKey: { name: 'teamId', type: AttributeType.STRING } });
const teams = new TableV2(stack, 'Teams', { partitionKey: id, encryption: TableEncryptionV2.customerManagedKey(new Key(stack, 'Key')) });

// Sessions have a table that is made.
new AppSyncData(stack, 'Data', { schema: hardened, tables: { Member: members, Team: teams } });

app.synth();

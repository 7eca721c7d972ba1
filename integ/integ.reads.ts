/** Relationships of every kind, sorted and limited ones and many to many, as one stack. */
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { reads } from './schemas/reads';

const app = new App();

new AppSyncData(new Stack(app, 'Reads'), 'Data', { schema: reads });

app.synth();

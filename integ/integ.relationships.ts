/**
 * The relationships of Amplify's documentation, each as a stack of its own, and all of them together as one schema.
 *
 * @see https://docs.amplify.aws/react/build-a-backend/data/data-modeling/relationships/
 */
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData, type Schema } from 'cdk-appsync-data';
import { schemas } from './schemas/relationships';

const app = new App();

for (const [name, schema] of Object.entries<Schema>(schemas)) {
  new AppSyncData(new Stack(app, name), 'Data', { schema });
}

app.synth();

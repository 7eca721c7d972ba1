/**
 * Enums, custom types, secondary indexes and disabled operations, as one stack.
 *
 * @see https://docs.amplify.aws/react/build-a-backend/data/data-modeling/
 */
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData } from 'cdk-appsync-data';
import { shop } from './schemas/data-modelling';

const app = new App();

new AppSyncData(new Stack(app, 'Shop'), 'Data', { schema: shop });

app.synth();

import { printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { schemas } from './schemas';

// The forms were compared with what Amplify's own construct makes of the same kinds of schemas: docs/coming-from-amplify.md has the
// differences. From then on the snapshots keep every type, field, argument and input as it is.
test.each(Object.entries(schemas))('the API of %s', (_, schema) => {
  expect(printSchema(resolveSchema(schema))).toMatchSnapshot();
});

import { introspections, useModelGenerator } from '../support/model-generator';
import { schemas } from './schemas';

useModelGenerator();

test.each(Object.keys(schemas) as (keyof typeof schemas)[])("%s: the introspection is what Amplify's generator makes of the annotated schema", (name) => {
  const { ours, generated } = introspections(schemas[name]);
  expect(ours).toEqual(generated);
});

import { a as peer } from '@aws-amplify/data-schema';
import { a } from 'cdk-appsync-data/schema';
import { printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs, modelSchema } from '../../lib/outputs';
import { generateModels, useModelGenerator } from '../support/model-generator';
import { authorizationSchemas, modes } from './authorization';

useModelGenerator();

describe.each(Object.entries(authorizationSchemas))('%s', (_, schemaIn) => {
  const model = resolveSchema(schemaIn(a), modes);
  const introspection = amplifyOutputs(model, { url: '', region: '' }).data.model_introspection;
  const introspectionOf = (schema: string): unknown => JSON.parse(generateModels(schema, 'introspection')['model-introspection.json']!);

  test('the API', () => {
    expect(printSchema(model)).toMatchSnapshot();
  });

  test("the introspection is what Amplify's generator makes of the annotated schema", () => {
    expect(introspection).toEqual(introspectionOf(modelSchema(model)));
  });

  test("the introspection is what it makes of the peer's schema", () => {
    expect(introspection).toEqual(introspectionOf((schemaIn(peer as unknown as typeof a) as unknown as { transform(): { schema: string } }).transform().schema));
  });
});

import { a as peer } from '@aws-amplify/data-schema';
import { a } from 'cdk-appsync-data/schema';
import { parse, print, visit, type DefinitionNode } from 'graphql';
import { printSchema } from '../../lib/graphql';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs } from '../../lib/outputs';
import { generateModels, useModelGenerator } from '../support/model-generator';
import { customOperations } from './custom-operations';

useModelGenerator();

const model = resolveSchema(customOperations(a));
const peers = (customOperations(peer as unknown as typeof a) as unknown as { transform(): { schema: string } }).transform().schema;

type Named = DefinitionNode & { readonly name: { readonly value: string } };

/** The definitions of a schema by name, without the directives that say who may use them and what serves them. */
function definitionsOf(sdl: string): Record<string, Named> {
  const document = visit(parse(sdl), { Directive: (directive) => (directive.name.value === 'aws_subscribe' ? undefined : null) });
  return Object.fromEntries(document.definitions.map((definition) => [(definition as Named).name.value, definition as Named]));
}

const ours = definitionsOf(printSchema(model));
const theirs = definitionsOf(peers);
const roots = ['Query', 'Mutation', 'Subscription'];

test.each(roots)("the fields of %s are the peer's, after those of the model", (root) => {
  const [own, expected] = [ours[root], theirs[root]].map((type) => (type?.kind === 'ObjectTypeDefinition' ? type.fields! : []).map(print));
  expect(own!.filter((field) => !/^(get|list|create|update|delete|onCreate|onUpdate|onDelete)Notes?\(/.test(field))).toEqual(expected);
});

test('every enum, type and input that the peer has for them is there, and the same', () => {
  const names = Object.keys(theirs).filter((name) => ![...roots, 'Note'].includes(name));
  expect(names).toEqual(expect.arrayContaining(['EchoLoudness', 'EchoAreaShape', 'EchoAreaInput', 'EchoAreaCornerInput', 'SpotInput', 'WeatherReturnType', 'SummaryReturnType', 'SummaryReturnTypeLastState', 'OnSpotSize', 'EventInvocationResponse']));
  expect(names.map((name) => print(ours[name]!))).toEqual(names.map((name) => print(theirs[name]!)));
});

test('what is only ever given is no type', () => {
  expect(Object.keys(ours).filter((name) => name.startsWith('EchoArea'))).toEqual(['EchoAreaShape', 'EchoAreaInput', 'EchoAreaCornerInput']);
});

test("the introspection is what Amplify's generator makes of the peer's schema", () => {
  const { model_introspection: introspection } = amplifyOutputs(model, { url: '', region: '', apiKey: '' }).data;
  expect(introspection).toEqual(JSON.parse(generateModels(peers, 'introspection')['model-introspection.json']!));
  expect(Object.keys(introspection.inputs!)).toEqual(['SpotInput', 'SpotPositionInput', 'EchoAreaInput', 'EchoAreaCornerInput']);
});

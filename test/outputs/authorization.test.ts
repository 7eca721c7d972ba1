import { parseAmplifyConfig } from 'aws-amplify/utils';
import { a, type Schema } from 'cdk-appsync-data/schema';
import { resolveSchema, type AuthorizationMode } from '../../lib/model';
import { amplifyOutputs, modelSchema } from '../../lib/outputs';
import { authorizationSchemas, modes as allModes } from '../golden/authorization';
import { generateModels, useModelGenerator } from '../support/model-generator';
import { linesOf } from '../support/sdl';

useModelGenerator();
// The generators warn of what DataStore has no support for.
beforeEach(() => { jest.spyOn(console, 'warn').mockImplementation(() => undefined); });
afterEach(() => jest.restoreAllMocks());

const schema = a.schema({
  Note: a.model({ text: a.string().required(), draft: a.string().authorization((allow) => [allow.owner()]) })
    .authorization((allow) => [allow.owner(), allow.authenticated().to(['read']), allow.guest().to(['get'])]),
});

const access = { url: 'https://example.com/graphql', region: 'eu-west-1' };
const pools = { region: 'eu-central-1', userPoolId: 'eu-central-1_pool', userPoolClientId: 'client', identityPoolId: 'eu-central-1:pool' };

describe('the outputs', () => {
  const outputsOf = (modes: readonly AuthorizationMode[], of: Schema, given: object) => amplifyOutputs(resolveSchema(of, modes), { ...access, ...given });

  test.each<[AuthorizationMode, string, Schema]>([
    ['apiKey', 'API_KEY', a.schema({ Note: a.model({}) }).authorization((allow) => allow.publicApiKey())],
    ['userPool', 'AMAZON_COGNITO_USER_POOLS', a.schema({ Note: a.model({}) }).authorization((allow) => allow.owner())],
    ['openIdConnect', 'OPENID_CONNECT', a.schema({ Note: a.model({}) }).authorization((allow) => allow.authenticated('oidc'))],
    ['iam', 'AWS_IAM', a.schema({ Note: a.model({}) }).authorization((allow) => allow.guest())],
    ['lambda', 'AWS_LAMBDA', a.schema({ Note: a.model({}) }).authorization((allow) => allow.custom())],
  ])('of the single mode %s', (mode, type, of) => {
    const { data, auth } = outputsOf([mode], of, {});
    expect(data).toMatchObject({ default_authorization_type: type, authorization_types: [] });
    expect('api_key' in data).toBe(false);
    expect(auth).toBeUndefined();
  });

  test('of several modes: the default, and the others in order; where users sign in, and the key', () => {
    const outputs = outputsOf(['userPool', 'iam', 'apiKey'], schema, { apiKey: 'da2-key', auth: pools });
    expect(outputs.auth).toStrictEqual({
      aws_region: 'eu-central-1', user_pool_id: 'eu-central-1_pool', user_pool_client_id: 'client', identity_pool_id: 'eu-central-1:pool', unauthenticated_identities_enabled: true,
    });
    expect(outputs.data).toMatchObject({ api_key: 'da2-key', default_authorization_type: 'AMAZON_COGNITO_USER_POOLS', authorization_types: ['AWS_IAM', 'API_KEY'] });
  });

  test("Amplify's client reads its default mode, its pools and whether there are guests from them", () => {
    const { API, Auth } = parseAmplifyConfig(outputsOf(['userPool', 'iam', 'apiKey'], schema, { apiKey: 'da2-key', auth: pools }));
    expect(API!.GraphQL).toMatchObject({ apiKey: 'da2-key', defaultAuthMode: 'userPool' });
    expect(Auth!.Cognito).toMatchObject({ userPoolId: pools.userPoolId, userPoolClientId: pools.userPoolClientId, identityPoolId: pools.identityPoolId, allowGuestAccess: true });
  });

  test('an API without rules for guests has none of them', () => {
    const signedIn = a.schema({ Note: a.model({}) }).authorization((allow) => allow.authenticated('identityPool'));
    expect(outputsOf(['iam'], signedIn, { auth: pools }).auth).not.toHaveProperty('unauthenticated_identities_enabled');
    expect(outputsOf(['iam'], signedIn, { auth: { region: 'eu-west-1' } }).auth).toStrictEqual({ aws_region: 'eu-west-1' });
  });
});

test('the introspection has no fields that the API adds for rules, but those that are declared', () => {
  const declared = a.schema({ Note: a.model({ owner: a.string() }).authorization((allow) => [allow.owner(), allow.groupDefinedIn('team')]) });
  const { Note } = amplifyOutputs(resolveSchema(declared, ['userPool']), access).data.model_introspection.models;
  expect(Object.keys(Note!.fields)).toEqual(['id', 'owner', 'createdAt', 'updatedAt']);
});

test('the schema for generators has the rules of models and fields', () => {
  const sdl = modelSchema(resolveSchema(schema, ['userPool', 'iam']));
  expect(linesOf(sdl, 'type Note @model @auth\\(rules: \\[.*\\]\\)')).toEqual(['text: String!', 'draft: String @auth(rules: [{ allow: owner, ownerField: "owner" }])']);
  expect(sdl).toContain('@auth(rules: [{ allow: owner, ownerField: "owner" }, { allow: private, operations: [read] }, { allow: public, provider: identityPool, operations: [get] }])');
});

const file = { swift: 'Note.swift', java: 'Note.java', dart: 'Note.dart', typescript: 'index.ts' } as const;
const targets = Object.keys(file) as (keyof typeof file)[];

test.each(targets)("Amplify's generator makes classes for %s of models with rules", (target) => {
  for (const [name, schemaIn] of Object.entries(authorizationSchemas)) {
    const files = Object.keys(generateModels(modelSchema(resolveSchema(schemaIn(a), allModes)), target));
    expect(files).toContain(name === 'fields and relationships' ? file[target].replace('Note', 'Book') : file[target]);
  }
});

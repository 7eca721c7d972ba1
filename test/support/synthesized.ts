import { App, Stack } from 'aws-cdk-lib';
import { type Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { Function } from 'aws-cdk-lib/aws-lambda';
import { AppSyncData, a, type AppSyncDataProps, type AuthorizationModes, type Schema } from 'cdk-appsync-data';

/** A stack with an API for a schema. */
export function stackOf(schema: Schema, props: Omit<AppSyncDataProps, 'schema'> = {}, context: Record<string, unknown> = {}): Stack {
  const stack = new Stack(new App({ context }), 'Test');
  new AppSyncData(stack, 'Data', { schema, ...props });
  return stack;
}

/** A stack with an API that lets in by all modes, users of a pool by default. */
export function stackWithModes(schema: Schema, props: Omit<AppSyncDataProps, 'schema' | 'authorizationModes'> = {}): Stack {
  const stack = new Stack(new App(), 'Test');
  new AppSyncData(stack, 'Data', { schema, ...props, authorizationModes: allModes(stack), functions: { importer: Function.fromFunctionName(stack, 'Importer', 'importer') } });
  return stack;
}

/** All authorization modes, by a user pool, an issuer and a function of a stack. */
export function allModes(stack: Stack): AuthorizationModes & { readonly userPool: UserPool } {
  return {
    default: 'userPool',
    userPool: new UserPool(stack, 'Users'),
    openIdConnect: { oidcProvider: 'https://issuer.example' },
    lambda: Function.fromFunctionName(stack, 'Authorizer', 'authorizer'),
    apiKey: true,
    iam: true,
  };
}

/** The code of all resolvers and functions in a template, by logical id. */
export function codesIn(template: Template): Record<string, string> {
  const resources = { ...template.findResources('AWS::AppSync::Resolver'), ...template.findResources('AWS::AppSync::FunctionConfiguration') };
  return Object.fromEntries(Object.entries(resources).map(([id, { Properties }]) => [id, codeText(Properties.Code as TemplateCode)]));
}

/** Models whose configurations are as large and as varied as they get: joined keys, numeric keys, defaults, self-references. */
export const variedSchema = a.schema({
  Visit: a.model({
    place: a.string().required(),
    day: a.date().required(),
    number: a.integer().required(),
    weight: a.float().default(1.5),
    tags: a.string().array().default(['a', 'b']),
    details: a.json().default({ 'a key': [1, null, 'x'] }),
    open: a.boolean().default(true),
    notes: a.hasMany('Note', ['visitPlace', 'visitDay', 'visitNumber']),
    summary: a.hasOne('Note', ['summaryPlace', 'summaryDay', 'summaryNumber']),
  }).identifier(['place', 'day', 'number']),
  Note: a.model({
    text: a.string().required(),
    visitPlace: a.string(), visitDay: a.date(), visitNumber: a.integer(),
    visit: a.belongsTo('Visit', ['visitPlace', 'visitDay', 'visitNumber']),
    summaryPlace: a.string(), summaryDay: a.date(), summaryNumber: a.integer(),
    previousId: a.id(),
    previous: a.belongsTo('Note', 'previousId'),
    next: a.hasMany('Note', 'previousId'),
  }),
  Reading: a.model({
    sensor: a.integer().required(),
    at: a.timestamp().required(),
    value: a.float(),
    corrections: a.hasMany('Correction', ['readingSensor', 'readingAt']),
  }).identifier(['sensor', 'at']),
  Correction: a.model({
    value: a.float().required(),
    readingSensor: a.integer().required(),
    readingAt: a.timestamp().required(),
    reading: a.belongsTo('Reading', ['readingSensor', 'readingAt']),
  }),
}).authorization((allow) => allow.publicApiKey());

/** Code as it stands in a template: with the names of tables in it, it is a join. */
type TemplateCode = string | { readonly 'Fn::Join': readonly [string, readonly (string | { readonly Ref: string })[]] };

/** Code as text, in which the logical ids of tables stand for their names. */
function codeText(code: TemplateCode): string {
  return typeof code === 'string' ? code : code['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : part.Ref)).join('');
}

/** A template whose resolver code is cut down to its configuration: the bundles have tests of their own. */
export function withoutBundles(template: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(template), (key, value) => (key === 'Code' && (typeof value === 'string' || 'Fn::Join' in value) ? configurationIn(codeText(value)) : value));
}

function configurationIn(code: string): unknown {
  const [, configuration = '{}'] = /^const config = (.*);$/m.exec(code) ?? [];
  return JSON.parse(configuration);
}

import type * as GraphqlJs from 'graphql';

/** What AppSync adds to every schema: its scalars, and the directives that this library writes. */
const appsyncDefinitions = `
scalar AWSDate
scalar AWSTime
scalar AWSDateTime
scalar AWSTimestamp
scalar AWSEmail
scalar AWSJSON
scalar AWSURL
scalar AWSPhone
scalar AWSIPAddress
directive @aws_subscribe(mutations: [String!]!) on FIELD_DEFINITION
`;

/**
 * Checks an API's schema as GraphQL does.
 *
 * @throws Error that lists what GraphQL finds wrong
 */
export function validateGraphqlSchema(sdl: string): void {
  const messages = findings(appsyncDefinitions + sdl);
  if (messages.length > 0) throw new Error(`the generated GraphQL schema is not valid:\n${messages.map((message) => `  ${message}`).join('\n')}`);
}

function findings(sdl: string): string[] {
  // Loaded when it is needed: it takes longer to load than all the rest of this package.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { buildSchema, validateSchema }: typeof GraphqlJs = require('graphql');
  try {
    return validateSchema(buildSchema(sdl)).map(({ message }) => message);
  } catch (error) {
    // What graphql-js throws lists what it found with an empty line between.
    return (error as Error).message.split('\n\n');
  }
}

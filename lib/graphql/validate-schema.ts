import { buildSchema, validateSchema } from 'graphql';

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
  const errors = validateSchema(buildSchema(appsyncDefinitions + sdl));
  if (errors.length > 0) throw new Error(`the generated GraphQL schema is not valid:\n${errors.map((error) => `  ${error.message}`).join('\n')}`);
}

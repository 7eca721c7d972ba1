import { appsyncDefinitions } from './appsync-definitions';
import { graphqlJs } from './graphql-js';

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
  const { buildSchema, validateSchema } = graphqlJs();
  try {
    return validateSchema(buildSchema(sdl)).map(({ message }) => message);
  } catch (error) {
    // What graphql-js throws lists what it found with an empty line between.
    return (error as Error).message.split('\n\n');
  }
}

import type * as GraphqlJs from 'graphql';

/** graphql-js, loaded when it is needed: it takes longer to load than all the rest of this package. */
export function graphqlJs(): typeof GraphqlJs {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('graphql') as typeof GraphqlJs;
}

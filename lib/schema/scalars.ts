/** A JSON value: what a `json` field holds. */
export type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** What the rest of the library needs to know of a scalar type. A new scalar is one more row of {@link scalars}. */
export interface ScalarType {
  /** The name in GraphQL: `AWSDate`. */
  readonly graphqlType: string;
  /** The filter inputs that it takes: `ModelStringInput`, `ModelSubscriptionStringInput`, `ModelStringKeyConditionInput`. */
  readonly filterType: 'ID' | 'String' | 'Int' | 'Float' | 'Boolean';
  /** The type of a key attribute that holds it; none where DynamoDB takes no such key. */
  readonly keyType?: 'S' | 'N';
  /** What `typeof` says of a value; none where any JSON value will do. */
  readonly valueType?: 'string' | 'number' | 'boolean';
}

/**
 * The scalar types, by the name of the function that declares them.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 */
export const scalars = {
  id: { graphqlType: 'ID', filterType: 'ID', keyType: 'S', valueType: 'string' },
  string: { graphqlType: 'String', filterType: 'String', keyType: 'S', valueType: 'string' },
  integer: { graphqlType: 'Int', filterType: 'Int', keyType: 'N', valueType: 'number' },
  float: { graphqlType: 'Float', filterType: 'Float', keyType: 'N', valueType: 'number' },
  boolean: { graphqlType: 'Boolean', filterType: 'Boolean', valueType: 'boolean' },
  date: { graphqlType: 'AWSDate', filterType: 'String', keyType: 'S', valueType: 'string' },
  time: { graphqlType: 'AWSTime', filterType: 'String', keyType: 'S', valueType: 'string' },
  datetime: { graphqlType: 'AWSDateTime', filterType: 'String', keyType: 'S', valueType: 'string' },
  timestamp: { graphqlType: 'AWSTimestamp', filterType: 'Int', keyType: 'N', valueType: 'number' },
  email: { graphqlType: 'AWSEmail', filterType: 'String', keyType: 'S', valueType: 'string' },
  json: { graphqlType: 'AWSJSON', filterType: 'String' },
  phone: { graphqlType: 'AWSPhone', filterType: 'String', keyType: 'S', valueType: 'string' },
  url: { graphqlType: 'AWSURL', filterType: 'String', keyType: 'S', valueType: 'string' },
  ipAddress: { graphqlType: 'AWSIPAddress', filterType: 'String', keyType: 'S', valueType: 'string' },
} as const satisfies Record<string, ScalarType>;

/** The name of a scalar type, as in `a.datetime()`. */
export type ScalarName = keyof typeof scalars;

interface ValueTypes { string: string; number: number; boolean: boolean }

/** The TypeScript type of a scalar's values. */
export type ScalarValue<Name extends ScalarName> =
  (typeof scalars)[Name] extends { valueType: infer Type extends keyof ValueTypes } ? ValueTypes[Type] : Json;

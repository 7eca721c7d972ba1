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
  /** What a value is, in words. */
  readonly description: string;
  /** Whether something of the `valueType` is a value, where not all are. */
  readonly isValue?: (value: never) => boolean;
}

const matches = (pattern: RegExp) => (value: string): boolean => pattern.test(value);

/**
 * The scalar types, by the name of the function that declares them.
 *
 * @see https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html
 */
export const scalars = {
  id: { graphqlType: 'ID', filterType: 'ID', keyType: 'S', valueType: 'string', description: 'string' },
  string: { graphqlType: 'String', filterType: 'String', keyType: 'S', valueType: 'string', description: 'string' },
  integer: { graphqlType: 'Int', filterType: 'Int', keyType: 'N', valueType: 'number', description: 'whole number of 32 bits', isValue: (value: number) => (value | 0) === value },
  float: { graphqlType: 'Float', filterType: 'Float', keyType: 'N', valueType: 'number', description: 'number', isValue: Number.isFinite },
  boolean: { graphqlType: 'Boolean', filterType: 'Boolean', valueType: 'boolean', description: 'boolean' },
  date: { graphqlType: 'AWSDate', filterType: 'String', keyType: 'S', valueType: 'string', description: "date such as '2026-01-31'", isValue: matches(/^\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d(:\d\d)?)?$/) },
  time: { graphqlType: 'AWSTime', filterType: 'String', keyType: 'S', valueType: 'string', description: "time such as '12:30:00.000'", isValue: matches(/^\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d(:\d\d)?)?$/) },
  datetime: { graphqlType: 'AWSDateTime', filterType: 'String', keyType: 'S', valueType: 'string', description: "time such as '2026-01-31T12:30:00.000Z'", isValue: matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d(:\d\d)?)$/) },
  timestamp: { graphqlType: 'AWSTimestamp', filterType: 'Int', keyType: 'N', valueType: 'number', description: 'whole number of seconds', isValue: Number.isInteger },
  email: { graphqlType: 'AWSEmail', filterType: 'String', keyType: 'S', valueType: 'string', description: 'mail address', isValue: matches(/^\S+@\S+$/) },
  json: { graphqlType: 'AWSJSON', filterType: 'String', description: 'JSON value' },
  phone: { graphqlType: 'AWSPhone', filterType: 'String', keyType: 'S', valueType: 'string', description: "phone number such as '+1 555 0100'", isValue: matches(/^\+?\d[\d\s-]*$/) },
  url: { graphqlType: 'AWSURL', filterType: 'String', keyType: 'S', valueType: 'string', description: 'URL with a scheme', isValue: URL.canParse },
  ipAddress: { graphqlType: 'AWSIPAddress', filterType: 'String', keyType: 'S', valueType: 'string', description: 'IP address', isValue: matches(/^[\da-f:.]+(\/\d{1,3})?$/i) },
} as const satisfies Record<string, ScalarType>;

/** The name of a scalar type, as in `a.datetime()`. */
export type ScalarName = keyof typeof scalars;

interface ValueTypes { string: string; number: number; boolean: boolean }

/** The TypeScript type of a scalar's values. */
export type ScalarValue<Name extends ScalarName> =
  (typeof scalars)[Name] extends { valueType: infer Type extends keyof ValueTypes } ? ValueTypes[Type] : Json;

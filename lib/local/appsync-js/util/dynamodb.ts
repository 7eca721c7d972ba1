/** A value in the form that AppSync's DynamoDB data source takes: `{ S: 'text' }`, with numbers as JSON numbers. */
export type AttributeValue = Readonly<Record<string, unknown>>;

/** Converts any JSON value. Lists become lists, never sets. */
export function toDynamoDB(value: unknown): AttributeValue {
  if (value == null) return { NULL: null };
  if (Array.isArray(value)) return { L: value.map(toDynamoDB) };
  switch (typeof value) {
    case 'string': return { S: value };
    case 'number': return { N: value };
    case 'boolean': return { BOOL: value };
    default: return { M: toMapValues(value as Record<string, unknown>) };
  }
}

/** Converts each value of an object. */
export function toMapValues(values: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toDynamoDB(value)]));
}

/** A conversion that gives null for null, as all of them do but toNull and toDynamoDB. */
function orNull<Value, Result>(convert: (value: Value) => Result): (value: Value | null | undefined) => Result | null {
  return (value) => (value == null ? null : convert(value));
}
const wrapped = (type: string): ((value: unknown) => AttributeValue | null) => orNull((value) => ({ [type]: value }));

/** `util.dynamodb`. */
export const dynamodb = {
  toDynamoDB,
  toString: wrapped('S'),
  toStringSet: wrapped('SS'),
  toNumber: wrapped('N'),
  toNumberSet: wrapped('NS'),
  toBinary: wrapped('B'),
  toBinarySet: wrapped('BS'),
  toBoolean: wrapped('BOOL'),
  toNull: (): AttributeValue => ({ NULL: null }),
  toList: orNull(toDynamoDB),
  toMap: orNull(toDynamoDB),
  toMapValues: orNull(toMapValues),
  toS3Object: (key: string, bucket: string, region: string, version?: string): AttributeValue => ({
    S: JSON.stringify({ s3: { key, bucket, region, version } }),
  }),
  fromS3ObjectJson: (text: string): unknown => {
    try {
      return (JSON.parse(text) as { readonly s3: unknown }).s3;
    } catch {
      throw new Error(`util.dynamodb.fromS3ObjectJson: ${JSON.stringify(text)} is no S3 object as toS3Object makes them`);
    }
  },
};

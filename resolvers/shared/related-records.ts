// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a record, as DynamoDB has it
export type Item = Record<string, any>;

/**
 * Where a record that came in a page has those that it belongs to, by field: null for one that is not there. No field of the API can
 * have this name.
 */
export const RELATED = '#related';

/** Where a mutation's result, and what it leads on to, has those who may hear of it. */
export const AUDIENCE = '#audience';

import { comparison, inRequest, nameOf, type Expression } from './expression';
import { filterExpression, type Filter } from './filter';
import { type KeyCondition } from './joint-conditions';

/** A page of records as a resolver describes it. */
export interface PageRead {
  /** Absent for the table itself. */
  readonly index?: string;
  /** Conditions that hold together; absent for a Scan. */
  readonly key?: readonly KeyCondition[];
  readonly filter?: Filter | null;
  /** The key attributes of what is queried, which DynamoDB takes no filter on. */
  readonly keyAttributes?: readonly string[];
  /** What is not in the index, and can't be filtered by either. */
  readonly lacks?: readonly string[];
  /** Whether it is one record, of which the field's own resolver says whether the caller may have it. */
  readonly isRecord?: boolean;
  readonly limit: number;
  readonly nextToken?: string | null;
  readonly descending?: boolean;
}

/** The request for a page of records. */
export function pageRequest(read: PageRead) {
  const { index, key, filter, keyAttributes, lacks, limit, nextToken, descending } = read;
  const page = { limit, nextToken, filter: filterExpression(filter, [...(keyAttributes ?? []), ...(lacks ?? [])]) };
  if (!key) {
    return { operation: 'Scan', ...page };
  }
  const expression: Expression = { prefix: 'k', attributes: {}, operands: {} };
  const conditions = key.map(([attribute, operator, operand]) => comparison(nameOf(attribute, expression), operator, operand, expression));
  return { operation: 'Query', index, query: inRequest(conditions.join(' AND '), expression), scanIndexForward: !descending, ...page };
}

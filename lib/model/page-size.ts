import { type SchemaIssues } from './schema-error';

/** The most records of a page, as clients may ask for. */
const MAX_PAGE_SIZE = 1000;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export const MAX_BATCH_SIZE = 100;

/** How many records a page has where a request does not say, where the schema says it; nothing if it can't be. */
export function pageSizeOf(path: string, { limit }: { readonly limit?: number }, issues: SchemaIssues, most = MAX_PAGE_SIZE): { readonly pageSize?: number } {
  if (limit === undefined) return {};
  if (Number.isInteger(limit) && limit >= 1 && limit <= most) return { pageSize: limit };
  const found = typeof limit === 'number' ? String(limit) : JSON.stringify(limit);
  issues.add('invalid-limit', path, `its limit is ${found}, and a page has 1 to ${most} records${most === MAX_BATCH_SIZE ? ', as one request reads them' : ''}`, `give a whole number from 1 to ${most}, or leave .limit() out for 100`);
  return {};
}

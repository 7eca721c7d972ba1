import { toItemValues } from './item-values';
import { given, projectionPart } from './request-parts';

type Values = Readonly<Record<string, unknown>>;

interface BatchGetTable { readonly keys: readonly Values[]; readonly consistentRead?: boolean; readonly projection?: readonly string[] }

/** The functions of `@aws-appsync/utils/dynamodb` that read or write a batch. */
export const batchRequests = {
  batchGet: (input: { readonly tables: Readonly<Record<string, BatchGetTable>> }) => ({
    operation: 'BatchGetItem',
    tables: eachTable(input.tables, (table) => ({
      keys: table.keys.map(toItemValues), ...given(table, 'consistentRead'), ...projectionPart(table.projection),
    })),
  }),
  batchPut: (input: { readonly tables: Readonly<Record<string, readonly Values[]>> }) => ({
    operation: 'BatchPutItem', tables: eachTable(input.tables, (items) => items.map(toItemValues)),
  }),
  batchDelete: (input: { readonly tables: Readonly<Record<string, readonly Values[]>> }) => ({
    operation: 'BatchDeleteItem', tables: eachTable(input.tables, (keys) => keys.map(toItemValues)),
  }),
};

function eachTable<Table, Result>(tables: Readonly<Record<string, Table>>, convert: (table: Table) => Result): Record<string, Result> {
  return Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, convert(table)]));
}

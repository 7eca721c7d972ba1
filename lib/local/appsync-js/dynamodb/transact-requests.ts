import { toItemValues } from './item-values';
import { expressionPart, projectionPart } from './request-parts';
import { toUpdateExpression } from './update-expression';

type Values = Readonly<Record<string, unknown>>;

interface TransactGetItem { readonly table: string; readonly key: Values; readonly projection?: readonly string[] }
interface TransactWriteItem {
  readonly table: string;
  readonly key: Values;
  readonly item?: Values;
  readonly update?: Values;
  readonly condition?: unknown;
}

/** What each member of a transaction's items adds to the request, beside the table, the key and the condition. */
const writes: Readonly<Record<string, (item: TransactWriteItem) => Record<string, unknown>>> = {
  putItem: ({ item = {} }) => ({ operation: 'PutItem', attributeValues: toItemValues(item) }),
  updateItem: ({ update = {} }) => ({ operation: 'UpdateItem', update: toUpdateExpression('transactWrite', update) }),
  deleteItem: () => ({ operation: 'DeleteItem' }),
  conditionCheck: () => ({ operation: 'ConditionCheck' }),
};

/** The functions of `@aws-appsync/utils/dynamodb` that make a transaction. */
export const transactRequests = {
  transactGet: (input: { readonly items: readonly TransactGetItem[] }) => ({
    operation: 'TransactGetItems',
    transactItems: input.items.map(({ table, key, projection }) => ({ table, key: toItemValues(key), ...projectionPart(projection) })),
  }),
  transactWrite: (input: { readonly items: readonly Readonly<Record<string, TransactWriteItem>>[] }) => ({
    operation: 'TransactWriteItems',
    transactItems: input.items.map((member) => {
      const [kind = '', item] = Object.entries(member)[0] ?? [];
      if (!item || !Object.hasOwn(writes, kind)) {
        throw new Error(`transactWrite: an item is one of ${Object.keys(writes).join(', ')}, not ${JSON.stringify(member)}`);
      }
      const condition = expressionPart('transactWrite', 'condition', item.condition);
      return { table: item.table, key: toItemValues(item.key), ...writes[kind]!(item), ...condition };
    }),
  }),
};

/** An operation of an update, as `operations` makes it. */
export type UpdateOperation =
  | { readonly type: 'OPERATION_ADD'; readonly value: unknown }
  | { readonly type: 'OPERATION_REPLACE'; readonly value: unknown }
  | { readonly type: 'OPERATION_REMOVE' }
  | { readonly type: 'OPERATION_INCREMENT'; readonly by: number }
  | { readonly type: 'OPERATION_DECREMENT'; readonly by: number }
  | { readonly type: 'OPERATION_APPEND'; readonly items: readonly unknown[] }
  | { readonly type: 'OPERATION_PREPEND'; readonly items: readonly unknown[] }
  | { readonly type: 'OPERATION_UPDATE_LIST_ITEM'; readonly value: unknown; readonly index: number };

/** `operations` of `@aws-appsync/utils/dynamodb`. */
export const operations = {
  add: (value: unknown): UpdateOperation => ({ type: 'OPERATION_ADD', value }),
  replace: (value: unknown): UpdateOperation => ({ type: 'OPERATION_REPLACE', value }),
  remove: (): UpdateOperation => ({ type: 'OPERATION_REMOVE' }),
  increment: (by: number | null = 1): UpdateOperation => ({ type: 'OPERATION_INCREMENT', by: by ?? 1 }),
  decrement: (by: number | null = 1): UpdateOperation => ({ type: 'OPERATION_DECREMENT', by: by ?? 1 }),
  append: (items: readonly unknown[]): UpdateOperation => ({ type: 'OPERATION_APPEND', items }),
  prepend: (items: readonly unknown[]): UpdateOperation => ({ type: 'OPERATION_PREPEND', items }),
  updateListItem: (value: unknown, index: number): UpdateOperation => ({ type: 'OPERATION_UPDATE_LIST_ITEM', value, index }),
};

/** Whether a value of an update is an operation, as against a value to write. */
export function isOperation(value: unknown): value is UpdateOperation {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && value.type.startsWith('OPERATION_');
}

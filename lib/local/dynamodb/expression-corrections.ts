import { type AttributeValue } from './attribute-values';
import { type DynaliteDatabase, type DynaliteError, type ReadInput, type ReadOutput } from './dynalite-types';
import { meets, test } from './expression-evaluation';

/** The names that comparisons have in dynalite's code, where they are not those of expressions. */
const comparators = new Map([
  ['EQ', '='], ['NE', '<>'], ['LT', '<'], ['LE', '<='], ['GT', '>'], ['GE', '>='], ['BETWEEN', 'between'], ['BEGINS_WITH', 'begins_with'],
]);

/**
 * Puts right, in dynalite's own module, where conditions and filters are decided:
 *
 * - Expressions are evaluated as DynamoDB does.
 * - `ReturnValuesOnConditionCheckFailure` is unknown. With `ALL_OLD`, the error has the item that failed the condition.
 */
export function correctExpressions(database: DynaliteDatabase): void {
  const { checkConditional, compare, queryTable } = database;

  database.compare = (comparator, value, operands) => {
    const name = comparators.get(comparator);
    return name ? test(name, value, ...(Array.isArray(operands) ? operands as AttributeValue[] : [operands as AttributeValue])) : compare(comparator, value, operands);
  };

  database.checkConditional = (input, item) => {
    const { _condition: condition, ReturnValuesOnConditionCheckFailure: returned } = input;
    if (!condition) return checkConditional(input, item);
    return meets(item ?? {}, condition.expression) ? null : conditionalError(item && returned === 'ALL_OLD' ? { Item: item } : {});
  };

  database.queryTable = (store, table, input, range, isLocal, readsItems, startKey, callback) => {
    // What a filter looks at may be none of what is selected.
    const whole = { ...input, _filter: undefined, _projection: undefined, Select: undefined };
    queryTable(store, table, input._filter ? whole : input, range, isLocal, readsItems, startKey, (error, output) => {
      if (output && input._filter) filterOutput(database, input, output);
      callback(error, output);
    });
  };
}

function filterOutput(database: DynaliteDatabase, { _filter: filter, _projection: projection, Select }: ReadInput, output: ReadOutput): void {
  const items = output.Items!.filter((item) => meets(item, filter!.expression));
  output.Count = items.length;
  output.Items = projection ? items.map((item) => database.mapPaths(projection.paths, item)) : items;
  if (Select === 'COUNT') delete output.Items;
}

function conditionalError(details: object): DynaliteError {
  const message = 'The conditional request failed';
  const body = { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message, ...details };
  return Object.assign(new Error(message), { statusCode: 400, body });
}

import { type AttributeValue } from '../util/dynamodb';
import { type Expression } from '../util/filter-expression';
import { toItemValue } from './item-values';
import { isOperation, operations, type UpdateOperation } from './operations';

/** Each operation as a clause of its section; `value` adds a value and returns its name. */
const clauses: {
  readonly [Type in UpdateOperation['type']]: {
    readonly section: 'SET' | 'REMOVE';
    print(name: string, operation: Extract<UpdateOperation, { readonly type: Type }>, value: (value: unknown) => string): string;
  }
} = {
  OPERATION_ADD: { section: 'SET', print: (name, operation, value) => `${name} = ${value(operation.value)}` },
  OPERATION_REPLACE: { section: 'SET', print: (name, operation, value) => `${name} = ${value(operation.value)}` },
  OPERATION_INCREMENT: { section: 'SET', print: (name, { by }, value) => `${name} = ${name} + ${value(by)}` },
  OPERATION_DECREMENT: { section: 'SET', print: (name, { by }, value) => `${name} = ${name} - ${value(by)}` },
  OPERATION_APPEND: { section: 'SET', print: (name, { items }, value) => `${name} = list_append(${name}, ${value(items)})` },
  OPERATION_PREPEND: { section: 'SET', print: (name, { items }, value) => `${name} = list_append(${value(items)}, ${name})` },
  OPERATION_UPDATE_LIST_ITEM: { section: 'SET', print: (name, operation, value) => `${name}[${operation.index}] = ${value(operation.value)}` },
  OPERATION_REMOVE: { section: 'REMOVE', print: (name) => name },
};

/**
 * Converts the `update` of `update` and `transactWrite`: by attribute, an operation, a list of `operations.updateListItem`, or a
 * bare value, which replaces. Null writes NULL.
 */
export function toUpdateExpression(caller: string, update: Readonly<Record<string, unknown>>): Expression {
  const expressionNames: Record<string, string> = {};
  const expressionValues: Record<string, AttributeValue> = {};
  const addValue = (value: unknown): string => {
    const name = `:expValue_${Object.keys(expressionValues).length + 1}`;
    expressionValues[name] = toItemValue(value);
    return name;
  };

  const sections = { SET: [] as string[], REMOVE: [] as string[] };
  Object.entries(update).forEach(([attribute, value], index) => {
    const name = `#expName_${index + 1}`;
    expressionNames[name] = attribute;
    for (const operation of toOperations(caller, attribute, value)) {
      const { section, print } = clauses[operation.type];
      sections[section].push(print(name, operation as never, addValue));
    }
  });
  const printed = Object.entries(sections).filter(([, found]) => found.length > 0).map(([section, found]) => `${section} ${found.join(', ')}`);
  return { expression: printed.join(' '), expressionNames, expressionValues };
}

function toOperations(caller: string, attribute: string, value: unknown): readonly UpdateOperation[] {
  if (isOperation(value)) return [value];
  if (Array.isArray(value) && value.length > 0 && value.every(isOperation)) return value;
  if (holdsOperation(value)) {
    throw new Error(`${caller}: '${attribute}' has an operation inside its value; the local API supports operations on whole attributes only`);
  }
  return [operations.replace(value)];
}

function holdsOperation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((member) => isOperation(member) || holdsOperation(member));
}

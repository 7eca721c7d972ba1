import { fieldsFrom, type Definition } from './definitions';

type FilterType = 'ID' | 'String' | 'Int' | 'Float' | 'Boolean';

const SIZE_INPUT = 'ModelSizeInput';
const ATTRIBUTE_TYPES = 'ModelAttributeTypes';

const attributeTypes = ['binary', 'binarySet', 'bool', 'list', 'map', 'number', 'numberSet', 'string', 'stringSet', '_null'] as const;

/** What `attributeType` compares with. */
export type AttributeType = (typeof attributeTypes)[number];

interface Operator {
  /** The type of the operand, for a field that is filtered by `type`. */
  readonly operand: (type: string) => string;
  /** The filter types that have it. */
  readonly on: readonly string[];
  /** Where it can be used: filters and conditions of requests, filters of subscriptions, conditions on a sort key. */
  readonly where: readonly ('filter' | 'subscription' | 'key')[];
}

const strings = ['ID', 'String'];
const numbers = ['Int', 'Float'];
const same = (type: string): string => type;
const several = (type: string): string => `[${type}]`;

/** The operators of all filters, in the order of the inputs. */
const operators = {
  ne: { operand: same, on: [...strings, ...numbers, 'Boolean', 'Size'], where: ['filter', 'subscription'] },
  eq: { operand: same, on: [...strings, ...numbers, 'Boolean', 'Size'], where: ['filter', 'subscription', 'key'] },
  le: { operand: same, on: [...strings, ...numbers, 'Size'], where: ['filter', 'subscription', 'key'] },
  lt: { operand: same, on: [...strings, ...numbers, 'Size'], where: ['filter', 'subscription', 'key'] },
  ge: { operand: same, on: [...strings, ...numbers, 'Size'], where: ['filter', 'subscription', 'key'] },
  gt: { operand: same, on: [...strings, ...numbers, 'Size'], where: ['filter', 'subscription', 'key'] },
  contains: { operand: same, on: strings, where: ['filter', 'subscription'] },
  notContains: { operand: same, on: strings, where: ['filter', 'subscription'] },
  between: { operand: several, on: [...strings, ...numbers, 'Size'], where: ['filter', 'subscription', 'key'] },
  beginsWith: { operand: same, on: strings, where: ['filter', 'subscription', 'key'] },
  in: { operand: several, on: [...strings, ...numbers], where: ['subscription'] },
  notIn: { operand: several, on: [...strings, ...numbers], where: ['subscription'] },
  attributeExists: { operand: () => 'Boolean', on: [...strings, ...numbers, 'Boolean'], where: ['filter'] },
  attributeType: { operand: () => ATTRIBUTE_TYPES, on: [...strings, ...numbers, 'Boolean'], where: ['filter'] },
  size: { operand: () => SIZE_INPUT, on: strings, where: ['filter'] },
} as const satisfies Readonly<Record<string, Operator>>;

/** The operators that requests filter by: what the resolvers have to have words for. */
export type FilterOperator = { [Name in keyof typeof operators]: 'filter' extends (typeof operators)[Name]['where'][number] ? Name : never }[keyof typeof operators];

const filterTypes: readonly FilterType[] = ['String', 'Int', 'Float', 'Boolean', 'ID'];

/** The input that filters a field: `ModelStringInput`, `ModelSubscriptionStringInput`, `ModelStringKeyConditionInput`. */
export const operatorInputs = {
  filter: (type: string) => `Model${type}Input`,
  subscription: (type: string) => `ModelSubscription${type}Input`,
  key: (type: string) => `Model${type}KeyConditionInput`,
} as const;

/** The operands of an operator input, by operator. */
export function operandsOf(type: string, where: keyof typeof operatorInputs, operandType: string = type): Record<string, string> {
  const entries = Object.entries<Operator>(operators).filter(([, operator]) => operator.on.includes(type) && operator.where.includes(where));
  return Object.fromEntries(entries.map(([name, { operand }]) => [name, operand(operandType)]));
}

function operatorInput(type: FilterType, where: keyof typeof operatorInputs): Definition {
  return { kind: 'input', name: operatorInputs[where](type), fields: fieldsFrom(operandsOf(type, where)) };
}

/** The operator inputs of filters and subscriptions, which every API has, used or not, as the peer's. */
export function sharedDefinitions(): Definition[] {
  return [
    ...filterTypes.map((type) => operatorInput(type, 'filter')),
    ...filterTypes.map((type) => operatorInput(type, 'subscription')),
    { kind: 'enum', name: ATTRIBUTE_TYPES, values: attributeTypes },
    { kind: 'input', name: SIZE_INPUT, fields: fieldsFrom(operandsOf('Size', 'filter', 'Int')) },
    { kind: 'enum', name: 'ModelSortDirection', values: ['ASC', 'DESC'] },
  ];
}

/** The operator inputs of sort keys, of those types only that are in use. */
export function keyConditionDefinitions(types: ReadonlySet<FilterType>): Definition[] {
  return filterTypes.filter((type) => types.has(type)).map((type) => operatorInput(type, 'key'));
}

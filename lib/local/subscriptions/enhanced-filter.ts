import { operators } from './operators';

/** A condition on one field; the field of a nested object is named by its path, with dots. */
interface FieldFilter { readonly fieldName: string; readonly operator: string; readonly value: unknown }

/** Alternatives, one of which has to be met, each by all its conditions. Without any, everything meets it. */
export type EnhancedFilter = readonly (readonly FieldFilter[])[];

/** A filter that AppSync refuses, in its words as far as they are known. */
export class FilterError extends Error {}

const limits = { alternatives: 10, fields: 5, characters: 256, depth: 5 };

/**
 * What a resolver gave to `extensions.setSubscriptionFilter` or `setSubscriptionInvalidationFilter`.
 * @throws FilterError when it is no filter, or over AppSync's limits
 */
export function readEnhancedFilter(filter: unknown): EnhancedFilter {
  const { filterGroup } = object(filter);
  if (!Array.isArray(filterGroup)) throw notAFilter();
  if (filterGroup.length > limits.alternatives) throw new FilterError(`Filters combination exceed maximum limit ${limits.alternatives} for subscription.`);
  return filterGroup.map((alternative) => {
    const { filters } = object(alternative);
    if (!Array.isArray(filters) || filters.length === 0) throw notAFilter();
    const conditions = filters.map(readCondition);
    const names = conditions.map(({ fieldName }) => fieldName);
    if (new Set(names).size > limits.fields) throw new FilterError(`Filters exceed maximum attributes limit ${limits.fields} for subscription.`);
    if (new Set(names).size < names.length) throw new FilterError('subscription filter uses same fieldName multiple time.');
    return conditions;
  });
}

/** Whether a mutation's result, or an invalidation's payload, meets a filter. */
export function meets(filter: EnhancedFilter, result: unknown): boolean {
  return filter.length === 0 || filter.some((conditions) => conditions.every(({ fieldName, operator, value }) => {
    const { matches, ofNull } = operators[operator]!;
    const field = fieldAt(result, fieldName.split('.'));
    return field === null ? ofNull : matches(field, value as never);
  }));
}

function readCondition(condition: unknown): FieldFilter {
  const { fieldName, operator: name, value } = object(condition);
  if (typeof fieldName !== 'string' || typeof name !== 'string') throw notAFilter();
  if (fieldName.split('.').length > limits.depth) throw new FilterError(`subscription filter exceeds maximum depth ${limits.depth} for fieldName \`${fieldName}\`.`);
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator) throw new FilterError(`subscription filter has invalid operator \`${name}\`.`);
  if (Array.isArray(value) && operator.mostValues !== undefined && value.length > operator.mostValues) {
    throw new FilterError(`subscription exceeds maximum value limit ${operator.mostValues} for operator \`${name}\`.`);
  }
  if (!operator.accepts(value)) throw new FilterError(`subscription filter has invalid filter value for operator \`${name}\`.`);
  if ([fieldName, value].flat().some((text) => typeof text === 'string' && text.length > limits.characters)) {
    throw new FilterError(`subscription filter exceeds maximum length ${limits.characters} of a string, for operator \`${name}\`.`);
  }
  return { fieldName, operator: name, value };
}

function fieldAt(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value ?? null;
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? fieldAt((value as Record<string, unknown>)[name], rest) : null;
}

function object(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAFilter();
  return value as Record<string, unknown>;
}

function notAFilter(): FilterError {
  return new FilterError('subscription filter is not of the form { filterGroup: [{ filters: [{ fieldName, operator, value }] }] }.');
}

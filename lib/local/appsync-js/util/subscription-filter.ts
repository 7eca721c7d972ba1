interface FieldFilter { readonly fieldName: string; readonly operator: string; readonly value: unknown }

/** Alternatives, one of which has to be met; each is a list of filters that all have to be met. No alternative means no restriction. */
type Alternatives = readonly (readonly FieldFilter[])[];

/**
 * `util.transform.toSubscriptionFilter`: multiplies a filter out into groups of filters. Each operator of a field, each member of
 * an `or` and each rule is an alternative. Operators are not checked, and `not` is taken for a field, as in AppSync.
 * @returns null for a filter that is no object
 */
export function toSubscriptionFilter(
  filter: unknown, ignoredFields?: readonly string[] | null, rules?: Readonly<Record<string, unknown>> | null,
): { filterGroup: { filters: readonly FieldFilter[] }[] } | null {
  if (!isObject(filter)) return null;
  const ignored = new Set(ignoredFields);
  const allRules = Object.entries(rules ?? {}).flatMap(([fieldName, conditions]) => fieldAlternatives(fieldName, conditions));
  return { filterGroup: both(alternatives(filter, ignored), allRules).map((filters) => ({ filters })) };
}

function alternatives(filter: unknown, ignored: ReadonlySet<string>): Alternatives {
  if (!isObject(filter)) throw new Error(`util.transform.toSubscriptionFilter: ${JSON.stringify(filter)} is no filter`);
  return Object.entries(filter).reduce<Alternatives>((found, [key, member]) => {
    if (key === 'and') return members(key, member).map((each) => alternatives(each, ignored)).reduce(both, found);
    if (key === 'or') return both(found, members(key, member).flatMap((each) => alternatives(each, ignored)));
    return ignored.has(key) ? found : both(found, fieldAlternatives(key, member));
  }, []);
}

function fieldAlternatives(fieldName: string, conditions: unknown): Alternatives {
  if (!isObject(conditions)) throw new Error(`util.transform.toSubscriptionFilter: '${fieldName}' has no operator: ${JSON.stringify(conditions)}`);
  return Object.entries(conditions).map(([operator, value]) => [{ fieldName, operator, value }]);
}

function members(key: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`util.transform.toSubscriptionFilter: '${key}' takes a list, not ${JSON.stringify(value)}`);
  return value;
}

/** Every alternative of one with every alternative of the other. */
function both(first: Alternatives, second: Alternatives): Alternatives {
  if (first.length === 0 || second.length === 0) return first.length === 0 ? second : first;
  return first.flatMap((one) => second.map((other) => [...one, ...other]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

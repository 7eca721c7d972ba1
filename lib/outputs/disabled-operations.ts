import { operationGroups, operationNames, operations, type Model } from '../model';

/** What a model does not have: `{ subscriptions: null, mutations: { delete: null } }`. */
export function disabledOperations({ availableOperations }: Model): Record<string, null | Record<string, null>> {
  return Object.fromEntries(Object.entries(operationGroups).flatMap(([root, group]) => {
    const all = operationNames.filter((name) => operations[name].root === root);
    const disabled = all.filter((name) => !availableOperations.includes(name));
    if (disabled.length === 0) return [];
    return [[group, disabled.length === all.length ? null : Object.fromEntries(disabled.map((name) => [name, null]))]];
  }));
}

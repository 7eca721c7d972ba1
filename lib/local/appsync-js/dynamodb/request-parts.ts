import { type Expression, toExpression } from '../util/filter-expression';

/** Takes the named properties over, less those that are absent or null. */
export function given<Input extends object>(input: Input, ...names: readonly (keyof Input)[]): Partial<Input> {
  const found: Partial<Input> = {};
  for (const name of names) if (input[name] != null) found[name] = input[name];
  return found;
}

/** A filter or condition under its name; nothing where there is none. */
export function expressionPart(caller: string, name: 'filter' | 'condition', filter: unknown): Record<string, Expression> {
  if (filter == null) return {};
  const expression = toExpression(filter);
  // Going on without it would return or write what it was to keep out.
  if (!expression) throw new Error(`${caller}: the ${name} is none that DynamoDB knows: ${JSON.stringify(filter)}`);
  return { [name]: expression };
}

/** A projection of attribute paths, such as `nested.list[1]`; nothing where there is none. */
export function projectionPart(paths: readonly string[] | null | undefined): { projection?: Omit<Expression, 'expressionValues'> } {
  if (!paths) return {};
  const names = new Map<string, string>();
  const expression = paths.map((path) => path.replace(/[^.[\]]+(?=$|[.[])/g, (attribute) => {
    if (!names.has(attribute)) names.set(attribute, `#expName_${names.size + 1}`);
    return names.get(attribute)!;
  })).join(', ');
  return { projection: { expression, expressionNames: Object.fromEntries([...names].map(([attribute, name]) => [name, attribute])) } };
}

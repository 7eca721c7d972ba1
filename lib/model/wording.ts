import { scalars, type ScalarType } from '../schema';

const MOST_NAMES = 12;

/** Names for a message: `'name', 'teamId'`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => `'${name}'`).join(', ');
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown;
}

/** A number with its noun: `1 reference field`, `2 reference fields`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** How a field of a scalar type is declared: `a.integer()`. */
export function declaration({ graphqlType }: ScalarType): string {
  const [name] = Object.entries(scalars).find(([, scalar]) => scalar.graphqlType === graphqlType)!;
  return `a.${name}()`;
}

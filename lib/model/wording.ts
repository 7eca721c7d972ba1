import { definition, scalars, type SchemaTypes } from '../schema';
import { type FieldType } from './data-model';

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

/** What a schema declares under a name, in words. */
export const kindInWords = { model: 'a model', enum: 'an enum', customType: 'a custom type', query: 'a query', mutation: 'a mutation', subscription: 'a subscription' } as const;

/** What a schema declares, by name. */
export type DeclaredKinds = ReadonlyMap<string, keyof typeof kindInWords>;

export function kindsOf(types: SchemaTypes): DeclaredKinds {
  return new Map(Object.entries(types).map(([name, { [definition]: { kind } }]) => [name, kind]));
}

/** What is wrong with a name as that of a model, and what to do; nothing if nothing is. */
export function noModel(name: string, kinds: DeclaredKinds): { readonly message: string; readonly hint: string } | undefined {
  const kind = kinds.get(name);
  if (kind === 'model') return undefined;
  const models = [...kinds.keys()].filter((declared) => kinds.get(declared) === 'model');
  return {
    message: kind ? `'${name}' is ${kindInWords[kind]}` : `there is no model '${name}'`,
    hint: models.length > 0 ? `name one of ${listed(models)}` : 'declare a model',
  };
}

/** How a field of a type is declared: `a.integer()`, `a.ref('Status')`. */
export function declaration({ kind, graphqlType }: FieldType): string {
  if (kind !== 'scalar') return `a.ref('${graphqlType}')`;
  const [name] = Object.entries(scalars).find(([, scalar]) => scalar.graphqlType === graphqlType)!;
  return `a.${name}()`;
}

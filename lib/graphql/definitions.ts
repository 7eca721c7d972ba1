/** A definition of GraphQL's schema language, as data. */
export type Definition =
  | { readonly kind: 'type'; readonly name: string; readonly fields: readonly FieldDefinition[]; readonly directives?: readonly string[] }
  | { readonly kind: 'input'; readonly name: string; readonly fields: readonly FieldDefinition[] }
  | { readonly kind: 'enum'; readonly name: string; readonly values: readonly string[] };

export interface FieldDefinition {
  readonly name: string;
  readonly type: string;
  /** Argument types by name. */
  readonly arguments?: Readonly<Record<string, string>>;
  /** Directives as they are written: `@aws_subscribe(mutations: ["createTeam"])`. */
  readonly directives?: readonly string[];
}

/** Fields with no more than a name and a type. */
export function fieldsFrom(types: Readonly<Record<string, string>>): FieldDefinition[] {
  return Object.entries(types).map(([name, type]) => ({ name, type }));
}

/** Prints definitions in GraphQL's schema language. */
export function print(definitions: readonly Definition[]): string {
  return definitions.map(printDefinition).join('\n');
}

function printDefinition(definition: Definition): string {
  const lines = definition.kind === 'enum' ? definition.values : definition.fields.map(printField);
  const head = [definition.kind, definition.name, ...('directives' in definition ? definition.directives ?? [] : [])];
  return `${head.join(' ')} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function printField({ name, type, arguments: parameters = {}, directives = [] }: FieldDefinition): string {
  const list = Object.entries(parameters).map(([argument, argumentType]) => `${argument}: ${argumentType}`).join(', ');
  return `${name}${list && `(${list})`}: ${[type, ...directives].join(' ')}`;
}

import { customTypeNames, operationGroups, type CustomOperation, type CustomType, type DataModel, type Field, type FieldType, type RootType } from '../model';
import { argumentTypes } from './argument-types';
import { typeEntry, type TypeEntry } from './type-entry';

/** What the clients know of the operations that are no model's, and of the inputs that these take: each absent where there is none. */
export interface OperationIntrospection {
  readonly queries?: Readonly<Record<string, OperationEntry>>;
  readonly mutations?: Readonly<Record<string, OperationEntry>>;
  readonly subscriptions?: Readonly<Record<string, OperationEntry>>;
  readonly inputs?: Readonly<Record<string, InputEntry>>;
}

/** A value, or a list of such. */
interface ValueEntry {
  readonly name: string;
  readonly isArray: boolean;
  readonly type: TypeEntry | { readonly input: string };
  readonly isRequired: boolean;
  readonly isArrayNullable?: boolean;
}

interface OperationEntry extends ValueEntry {
  readonly arguments?: Readonly<Record<string, ValueEntry>>;
}

/** A custom type as it is given. */
interface InputEntry {
  readonly name: string;
  readonly attributes: Readonly<Record<string, ValueEntry>>;
}

/** Describes them in the form that Amplify's own generator gives it. */
export function operationIntrospection(model: DataModel): OperationIntrospection {
  const groups = (Object.entries(operationGroups) as [RootType, keyof OperationIntrospection][])
    .map(([root, group]) => [group, entriesOf(model.customOperations.filter((operation) => operation.root === root), operationEntry)] as const);
  return Object.fromEntries([...groups, ['inputs', entriesOf(argumentTypes(model), inputEntry)] as const].filter(([, entries]) => Object.keys(entries).length > 0));
}

function entriesOf<Part, Entry extends { readonly name: string }>(parts: readonly Part[], entryOf: (part: Part) => Entry): Record<string, Entry> {
  return Object.fromEntries(parts.map(entryOf).map((entry) => [entry.name, entry]));
}

function operationEntry({ name, arguments: parameters, result }: CustomOperation): OperationEntry {
  return { ...valueEntry(name, result, typeEntry(result.type)), ...(parameters.length > 0 && { arguments: entriesOf(parameters, givenEntry) }) };
}

function inputEntry({ graphqlType, fields }: CustomType): InputEntry {
  return { name: customTypeNames.input(graphqlType), attributes: entriesOf(fields, givenEntry) };
}

function givenEntry(field: Field): ValueEntry {
  return valueEntry(field.name, field, givenType(field.type));
}

function valueEntry(name: string, { required, list }: Pick<Field, 'required' | 'list'>, type: ValueEntry['type']): ValueEntry {
  return { name, isArray: list !== undefined, type, isRequired: list ? list.elementRequired : required, ...(list && { isArrayNullable: !required }) };
}

function givenType(type: FieldType): ValueEntry['type'] {
  return type.kind === 'customType' ? { input: customTypeNames.input(type.graphqlType) } : typeEntry(type);
}

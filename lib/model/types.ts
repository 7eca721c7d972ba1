import { definition, scalars, type CustomTypeDefinition, type CustomTypeFieldDefinition, type Defined, type EnumDefinition, type RefFieldDefinition, type SchemaTypes } from '../schema';
import { checkCustomType, checkEnum } from './type-checks';
import { type CustomType, type EnumType, type Field, type FieldType } from './data-model';
import { type SchemaIssues } from './schema-error';
import { lowerFirst, upperFirst } from './type-names';
import { kindInWords, listed } from './wording';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] extends readonly (infer Element)[] ? Element[] : Type[Key] };

/** What a type is there for. */
interface TypeUse extends Pick<CustomType, 'inputOnly'> {
  /** What an operation gives, which may be a model as well. */
  readonly result?: true;
}

/** A type under a name, and where it is declared: `Status`, or inline as `Todo.status`. */
export interface NamedType<Type extends EnumType | CustomType = EnumType | CustomType> {
  readonly type: Type;
  readonly path: string;
}

/** The enums and custom types of a schema: those under a name of their own at once, inline ones as their fields are resolved. */
export class Types {
  private readonly named = new Map<string, EnumType | CustomType>();
  private readonly all: NamedType[] = [];

  public constructor(private readonly schemaTypes: SchemaTypes, private readonly issues: SchemaIssues) {
    const unfilled: [Mutable<CustomType>, string, CustomTypeDefinition][] = [];
    for (const [name, { [definition]: declared }] of Object.entries(schemaTypes)) {
      if (declared.kind === 'enum') this.named.set(name, this.addEnum(name, name, declared));
      if (declared.kind !== 'customType') continue;
      const type = this.addCustomType(name, name);
      this.named.set(name, type);
      unfilled.push([type, name, declared]);
    }
    // All have their names before any has its fields, so that they can refer to each other.
    for (const custom of unfilled) this.fill(...custom);
  }

  /** Every type, with where it is declared. */
  public get declarations(): readonly NamedType[] {
    return this.all;
  }

  public get enums(): EnumType[] {
    return this.all.flatMap(({ type }) => (type.kind === 'enum' ? [type] : []));
  }

  public get customTypes(): CustomType[] {
    return this.all.flatMap(({ type }) => (type.kind === 'customType' ? [type] : []));
  }

  /** What values a field, an argument or a result has; nothing where its type is wrong. */
  public typeOf(path: string, inlineName: string, field: CustomTypeFieldDefinition, use: TypeUse = {}): FieldType | undefined {
    switch (field.kind) {
      case 'scalar': return { kind: 'scalar', ...scalars[field.scalar] };
      case 'enum': return this.addEnum(inlineName, path, field);
      case 'customType': {
        const type = this.addCustomType(inlineName, path, use);
        this.fill(type, path, field);
        return type;
      }
      case 'ref': return this.referred(path, field, use);
    }
  }

  private addEnum(name: string, path: string, { values }: EnumDefinition): EnumType {
    checkEnum(path, values, this.issues);
    const type: EnumType = { kind: 'enum', graphqlType: name, filterType: 'String', keyType: 'S', values };
    this.all.push({ type, path });
    return type;
  }

  private addCustomType(name: string, path: string, { inputOnly }: TypeUse = {}): Mutable<CustomType> {
    const type: Mutable<CustomType> = { kind: 'customType', graphqlType: name, fields: [], ...(inputOnly && { inputOnly }) };
    this.all.push({ type, path });
    return type;
  }

  private fill(type: Mutable<CustomType>, path: string, declared: CustomTypeDefinition): void {
    checkCustomType(path, declared, this.issues);
    type.fields.push(...Object.entries(declared.fields).flatMap(([name, { [definition]: field }]: [string, Defined<CustomTypeFieldDefinition>]): Field[] => {
      const fieldType = this.typeOf(`${path}.${name}`, type.graphqlType + upperFirst(name), field, type.inputOnly && { inputOnly: true });
      return fieldType ? [{ kind: 'value', name, type: fieldType, ...presenceOf(field), declared: true, written: false }] : [];
    }));
  }

  private referred(path: string, { type: name }: RefFieldDefinition, { inputOnly, result }: TypeUse): FieldType | undefined {
    const declared = Object.hasOwn(this.schemaTypes, name) ? this.schemaTypes[name]![definition] : undefined;
    if (declared?.kind === 'model') {
      this.issues.add('ref-to-model', path, `'${name}' is ${kindInWords.model}, which a.ref does not lead to`,
        inputOnly ? `take its identifier, such as ${lowerFirst(name)}Id: a.id()` : `declare a relationship, such as a.belongsTo('${name}', '${lowerFirst(name)}Id') or a.hasMany('${name}', ...)`);
      return undefined;
    }
    const type = this.named.get(name);
    if (!type) {
      const candidates = Object.keys(this.schemaTypes).filter((candidate) => this.named.has(candidate) || (result && this.schemaTypes[candidate]![definition].kind === 'model'));
      this.issues.add('unknown-type', path, `there is no ${result ? 'enum, custom type or model' : 'enum or custom type'} '${name}'`, candidates.length > 0 ? `declare it, or name one of ${listed(candidates)}` : `declare it: ${name}: a.enum([...]) or ${name}: a.customType({ ... })`);
    }
    return type;
  }
}

/** Whether a value has to be there, and whether there are several. An enum or a custom type that stands inline is one optional value. */
export function presenceOf(field: CustomTypeFieldDefinition): Pick<Field, 'required' | 'list'> {
  if (field.kind === 'enum' || field.kind === 'customType') return { required: false };
  return { required: field.required, ...(field.list && { list: field.list }) };
}

import { type DisabledOperations, type OperationName } from './client/operations';
import { type QueryName } from './client/key-conditions';
import { type RelationshipName } from './field-names';
import { type Model } from './model';
import { type CustomOperation } from './operation';

/** The names of a schema's models; any name where the compiler does not know them. */
export type ModelName<Types> = string extends keyof Types ? string : { [Name in keyof Types]: Types[Name] extends Model<any, any, any, any> ? Name : never }[keyof Types] & string;

/** The fields that serve a model's operations. The compiler can't form plurals: any list operation will do. */
interface OperationFields<Stem extends string> {
  get: `Query.get${Stem}`;
  list: `Query.list${string}`;
  create: `Mutation.create${Stem}`;
  update: `Mutation.update${Stem}`;
  delete: `Mutation.delete${Stem}`;
  onCreate: `Subscription.onCreate${Stem}`;
  onUpdate: `Subscription.onUpdate${Stem}`;
  onDelete: `Subscription.onDelete${Stem}`;
}

/** The fields of an API that have a resolver, as `Type.field`; any name where the compiler does not know the schema. */
export type ResolverName<Types> = string extends keyof Types ? string : { [Name in keyof Types]: ResolverNameOf<Name & string, Types[Name]> }[keyof Types];

type ResolverNameOf<Name extends string, Type> =
  Type extends Model<infer Fields, any, infer Indexes, infer Disabled>
    ? | OperationFields<Capitalize<Name>>[Exclude<OperationName, keyof DisabledOperations<Disabled>>]
      | `${Name}.${RelationshipName<Fields> & string}`
      | `Query.${QueryName<Name, Indexes[number]>}`
    : Type extends CustomOperation<infer Kind> ? `${Capitalize<Kind>}.${Name}` : never;

/** The fields of a root type; any name where the compiler does not know the schema. */
export type RootFieldName<Types, Root extends 'Query' | 'Mutation' | 'Subscription'> = FieldOf<ResolverName<Types>, Root>;

type FieldOf<Name extends string, Root extends string> = string extends Name ? string : Name extends `${Root}.${infer Field}` ? Field : never;

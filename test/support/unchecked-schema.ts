import { a as checked, type Defined, type Model, type ModelFields, type Schema } from 'cdk-appsync-data/schema';

type TypeDefinition = Model<ModelFields> | Defined<unknown>;

/** A model of which the compiler does not know the fields, so that any can be named. */
type UncheckedModel = Model<ModelFields, readonly string[]>;

/** The words of the schema without the compiler's checks of names and types, as JavaScript has them: for mistakes that are meant. */
export const a = checked as unknown as Omit<typeof checked, 'model' | 'schema'> & {
  model(fields: ModelFields): UncheckedModel;
  schema(types: Readonly<Record<string, TypeDefinition>>): Schema;
};

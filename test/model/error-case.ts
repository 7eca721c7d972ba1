import { a, type Schema, type SchemaTypes } from 'cdk-appsync-data/schema';
import { type AuthorizationMode } from '../../lib/model';

/** A schema with mistakes of one code: for each, its path and the decisive words of its message and of its hint. */
export interface SchemaErrorCase {
  readonly what: string;
  readonly schema: Schema;
  /** The modes of the API; absent for a key only. */
  readonly modes?: readonly AuthorizationMode[];
  readonly issues: readonly (readonly [path: string, message: RegExp, hint: RegExp])[];
}

/** A schema for everybody with the key. Its models may be wrong: what the compiler says of them is not the subject here. */
export function schemaOf(models: SchemaTypes): Schema {
  return a.schema(models).authorization((allow) => allow.publicApiKey());
}

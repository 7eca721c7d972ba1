import { type AuthorizationType } from './template';

/** Who sends a request, as `ctx.identity`: nobody in particular where an API key is all that is known. */
export type Identity = Readonly<Record<string, unknown>> | null;

/** Who was let in, and by which of the API's modes. */
export interface Caller {
  readonly mode: AuthorizationType;
  readonly identity: Identity;
  /**
   * Whether a field is refused to this caller in particular, beside what the schema's directives say; absent where none is. The fields of Query,
   * Mutation and Subscription are roots.
   */
  readonly isRefused?: (typeName: string, fieldName: string, isRoot: boolean) => boolean;
}

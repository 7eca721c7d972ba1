import { type EnhancedFilter, matchesArguments, meets } from '../subscriptions';
import { type Publication } from './publication';
import { type PublishedBody } from './response';

/** What a subscription is made of. */
interface SubscriptionParts {
  /** The field of the schema's Subscription type. */
  readonly fieldName: string;
  /** The mutations that publish to it. */
  readonly mutations: readonly string[];
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Set by the resolver; takes the place of matching by arguments. */
  readonly filter?: EnhancedFilter;
  readonly invalidationFilter?: EnhancedFilter;
  readonly respond: (result: unknown) => PublishedBody;
}

/** What `extensions.invalidateSubscriptions` was called with. */
export interface Invalidation { readonly subscriptionField: string; readonly payload: unknown }

/** A subscription that was started: which mutations it wants to hear of, and what it is told of them. */
export class Subscription {
  public constructor(private readonly parts: SubscriptionParts) {}

  public wants({ mutation, result }: Publication): boolean {
    const { mutations, filter, arguments: args } = this.parts;
    return mutations.includes(mutation) && (filter ? meets(filter, result) : matchesArguments(args, result));
  }

  /** The response that tells of a mutation. */
  public respond({ result }: Publication): PublishedBody {
    return this.parts.respond(result);
  }

  public isInvalidatedBy({ subscriptionField, payload }: Invalidation): boolean {
    const { fieldName, invalidationFilter } = this.parts;
    return fieldName === subscriptionField && invalidationFilter !== undefined && meets(invalidationFilter, payload);
  }
}

/** Whether a resolver's argument says what is to end; anything else ends nothing. */
export function isInvalidation(invalidation: unknown): invalidation is Invalidation {
  return typeof invalidation === 'object' && invalidation !== null && typeof (invalidation as Partial<Invalidation>).subscriptionField === 'string';
}

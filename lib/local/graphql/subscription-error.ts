/** An error of a message in real time, in AppSync's form. */
export interface SubscriptionErrorDetails {
  readonly message: string;
  readonly errorType?: string | null;
  readonly errorCode?: number;
  readonly errorInfo?: unknown;
  readonly data?: unknown;
}

/** A subscription that can't be started. */
export class SubscriptionError extends Error {
  public constructor(public readonly errors: readonly SubscriptionErrorDetails[]) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

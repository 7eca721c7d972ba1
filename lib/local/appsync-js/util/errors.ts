import { currentCall } from '../call';
import { ResolverError, type ResolverErrorDetails } from '../handlers';

function details(message: unknown, errorType: unknown = null, data: unknown = null, errorInfo: unknown = null): ResolverErrorDetails {
  return { message: String(message), errorType: errorType === null ? null : String(errorType), data, errorInfo };
}

/** `util.error` and its kin. The first argument is a message, then optionally an error type, data and error info. */
export const errors = {
  error: (...values: Parameters<typeof details>): never => {
    throw new ResolverError(details(...values));
  },
  appendError: (...values: Parameters<typeof details>): void => {
    currentCall().effects.appendedErrors.push(details(...values));
  },
  unauthorized: (): never => {
    const { fieldName, parentTypeName } = currentCall().context.info;
    throw new ResolverError(details(`Not Authorized to access ${fieldName} on type ${parentTypeName}`, 'Unauthorized'));
  },
};

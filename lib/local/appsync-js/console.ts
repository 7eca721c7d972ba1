import { currentCall } from './call';

/** `console`, as far as APPSYNC_JS has it. */
export const consoleFunctions = {
  log: (...values: unknown[]) => currentCall().console('log', values),
  error: (...values: unknown[]) => currentCall().console('error', values),
};

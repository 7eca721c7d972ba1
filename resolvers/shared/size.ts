import { util } from './runtime';

/** How large something is as JSON, in bytes, which are what AppSync counts. */
export function sizeInBytes(value: unknown): number {
  return util.base64Encode(JSON.stringify(value)).length * 0.75;
}

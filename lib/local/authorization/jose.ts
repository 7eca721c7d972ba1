import { createRequire } from 'node:module';
import type * as Jose from 'jose';

const load = createRequire(__filename);

/** The library for tokens, loaded when there is a first one: an API without them starts faster. */
export function jose(): typeof Jose {
  return load('jose') as typeof Jose;
}

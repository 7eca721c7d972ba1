import { type AccessConfiguration, type FieldAccess } from '../../lib/plan/configuration';
import { type Grant } from './access';
import { type PageRead } from './page-request';
import { type Item } from './related-records';
import { type Context } from './runtime';

/** What a resolver and the functions of its pipeline tell each other. */
export interface Stash {
  /** The page that the resolver wants; taken by the first turn of `read`. */
  read?: PageRead | null;
  /** How many records it has at most. */
  wanted?: number;
  /** The next request of `read`; none if all is read. */
  request?: Record<string, unknown> | null;
  /** Whether `read` has had its first turn: what the step before it gives is the page so far. */
  isReadingOn?: boolean;
  /** What records of the page have to be, each one of these, where no filter could say it. */
  checks?: (readonly Grant[])[];
  /** Whether it is an operation that is no model's, with arguments of its own. */
  isCustom?: boolean;
  /** Who may subscribe. */
  access?: AccessConfiguration;
  /** Who may read those fields that have rules of their own. */
  fieldAccess?: FieldAccess;
  /** Whether steps of the user's own come after those that read, so that the pipeline does not end once all is read. */
  stepsAfter?: boolean;
  /** What stands before AppSync's own token, in those that the API gives. */
  tokenPrefix?: string;
  /** The belongsTo of join records that leads to what the resolver wants; taken by `related` once it is read. */
  through?: string | null;
  /** Whether `related` has a turn that it needs. */
  isRelatedPending?: boolean;
  /** The belongsTo fields that `related` reads for. */
  fields?: string[];
  /** The keys that it has asked for, by table, in order. */
  batch?: Record<string, Item[]>;
  /** What it has asked for, in all turns. */
  asked?: Record<string, boolean>;
  /** How much may still come along. */
  room?: number;
}

/** Under one name of `ctx.stash`: all others are free for steps of the user's own. */
export function stashOf(ctx: Context): Stash {
  ctx.stash.cdkAppSyncData = ctx.stash.cdkAppSyncData ?? {};
  return ctx.stash.cdkAppSyncData;
}

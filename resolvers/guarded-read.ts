import { type Configurations } from '../lib/plan/configuration';
import { request as read } from './read';
import { filterOf, type Grant } from './shared/access';
import { type Filter } from './shared/filter';
import { accessDemands, mentioned, refuseDemand } from './shared/guarded-mutation';
import { type PageRead } from './shared/page-request';
import { runtime, type Context } from './shared/runtime';
import { stashOf, type Stash } from './shared/stash';

export { response } from './read';

declare const config: Configurations['guarded-read'];

/** Reads of a page what the caller may read, whichever field asks for it. */
export function request(ctx: Context) {
  const stash = stashOf(ctx);
  if (stash.read && !stash.read.isRecord) {
    stash.read = visible(ctx, stash, stash.read);
    if (!stash.read) {
      runtime.earlyReturn({ items: [] }, { skipTo: stash.stepsAfter ? 'NEXT' : 'END' });
    }
  }
  return read(ctx);
}

/** A read with what rules ask for: of the key where that says it, as a filter where DynamoDB takes one, else to check. Null where nothing can be meant. */
function visible(ctx: Context, stash: Stash, asked: PageRead): PageRead | null {
  const demands = accessDemands(ctx, config.access, config.fields, shown(asked));
  demands.filter((demand) => demand.grants?.length === 0).forEach((demand) => refuseDemand(demand));
  const open = demands.map((demand) => demand.grants && undecided(demand.grants, asked)).filter((grants) => grants) as Grant[][];
  const checks = open.filter((grants) => grants.some(({ field }) => asked.key && asked.keyAttributes?.includes(field)));
  const filters: Filter[] = open.filter((grants) => !checks.includes(grants)).map((grants) => filterOf(grants));
  stash.checks = checks.length > 0 ? checks : undefined;
  if (open.some((grants) => grants.length === 0)) {
    return null;
  }
  return filters.length > 0 ? { ...asked, filter: { and: [asked.filter ?? {}, ...filters] } } : asked;
}

/** The fields of which what is read tells something: by a filter, or by its order. */
function shown({ filter, keyAttributes }: PageRead): string[] {
  return [...mentioned(filter, config.fields), ...(keyAttributes ?? []).flatMap((attribute) => attribute.split('#'))];
}

/** What is left to ask once the key is known; null for nothing. */
function undecided(grants: readonly Grant[], { key }: PageRead): Grant[] | null {
  const known = (field: string) => (key ?? []).find(([attribute, operator]) => attribute === field && operator === 'eq');
  if (grants.some(({ field, values }) => values.includes(known(field)?.[2]))) {
    return null;
  }
  return grants.filter(({ field }) => !known(field));
}

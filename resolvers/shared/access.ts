import { type AccessConfiguration, type CallerKind, type CallerRule } from '../../lib/plan/configuration';
import { type Filter } from './filter';
import { type Item } from './related-records';
import { util, type Context } from './runtime';

/** Records that a caller may do something with: those that have one of the values in a field. */
export interface Grant {
  readonly field: string;
  readonly isList?: boolean;
  readonly values: readonly string[];
}

/** Which records the caller may do something with: null for all, none where the list is empty. */
export function grantsOf(ctx: Context, access: AccessConfiguration): Grant[] | null {
  const grants: Grant[] = [];
  for (const { groups, field, isList, isOwner, claim } of rulesOf(ctx, access)) {
    const values = isOwner ? namesOf(ctx, claim) : groupsOf(ctx, claim);
    if (!field && (!groups || groups.some((group) => values.includes(group)))) {
      return null;
    }
    if (field && values.length > 0) {
      grants.push({ field, isList, values });
    }
  }
  return grants;
}

/** The same, and refuses a caller who may do it with none. */
export function authorize(ctx: Context, access: AccessConfiguration): Grant[] | null {
  const grants = grantsOf(ctx, access);
  if (grants?.length === 0) {
    util.unauthorized();
  }
  return grants;
}

/** The rules that are about callers who were let in as this one; one that asks for nothing where all of them may. */
export function rulesOf(ctx: Context, access: AccessConfiguration): readonly CallerRule[] {
  // Of IAM's callers only those of an identity pool have rules, which say whether they have signed in.
  const kind: CallerKind = (ctx.identity as Item | null)?.cognitoIdentityAuthType ?? util.authType();
  const rules = access[kind] ?? [];
  return rules === true ? [{}] : rules;
}

/** The claims that say who a caller is where a rule names none: together they are the form in which Amplify stores it. */
const NAMES = 'sub::username';

/** Stands between several claims. */
const SEPARATOR = '::';

/** What a `sub` looks like. */
const ID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * What the caller is called by in a field that names owners: all claims of a rule joined, which is the form that is written, then each.
 *
 * A user pool's names are whatever users choose: one that looks like another user's whole form, or like the id of one, is not taken.
 */
export function namesOf(ctx: Context, claim: string | undefined): string[] {
  const identity = ctx.identity as Item;
  const names = textsOf((claim ?? NAMES).split(SEPARATOR).map((name) => identity[name] ?? (claim ? identity.claims?.[name] : null)));
  return names.length > 1 ? [names.join(SEPARATOR), ...names.filter((name) => name === names[0] || !looksLikeAnother(name))] : names;
}

/** Whether a user name could spell somebody else. */
function looksLikeAnother(name: string): boolean {
  return name.includes(SEPARATOR) || util.matches(ID, name);
}

/**
 * What is told of a name that is stored: the user's without the id before it. It is told whole where the user's alone could spell
 * somebody else, who would hear of the record then: subscribers get what matches what is told.
 */
export function toldName(owner: string | null): string | null {
  const start = (owner ?? '').indexOf(SEPARATOR);
  if (!owner || start < 0) {
    return owner;
  }
  const name = owner.slice(start + SEPARATOR.length);
  return looksLikeAnother(name) && name !== owner.slice(0, start) ? owner : name;
}

/** The groups that the caller is in; a claim that is text names one, or has a list as JSON. */
function groupsOf(ctx: Context, claim: string | undefined): string[] {
  const { claims } = (ctx.identity ?? {}) as Item;
  const value = claims?.[claim ?? 'cognito:groups'];
  const list = textsOf([value])[0]?.startsWith('[') ? JSON.parse(value) : value;
  return textsOf(Array.isArray(list) ? list : [list]);
}

/** What of some values is text, and says something. */
function textsOf(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string' && value !== '') as string[];
}

/** Whether a record is one of those that the caller may do something with. */
export function isGranted(grants: readonly Grant[] | null, record: Item): boolean {
  return !grants || grants.some(({ field, isList, values }) => {
    const value = record[field];
    // An own table may have something else there, which names nobody.
    return isList ? Array.isArray(value) && value.some((one: unknown) => values.includes(one as string)) : values.includes(value);
  });
}

/** A record, if there is any; refuses a caller whose it is not. */
export function checked(ctx: Context, access: AccessConfiguration, record: Item | null): Item | null {
  if (record && !isGranted(authorize(ctx, access), record)) {
    util.unauthorized();
  }
  return record;
}

/** The filter that those records meet. */
export function filterOf(grants: readonly Grant[]): Filter {
  return { or: grants.flatMap(({ field, isList, values }) => values.map((value) => ({ [field]: isList ? { contains: value } : { eq: value } }))) };
}

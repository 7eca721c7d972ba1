import { type AccessOperation, type AuthorizationMode, type AuthorizationRule } from '../model';
import { type AccessConfiguration, type CallerKind, type CallerRule } from './configuration';

/** The kinds of callers that come in by each mode. */
const kindsByMode: Readonly<Record<AuthorizationMode, readonly CallerKind[]>> = {
  apiKey: ['API Key Authorization'],
  userPool: ['User Pool Authorization'],
  openIdConnect: ['Open ID Connect Authorization'],
  lambda: ['Lambda Authorization'],
  iam: ['IAM Authorization', 'authenticated', 'unauthenticated'],
};

/** Whoever comes in by some modes. */
export function kindsOf(modes: readonly AuthorizationMode[]): CallerKind[] {
  return modes.flatMap((mode) => kindsByMode[mode]);
}

/** Rules about one operation. */
export function rulesAbout(rules: readonly AuthorizationRule[], operation: AccessOperation): readonly AuthorizationRule[] {
  return rules.filter(({ operations }) => operations.includes(operation));
}

/**
 * Who may do what rules are about. Principals of IAM may where a policy of theirs says so, which AppSync sees to; guests and users of an
 * identity pool come in by a policy too, one for all of them, so that they need a rule beside.
 *
 * @param keepsOwners whether rules of owners stay there beside one that lets in everyone: a create has to know whom to write down
 */
export function accessOf(rules: readonly AuthorizationRule[], modes: readonly AuthorizationMode[], { keepsOwners = false } = {}): AccessConfiguration {
  const entries = kindsOf(modes).flatMap((kind): [CallerKind, true | CallerRule[]][] => {
    if (kind === 'IAM Authorization') return [[kind, true]];
    const own = rules.filter((rule) => kindOf(rule) === kind);
    if (own.length === 0) return [];
    const isForAll = own.some(({ groups, field }) => !groups && !field);
    const owners = own.filter(({ allow }) => allow === 'owner');
    if (!isForAll) return [[kind, own.map(callerRule)]];
    return [[kind, keepsOwners && owners.length > 0 ? [{}, ...owners.map(callerRule)] : true]];
  });
  return Object.fromEntries(entries);
}

/**
 * Whether all of some callers may do it. Where the rules let in nobody, no directive keeps out those who come in by the API's default mode:
 * it is not open then.
 */
export function isOpen(access: AccessConfiguration, kinds: readonly CallerKind[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => access[kind] === true);
}

/** The rules for those who come in so; one that asks for nothing where all of them may. */
export function rulesFor(access: AccessConfiguration, kind: CallerKind): readonly CallerRule[] {
  const rules = access[kind] ?? [];
  return rules === true ? [{}] : rules;
}

function kindOf({ mode, allow }: AuthorizationRule): CallerKind {
  if (mode === 'iam') return allow === 'public' ? 'unauthenticated' : 'authenticated';
  return kindsByMode[mode][0]!;
}

function callerRule({ allow, groups, field, claim }: AuthorizationRule): CallerRule {
  return {
    ...(groups && { groups }),
    ...(field && { field: field.name }),
    ...(field?.list && { isList: true as const }),
    ...(allow === 'owner' && { isOwner: true as const }),
    ...(claim !== undefined && { claim }),
  };
}

import { operations, type DataModel, type Operation } from '../model';
import { accessOf, rulesAbout, rulesFor } from './callers';
import { type AccessConfiguration, type Audience, type CallerKind, type CallerRule } from './configuration';

/** The claim that has groups where no rule says otherwise. */
const GROUP_CLAIM = 'cognito:groups';

/**
 * Those who may hear of each mutation, by its name: whoever may subscribe to it, by the operations of its model or by other ones.
 * Principals of IAM are none of them: what they may read is up to their policies.
 */
export function audiencesOf({ models, customOperations, authorizationModes: modes }: DataModel): ReadonlyMap<string, Audience> {
  const audiences = new Map<string, Audience>();
  const add = (mutation: string, access: AccessConfiguration): void => {
    audiences.set(mutation, [...new Set([...audiences.get(mutation) ?? [], ...audienceOf(access)])]);
  };
  for (const model of models) {
    for (const operation of model.availableOperations) {
      const { publishedBy }: Operation = operations[operation];
      if (publishedBy) add(model.operations[publishedBy], accessOf(rulesAbout(model.authorization, 'listen'), modes));
    }
  }
  for (const { publishedBy, authorization } of customOperations) publishedBy.forEach((mutation) => add(mutation, accessOf(authorization, modes)));
  return audiences;
}

/** Those of an audience that something with such rules has to be kept from. */
export function keptFrom(accesses: readonly AccessConfiguration[], audience: Audience): Audience {
  return audience.filter((one) => !accesses.every((access) => lets(access, one)));
}

function audienceOf(access: AccessConfiguration): Audience {
  return (Object.keys(access) as CallerKind[]).filter((kind) => kind !== 'IAM Authorization').flatMap((kind) => rulesFor(access, kind).flatMap((rule) => membersOf(kind, rule)));
}

/** Whom a rule lets in: of one about records anyone who comes in so, as whoever it is may hear of records of theirs. */
function membersOf(kind: CallerKind, { groups, claim = GROUP_CLAIM }: CallerRule): string[] {
  return groups ? groups.map((group) => `${kind}/${claim}/${group}`) : [kind];
}

/** Whether all those are let in whom a part of an audience stands for, whichever records it is about. */
function lets(access: AccessConfiguration, one: string): boolean {
  const [kind] = one.split('/') as [CallerKind];
  return rulesFor(access, kind).some((rule) => !rule.field && (!rule.groups || membersOf(kind, rule).includes(one)));
}

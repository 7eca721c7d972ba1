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
  const add = (mutation: string, access: AccessConfiguration, model?: string): void => {
    audiences.set(mutation, [...new Set([...audiences.get(mutation) ?? [], ...audienceOf(access, model)])]);
  };
  for (const model of models) {
    for (const operation of model.availableOperations) {
      const { publishedBy }: Operation = operations[operation];
      if (publishedBy) add(model.operations[publishedBy], accessOf(rulesAbout(model.authorization, 'listen'), modes), model.name);
    }
  }
  for (const { publishedBy, authorization } of customOperations) publishedBy.forEach((mutation) => add(mutation, accessOf(authorization, modes)));
  return audiences;
}

/** What somebody has to be let in by who is shown something. */
export interface Showing {
  readonly access: AccessConfiguration;
  /** The model whose record decides, where that is what is heard of; absent where it is one that it leads to. */
  readonly about?: string;
}

/** Those of an audience that something has to be kept from. */
export function keptFrom(showings: readonly Showing[], audience: Audience): Audience {
  return audience.filter((one) => !showings.every((showing) => lets(showing, one)));
}

/** What those who hear of records of theirs are where one leads on to another: anyone who comes in so. The resolvers do the same. */
export function beyond(one: string): string {
  return recordsOf(one)?.kind ?? one;
}

/** Of those who hear of records of theirs: how they come in, and of which model's; nothing for others. */
export function recordsOf(one: string): { readonly kind: string; readonly model: string } | undefined {
  const [form, kind, model] = one.split('|');
  return form === 'own' && kind !== undefined && model !== undefined ? { kind, model } : undefined;
}

function audienceOf(access: AccessConfiguration, model?: string): Audience {
  return (Object.keys(access) as CallerKind[]).filter((kind) => kind !== 'IAM Authorization').flatMap((kind) => rulesFor(access, kind).flatMap((rule) => membersOf(kind, rule, model)));
}

/** Whom a rule lets in: of one about records of a model those whom they name, as they hear of none but theirs. */
function membersOf(kind: CallerKind, { groups, field, isOwner, claim }: CallerRule, model?: string): string[] {
  if (field !== undefined && model !== undefined) return [['own', kind, model, field, isOwner ? 'owner' : 'group', claim ?? ''].join('|')];
  return groups ? groups.map((group) => `${kind}/${claim ?? GROUP_CLAIM}/${group}`) : [kind];
}

/** Whether all those are let in whom a part of an audience stands for: by a rule about records only those whom it names, and to what they hear of. */
function lets({ access, about }: Showing, one: string): boolean {
  const [kind] = beyond(one).split('/') as [CallerKind];
  return rulesFor(access, kind).some((rule) => {
    if (!rule.groups && !rule.field) return true;
    return (rule.groups !== undefined || about !== undefined) && membersOf(kind, rule, about).includes(one);
  });
}

import { type Audience, type GuardedFieldConfiguration } from '../../lib/plan/configuration';
import { authorize, isGranted } from './access';
import { AUDIENCE, type Item } from './related-records';
import { runtime, util, type Context } from './runtime';

/** Whether the field is part of a mutation's result, which somebody may hear of who may not read it. */
export function isHidden(ctx: Context, guard: GuardedFieldConfiguration): boolean {
  const audience: Audience = (ctx.source as Item)[AUDIENCE] ?? [];
  return audience.some((one) => (guard.hides ?? []).includes(one));
}

/** Refuses a caller whom the field's own rules do not let at it. */
export function checkField(ctx: Context, guard: GuardedFieldConfiguration): void {
  if (guard.own && !isGranted(authorize(ctx, guard.own), ctx.source as Item)) {
    util.unauthorized();
  }
}

/** Goes into a relationship, where its rules let the caller, and leads nowhere where somebody would hear of more than they may. */
export function enterField(ctx: Context, guard: GuardedFieldConfiguration): void {
  if (isHidden(ctx, guard)) {
    runtime.earlyReturn({});
  }
  checkField(ctx, guard);
}

/** A record, or a list of them, that is part of what some may hear of. */
export function heardBy(audience: Audience | undefined, result: Item | null): Item | null {
  if (!audience || !result) {
    return result;
  }
  return Array.isArray(result) ? result.map((record) => record && { ...record, [AUDIENCE]: audience }) : { ...result, [AUDIENCE]: audience };
}

/** Those who hear of what the field leads to: whom the record names, a further one need not. */
export function audienceOf(ctx: Context): Audience | undefined {
  const audience: Audience | undefined = (ctx.source as Item)[AUDIENCE];
  return audience?.map((one) => {
    const [form, kind] = one.split('|');
    return form === 'own' && kind ? kind : one;
  });
}

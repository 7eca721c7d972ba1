import { type AccessConfiguration, type FieldAccess, type GuardedMutationConfiguration } from '../../lib/plan/configuration';
import { authorize, filterOf, grantsOf, isGranted, type Grant } from './access';
import { refuse } from './errors';
import { sizeOf } from './expression';
import { isMentioned, type Filter } from './filter';
import { type Item } from './related-records';
import { util, type Context } from './runtime';

/** What a record has to be, one of the grants, for something to go on; any where there are none. */
export interface Demand {
  readonly grants: readonly Grant[] | null;
  /** The field that asks for it; absent where the record itself does. */
  readonly named?: string;
}

/**
 * What the stored record has to be for a change: one that the caller may change, and still may after it, with fields that they may
 * write, and, where there is a condition, that they may read.
 */
export function demandsOf(ctx: Context, config: GuardedMutationConfiguration, changes: Item): Demand[] {
  const { condition } = ctx.args;
  const reading = config.reading;
  const demands = accessDemands(ctx, config.access, config.fields, (field) => changes[field] !== undefined).map((demand): Demand => {
    const kept = demand.grants && demand.grants.filter((grant) => changes[grant.field] === undefined || isGranted([grant], changes));
    return { ...demand, grants: kept };
  });
  if (reading && condition && sizeOf(condition) > 0) {
    demands.push(...accessDemands(ctx, reading.access, reading.fields, (field) => isMentioned(condition, field)));
  }
  demands.filter((demand) => demand.grants?.length === 0).forEach((demand) => refuseDemand(demand));
  return demands.filter((demand) => demand.grants);
}

/** What a record and those of its fields ask for that have rules of their own. */
export function accessDemands(ctx: Context, access: AccessConfiguration, fields: FieldAccess | undefined, isNamed: (field: string) => boolean): Demand[] {
  return [{ grants: authorize(ctx, access) }, ...Object.keys(fields ?? {}).filter((field) => isNamed(field)).map((named) => ({ named, grants: grantsOf(ctx, fields![named]!) }))];
}

/** A client's condition with what the stored record has to be. */
export function conditionWith(condition: Filter | null | undefined, demands: readonly Demand[]): Filter {
  return { and: [condition ?? {}, ...demands.map((demand) => filterOf(demand.grants ?? []))] };
}

/** Passes an error on, told as one of authorization where the record is none that the caller may change, or is not there at all. */
export function failOnRefusal(ctx: Context, demands: readonly Demand[]): void {
  const { error, result } = ctx;
  if (!result || error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    demands.filter((demand) => !result || !isGranted(demand.grants, result)).forEach((demand) => refuseDemand(demand));
  }
  // Without data: that is the record, with all its fields.
  if (error) {
    util.error(error.message, error.type);
  }
}

export function refuseDemand(demand: Demand): void {
  if (demand.named) {
    refuse(`Not Authorized to access ${demand.named}`, 'Unauthorized');
  }
  util.unauthorized();
}

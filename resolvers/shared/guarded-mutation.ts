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
  /** The field that asks for it; empty where the record itself does. */
  readonly named: string;
}

/**
 * What the stored record has to be for a change: one that the caller may change, and still may after it, with fields that they may
 * write, and, where there is a condition, that they may read.
 */
export function demandsOf(ctx: Context, config: GuardedMutationConfiguration, changes: Item): Demand[] {
  const { condition } = ctx.args;
  const reading = config.reading;
  const demands = accessDemands(ctx, config.access, config.fields, Object.keys(changes)).map((demand): Demand => {
    const kept = demand.grants && demand.grants.filter((grant) => changes[grant.field] === undefined || isGranted([grant], changes));
    return { ...demand, grants: kept };
  });
  if (reading && condition && sizeOf(condition) > 0) {
    demands.push(...accessDemands(ctx, reading.access, reading.fields, mentioned(condition, reading.fields)));
  }
  demands.filter((demand) => demand.grants?.length === 0).forEach((demand) => refuseDemand(demand));
  return demands.filter((demand) => demand.grants);
}

/**
 * What a record asks for, and those of its fields that have rules of their own.
 *
 * @param names the fields that the request is about
 */
export function accessDemands(ctx: Context, access: AccessConfiguration, fields: FieldAccess | undefined, names: readonly string[]): Demand[] {
  return [{ named: '', grants: authorize(ctx, access) }, ...names.filter((name) => Object.keys(fields ?? {}).includes(name)).map((named) => ({ named, grants: grantsOf(ctx, fields![named]!) }))];
}

/** Those fields with rules of their own that a filter has conditions on. */
export function mentioned(filter: Filter | null | undefined, fields: FieldAccess | undefined): string[] {
  return Object.keys(fields ?? {}).filter((field) => isMentioned(filter, field));
}

/** A client's condition with what the stored record has to be. */
export function conditionWith(condition: Filter | null | undefined, demands: readonly Demand[]): Filter {
  return { and: [condition ?? {}, ...demands.map((demand) => filterOf(demand.grants ?? []))] };
}

/** Passes an error on, told as one of authorization where the record is none that the caller may change, or is not there at all. */
export function failOnRefusal(ctx: Context, config: GuardedMutationConfiguration, changes: Item): void {
  const { error, result } = ctx;
  if (!result || error?.type === 'DynamoDB:ConditionalCheckFailedException') {
    demandsOf(ctx, config, changes).filter((demand) => !result || !isGranted(demand.grants, result)).forEach((demand) => refuseDemand(demand));
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

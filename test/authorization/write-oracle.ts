import { type Caller } from './callers';
import { holds, passes, reach, type Plain, type Reach, type RecordTest } from './oracle';
import { type PlainRule } from './rules';

/** What becomes of a mutation, and of the record: as it is stored afterwards, undefined for none. */
export interface Outcome {
  /** `refused` where the caller is not to know which of the two it was. */
  readonly status: 'done' | 'Unauthorized' | 'condition failed' | 'refused';
  readonly stored: Plain | undefined;
}

/** A condition of the client: that the label is as it says. Empty for one that asks for nothing. */
export type PlainCondition = { readonly label?: string } | undefined;

/** The new record is written if it is the caller's; where nothing is said of its owner it is the caller's. */
export function created(rules: readonly PlainRule[], caller: Caller, input: Plain): Outcome {
  const reached = reach(rules, caller, 'create');
  if (reached === 'none') return { status: 'Unauthorized', stored: undefined };
  const owners = ownerTests(rules, caller).filter(({ field }) => isAbsent(input[field]));
  const stored = { ...input, ...Object.fromEntries(owners.map(({ field, isList, names }) => [field, isList ? [names[0]] : names[0]])) };
  return holds(reached, stored) ? { status: 'done', stored } : { status: 'Unauthorized', stored: undefined };
}

/** The stored record has to be the caller's, and to be so still afterwards by a rule by which it was. */
export function updated(rules: readonly PlainRule[], caller: Caller, stored: Plain | undefined, changes: Plain, condition?: PlainCondition): Outcome {
  const reached = reach(rules, caller, 'update');
  const kept = typeof reached === 'string' ? reached : reached.filter((test) => !(test.field in changes) || passes(test, changes[test.field]));
  return changed(rules, caller, kept.length === 0 ? 'none' : kept, stored, { ...stored, ...changes }, condition);
}

export function deleted(rules: readonly PlainRule[], caller: Caller, stored: Plain | undefined, condition?: PlainCondition): Outcome {
  return changed(rules, caller, reach(rules, caller, 'delete'), stored, undefined, condition);
}

/** A condition tells of the stored record, so that it needs the right to read it. */
function changed(rules: readonly PlainRule[], caller: Caller, reached: Reach, stored: Plain | undefined, next: Plain | undefined, condition: PlainCondition): Outcome {
  const reading = condition?.label === undefined ? 'every' : reach(rules, caller, 'get');
  const unchanged = (status: Outcome['status']): Outcome => ({ status, stored });
  if (reached === 'none' || reading === 'none') return unchanged('Unauthorized');
  if (!stored) return unchanged(reached !== 'every' ? 'Unauthorized' : reading !== 'every' ? 'refused' : 'condition failed');
  if (!holds(reached, stored)) return unchanged('Unauthorized');
  if (!holds(reading, stored)) return unchanged('refused');
  return condition?.label === undefined || condition.label === stored.label ? { status: 'done', stored: next } : unchanged('condition failed');
}

/** Rules of owners for a create by which the caller comes in, also where another one lets in without them. */
function ownerTests(rules: readonly PlainRule[], caller: Caller): readonly RecordTest[] {
  const reached = rules.map((rule) => reach([rule], caller, 'create')).filter((one): one is readonly RecordTest[] => typeof one !== 'string');
  return caller.mode === 'iam' ? [] : reached.flat().filter(({ isOwner }) => isOwner);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

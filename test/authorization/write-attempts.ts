import { type Caller } from './callers';
import { combinations, type Case } from './matrix-schema';
import { type Plain } from './oracle';
import { created, deleted, updated, type Outcome, type PlainCondition } from './write-oracle';

/** A mutation under a name of its own, the record that is there before, and what has to come of it. */
export interface Attempt {
  readonly name: string;
  readonly field: string;
  readonly before: Plain | undefined;
  readonly id: string;
  readonly outcome: Outcome;
}

const conditions: readonly PlainCondition[] = [{ label: 'old' }, { label: 'another' }, {}];

/** Everything that writes records of a case, each to a record of its own. */
export function attempts(one: Case, caller: Caller, prefix: string): readonly Attempt[] {
  const numbered = [...creates(one, caller), ...updates(one, caller), ...deletes(one, caller)];
  return numbered.map((attempt, number) => attempt(`${prefix}-${number}`));
}

type Unnamed = (id: string) => Attempt;

function creates({ rules, model, fields }: Case, caller: Caller): Unnamed[] {
  const declared = fields.filter(({ isDeclared }) => isDeclared);
  const inputs = [...(declared.length > 0 ? combinations(declared) : [{}]), ...declared.map(({ name }) => ({ [name]: null }))];
  return inputs.map((naming) => (id) => {
    const input = { id, label: 'old', kind: 'k', ...naming };
    return { name: 'create', field: `create${model}(input: ${literal(input)}) { id label }`, id, before: undefined, outcome: created(rules, caller, input) };
  });
}

function updates({ rules, model, fields, records }: Case, caller: Caller): Unnamed[] {
  const attempt = (record: Plain | undefined, changes: Plain, condition?: PlainCondition): Unnamed => (id) => {
    const before = record && { ...record, id };
    return { name: 'update', field: `update${model}(input: ${literal({ id, ...changes })}${argument(condition)}) { id label }`, id, before, outcome: updated(rules, caller, before, changes, condition) };
  };
  const namings = fields.filter(({ isDeclared }) => isDeclared).flatMap(({ name, values }) => [values[0], values.at(-2), null].map((value) => ({ [name]: value })));
  return [
    ...records.flatMap((record) => [{ label: 'new' }, ...namings].map((changes) => attempt(record, changes))),
    ...ends(records).flatMap((record) => conditions.map((condition) => attempt(record, { label: 'new' }, condition))),
    attempt(undefined, { label: 'new' }),
    attempt(undefined, { label: 'new' }, conditions[0]),
  ];
}

function deletes({ rules, model, records }: Case, caller: Caller): Unnamed[] {
  const attempt = (record: Plain | undefined, condition?: PlainCondition): Unnamed => (id) => {
    const before = record && { ...record, id };
    return { name: 'delete', field: `delete${model}(input: ${literal({ id })}${argument(condition)}) { id label }`, id, before, outcome: deleted(rules, caller, before, condition) };
  };
  return [
    ...records.map((record) => attempt(record)),
    ...ends(records).flatMap((record) => conditions.slice(0, 2).map((condition) => attempt(record, condition))),
    attempt(undefined),
    attempt(undefined, conditions[1]),
  ];
}

function ends<Item>(items: readonly Item[]): readonly Item[] {
  return [items[0]!, items.at(-1)!];
}

function argument(condition: PlainCondition): string {
  if (!condition) return '';
  return `, condition: ${condition.label === undefined ? '{}' : `{ label: { eq: "${condition.label}" } }`}`;
}

/** An input as it stands in a document. */
export function literal(input: Plain): string {
  return `{ ${Object.entries(input).filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} }`;
}

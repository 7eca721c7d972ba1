import { type Answer } from './served';
import { readOne, readSome, type Plain, type Reach } from './oracle';

/** Where in an answer something is; a record of a list goes by its id. */
export type Path = readonly string[];

/** A field that is asked for under a name of its own, with what has to come of it. */
export interface Probe {
  readonly name: string;
  /** The field with its arguments and its selection. */
  readonly field: string;
  readonly value: unknown;
  /** Where it is refused, from the field on. */
  readonly refused: readonly Path[];
}

/** What a place has for someone: without the field's name. */
export type Expected = Pick<Probe, 'value' | 'refused'>;

const refusal: Expected = { value: null, refused: [[]] };

/** A field with one record, and what is selected of it if it is given. */
export function one(name: string, field: string, reached: Reach, record: Plain | undefined, within: readonly Probe[] = []): Probe {
  const read = readOne(reached, record);
  const expected: Expected = read === 'record' ? selected(record!, within) : read === 'null' ? { value: null, refused: [] } : refusal;
  return { name, field: `${field} { ${selectionOf(within)} }`, ...expected };
}

/** A field with a page of records, and what is selected of each that is given. */
export function some(name: string, field: string, reached: Reach, records: readonly Plain[], within: (record: Plain) => readonly Probe[] = () => [], selection = selectionOf(records[0] ? within(records[0]) : [])): Probe {
  const read = readSome(reached, records);
  const text = `${field} { items { ${selection} } }`;
  if (read === 'Unauthorized') return { name, field: text, ...refusal };
  const items = read.map((record) => [record.id as string, selected(record, within(record))] as const).sort(([first], [second]) => (first < second ? -1 : 1));
  return { name, field: text, value: { items: items.map(([, { value }]) => value) }, refused: items.flatMap(([id, { refused }]) => refused.map((path) => ['items', id, ...path])) };
}

function selected({ id }: Plain, within: readonly Probe[]): Expected {
  return { value: { id, ...Object.fromEntries(within.map(({ name, value }) => [name, value])) }, refused: within.flatMap(({ name, refused }) => refused.map((path) => [name, ...path])) };
}

function selectionOf(within: readonly Probe[]): string {
  return ['id', ...within.map(({ name, field }) => `${name}: ${field}`)].join(' ');
}

/** A document that asks for all of some probes. */
export function documentOf(probes: readonly Probe[], root: 'query' | 'mutation' = 'query'): string {
  return `${root} { ${probes.map(({ name, field }) => `${name}: ${field}`).join('\n')} }`;
}

/** What comes of each probe, with lists in the order of ids. An error that is no refusal stands with what it says. */
export function told({ data, errors = [] }: Answer): Record<string, Expected> {
  const paths = errors.map(({ path, errorType, message }) => [...named(path ?? [], data), ...(errorType === 'Unauthorized' ? [] : [`${errorType}: ${message}`])]);
  return Object.fromEntries(Object.entries(data ?? {}).map(([name, value]) => [name, { value: inOrder(value), refused: sorted(paths.filter(([first]) => first === name).map(([, ...path]) => path)) }]));
}

/** The same of what has to come. */
export function expectedOf(probes: readonly Probe[]): Record<string, Expected> {
  return Object.fromEntries(probes.map(({ name, value, refused }) => [name, { value, refused: sorted(refused) }]));
}

function sorted(paths: readonly Path[]): readonly Path[] {
  return [...paths].sort((one, other) => (one.join() < other.join() ? -1 : 1));
}

function named(path: readonly (string | number)[], data: unknown): string[] {
  let place = data as Record<string | number, unknown> | null | undefined;
  return path.map((step) => {
    place = place?.[step] as typeof place;
    return typeof step === 'number' ? String(place?.id) : step;
  });
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => inOrder(one)).sort((one, other) => (String((one as Plain).id) < String((other as Plain).id) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOrder(member)]));
}

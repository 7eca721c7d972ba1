import fc from 'fast-check';
import { relatedConditions } from './read-filter-arbitraries';
import { models, valuesOf, type ModelName, type PlainRelationship } from './read-model';

/** How a field stands in a selection. */
type Place = 'plain' | 'twice' | 'in a fragment' | 'in a typed fragment' | 'in a named fragment';

/** A field of a selection. */
export interface Selected {
  /** The name that the answer has for it: its alias, if it has one. */
  readonly key: string;
  readonly name: string;
  readonly args: string;
  readonly directive: string;
  readonly place: Place;
  readonly below?: SelectionOf;
}

/** What is selected of a type. */
export interface SelectionOf {
  readonly type: string;
  readonly fields: readonly Selected[];
}

/** Variables of these names are true and false in every document that has them. */
export const flags = { yes: true, no: false };

const places: fc.Arbitrary<Place> = fc.oneof({ weight: 5, arbitrary: fc.constant<Place>('plain') },
  { weight: 4, arbitrary: fc.constantFrom<Place>('twice', 'in a fragment', 'in a typed fragment', 'in a named fragment') });

const directives = fc.oneof({ weight: 6, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constantFrom('@include(if: $yes)', '@skip(if: $no)') }, { weight: 1, arbitrary: fc.constantFrom('@include(if: $no)', '@skip(if: $yes)') });

const plain = { args: '', directive: '', place: 'plain' } as const;

/** A field by its name or an alias; some aliases are other fields' names. */
function selected(name: string, aliases: readonly string[], args: fc.Arbitrary<string>, below?: fc.Arbitrary<SelectionOf>): fc.Arbitrary<Selected> {
  return fc.record({
    key: fc.oneof({ weight: 4, arbitrary: fc.constant(name) }, { weight: 2, arbitrary: fc.constantFrom(...aliases) }),
    name: fc.constant(name), args, directive: directives, place: places, ...(below && { below }),
  });
}

const memory = new Map<string, fc.Arbitrary<SelectionOf>>();

/** Fields of a model, and relationships as deep as is said. */
export function selectionOf(name: ModelName, depth: number): fc.Arbitrary<SelectionOf> {
  const key = `${name} ${depth}`;
  return memory.get(key) ?? memory.set(key, makeSelection(name, depth)).get(key)!;
}

function makeSelection(name: ModelName, depth: number): fc.Arbitrary<SelectionOf> {
  const { relationships } = models[name];
  const leaves = [...Object.keys(valuesOf(name)), '__typename'];
  const aliases = ['one', 'other', ...leaves.slice(0, -1), ...Object.keys(relationships)];
  const leaf = fc.constantFrom(...leaves).chain((field) => selected(field, aliases, fc.constant('')));
  const related = fc.constantFrom(...Object.keys(relationships)).chain((field) => {
    const relationship = relationships[field]!;
    if (leadsToPages(relationship)) return selected(field, aliases, firstPages(relationship), connectionOf(relationship.to, depth - 1));
    const identifier = fc.constant({ type: relationship.to, fields: models[relationship.to].identifier.map((id): Selected => ({ ...plain, key: id, name: id })) });
    const below = fc.oneof({ weight: 1, arbitrary: identifier }, { weight: 3, arbitrary: selectionOf(relationship.to, depth - 1) });
    return selected(field, aliases, fc.constant(''), below);
  });
  const field = depth > 0 ? fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 3, arbitrary: related }) : leaf;
  return fc.record({ type: fc.constant(name), fields: fc.uniqueArray(field, { minLength: 1, maxLength: 4, selector: ({ key }) => key }) });
}

export const leadsToPages = ({ kind }: PlainRelationship): boolean => kind === 'hasMany' || kind === 'manyToMany';

/** Arguments that a relationship takes beside those of the page. */
export function relatedArguments(relationship: PlainRelationship): fc.Arbitrary<Record<string, string>> {
  const conditions = relationship.kind === 'manyToMany' ? fc.constant({ filter: null, argument: null }) : relatedConditions(relationship);
  return fc.record({ conditions, sortDirection: fc.constantFrom(null, 'ASC', 'DESC') }).map(({ conditions: { filter, argument }, sortDirection }) => ({
    ...(filter && { filter: literal(filter) }), ...(argument && { [relationship.sortedBy!]: literal(argument) }), ...(sortDirection && relationship.sortedBy && { sortDirection }),
  }));
}

/** Arguments of a first page: what is in it is known where there is an order and no filter, else it has to be all. */
function firstPages(relationship: PlainRelationship): fc.Arbitrary<string> {
  const { sortedBy, pageSize } = relationship;
  return relatedArguments(relationship).chain((args) => {
    const isKnown = sortedBy !== undefined && !args.filter;
    return fc.constantFrom(...(isKnown || pageSize === undefined ? [null] : []), ...(isKnown ? [1, 2, 3] : []), 1000).map((limit) => argumentsOf({ ...args, ...(limit && { limit: String(limit) }) }));
  });
}

/** A value as a document has it. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value).map(([name, member]) => `${name}: ${literal(member)}`).join(', ')} }`;
}

export function argumentsOf(args: Readonly<Record<string, string>>): string {
  const given = Object.entries(args).map(([name, value]) => `${name}: ${value}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** What `items` and `nextToken` may be called: also by each other's name. */
const connectionKeys = [{ items: 'items', token: 'nextToken' }, { items: 'items', token: 'nextToken' }, { items: 'rows', token: 'more' }, { items: 'nextToken', token: 'items' }];

/** A list and its token, sometimes with a second selection of the items. */
export function connectionOf(name: ModelName, depth: number): fc.Arbitrary<SelectionOf> {
  const items = fc.record({ directive: directives, place: places, below: selectionOf(name, depth) });
  return fc.record({ keys: fc.constantFrom(...connectionKeys), items, token: places, others: fc.option(items, { freq: 3 }), typename: fc.boolean() }).map(({ keys, items: first, token, others, typename }) => ({
    type: `Model${name}Connection`,
    fields: [
      { ...plain, ...first, key: keys.items, name: 'items' },
      { ...plain, place: token, key: keys.token, name: 'nextToken' },
      ...(others ? [{ ...plain, ...others, key: 'others', name: 'items' }] : []),
      ...(typename ? [{ ...plain, key: '__typename', name: '__typename' }] : []),
    ],
  }));
}

/**
 * A selection as a document has it.
 *
 * @param fragments takes the fragments that it names
 */
export function printed({ type, fields }: SelectionOf, fragments: string[]): string {
  return `{ ${fields.map((field) => placed(field, type, fragments)).join(' ')} }`;
}

function placed({ key, name, args, directive, place, below }: Selected, type: string, fragments: string[]): string {
  const start = `${key === name ? '' : `${key}: `}${name}${args}`;
  const field = (selection = below): string => `${start} ${selection ? printed(selection, fragments) : ''}`;
  switch (place) {
    case 'plain': return `${start} ${directive} ${below ? printed(below, fragments) : ''}`;
    case 'in a fragment': return `... ${directive} { ${field()} }`;
    case 'in a typed fragment': return `... on ${type} ${directive} { ${field()} }`;
    case 'in a named fragment': {
      const fragment = field();
      fragments.push(`fragment F${fragments.length} on ${type} { ${fragment} }`);
      return `...F${fragments.length - 1} ${directive}`;
    }
    // What is below it is half in the one place and half in the other.
    case 'twice': {
      const half = Math.floor((below?.fields.length ?? 0) / 2);
      const parts = below && half > 0 ? [{ ...below, fields: below.fields.slice(0, half) }, { ...below, fields: below.fields.slice(half) }] : [below];
      return parts.map((part) => `${start} ${directive} ${part ? printed(part, fragments) : ''}`).join(' ');
    }
  }
}

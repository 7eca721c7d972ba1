import { type Caller } from './callers';
import { indexed, type Case, type Stored } from './matrix-schema';
import { reach, type Plain } from './oracle';
import { one, some, type Probe } from './probe';

/** The leaves of a case's hub: one for each of its records, one that leads nowhere, and one whose record is gone. */
export function leavesOf({ position, records }: Case): readonly Stored[] {
  const references = [...records.map(({ id }) => id), undefined, 'gone'];
  return references.map((reference, number) => ({ id: `leaf-${position}-${number}`, hubId: `hub-${position}`, ...(reference && { [`ref${position}`]: reference }) }));
}

/** Everything that reads the records of a case, with what a caller has to be given. */
export function readProbes(one_: Case, caller: Caller): readonly Probe[] {
  return [...gets(one_, caller), ...lists(one_, caller), ...relationships(one_, caller)];
}

function gets({ rules, model, records }: Case, caller: Caller): readonly Probe[] {
  const reached = reach(rules, caller, 'get');
  return [...records, undefined].map((record, number) => one(`get${number}`, `get${model}(id: "${record?.id ?? 'gone'}")`, reached, record));
}

function lists(one_: Case, caller: Caller): readonly Probe[] {
  const { position, rules, model, records, fields } = one_;
  const reached = reach(rules, caller, 'list');
  const list = (name: string, filter: string, isMeant: (record: Stored) => boolean): Probe =>
    some(name, `list${model}s${filter && `(filter: ${filter})`}`, reached, records.filter(isMeant));
  const index = (name: string, field: string, value: string): Probe =>
    some(name, `list${model}By${field[0]!.toUpperCase()}${field.slice(1)}(${field}: ${JSON.stringify(value)})`, reached, records.filter((record) => record[field] === value));
  return [
    list('list', '', () => true),
    list('listByHub', `{ hubId: { eq: "hub-${position}" } }`, () => true),
    list('listByLast', `{ oneOfId: { eq: "${records.at(-1)!.oneOfId}" } }`, (record) => record === records.at(-1)),
    list('listByEither', '{ or: [{ label: { eq: "old" } }, { not: { kind: { eq: "k" } } }] }', () => true),
    index('byKind', 'kind', 'k'),
    index('byAnotherKind', 'kind', 'other'),
    ...fields.flatMap(({ name, isList, values }) => values.filter((value) => value !== undefined).map((value, number) => {
      const wanted = isList ? (value as readonly string[])[0] ?? 'x' : value as string;
      return list(`list${name}${number}`, `{ ${name}: { ${isList ? 'contains' : 'eq'}: ${JSON.stringify(wanted)} } }`, (record) => [record[name]].flat().includes(wanted));
    })),
    ...indexed(fields).flatMap((name) => (fields.find((field) => field.name === name)!.values.filter((value) => value !== undefined) as string[]).map((value, number) => index(`by${name}${number}`, name, value))),
    ...indexed(fields).flatMap((name) => {
      const query = `list${model}ByKindAnd${name[0]!.toUpperCase()}${name.slice(1)}(kind: "k"`;
      const [first] = fields.find((field) => field.name === name)!.values as string[];
      return [
        some(`inOrderOf${name}`, `${query})`, reached, records.filter((record) => record[name] !== undefined)),
        some(`from${name}`, `${query}, ${name}: { ge: ${JSON.stringify(first)} })`, reached, records.filter((record) => record[name] !== undefined && (record[name] as string) >= first!)),
        some(`only${name}`, `${query}, ${name}: { eq: ${JSON.stringify(first)} })`, reached, records.filter((record) => record[name] === first)),
      ];
    }),
  ];
}

function relationships(one_: Case, caller: Caller): readonly Probe[] {
  const { position, rules, records } = one_;
  const [getting, listing] = [reach(rules, caller, 'get'), reach(rules, caller, 'list')];
  const leaves = leavesOf(one_);
  const hub = (within: readonly Probe[]): Probe => one('hub', 'hub', 'every', { id: `hub-${position}` }, within);
  const to = (leaf: Plain, within: readonly Probe[] = []): Probe => {
    const reference = leaf[`ref${position}`];
    // A reference that names no record is nothing to whoever asks; one whose record is gone tells that to those who may read some.
    return one('to', `to${position}`, reference === undefined ? 'every' : getting, records.find(({ id }) => id === reference), within);
  };
  return [
    ...[records[0]!, records.at(-1)!].map((record, number) => one(`one${number}`, `getHub(id: "${record.oneOfId}")`, 'every', { id: record.oneOfId }, [one('found', `one${position}`, getting, record)])),
    one('noOne', `getHub(id: "hub-${position}")`, 'every', { id: `hub-${position}` }, [one('found', `one${position}`, getting, undefined)]),
    ...[leaves[0]!, ...leaves.slice(-2)].map((leaf, number) => one(`leaf${number}`, `getLeaf(id: "${leaf.id}")`, 'every', leaf, [to(leaf)])),
    one('hub', `getHub(id: "hub-${position}")`, 'every', { id: `hub-${position}` }, [
      some('many', `many${position}`, listing, records),
      some('leaves', 'leaves', 'every', leaves, (leaf) => [to(leaf)]),
      some('linked', `linked${position}`, listing, records),
      joined(one_, caller),
    ]),
    one('deep', `getLeaf(id: "${leaves[0]!.id}")`, 'every', leaves[0], [to(leaves[0]!, [hub([some('many', `many${position}`, listing, records, () => [hub([])])])])]),
    one('target', `getTarget(id: "target-${position}-0")`, 'every', { id: `target-${position}-0` }, [some('joins', `joins${position}`, listing, records.slice(0, 1))]),
  ];
}

/** Through records that are the caller's, to ones that everyone may see. */
function joined({ position, rules, records }: Case, caller: Caller): Probe {
  const { value, refused } = some('joined', '', reach(rules, caller, 'list'), records);
  const items = (value as { items: readonly Plain[] } | null)?.items.map(({ id }) => ({ id: `target-${String(id)}` })).sort((first, second) => (first.id < second.id ? -1 : 1));
  return { name: 'joined', field: `joined${position} { items { id } }`, value: items ? { items } : null, refused };
}

import { editorOn } from '../support/compile';

/** What an editor shows of a type of the documented schema with teams and members. */
function shown(type: string): string {
  const source = `import { type ClientSchema } from 'cdk-appsync-data/schema';
    import { type schemas } from '../integ/schemas/relationships';
    type Schema = ClientSchema<typeof schemas.OneToMany>;
    type Shown = ${type};`;
  return editorOn(source).shown('Shown').replace(/\s+/g, ' ');
}

test('a record is shown as its fields, with values before loaders', () => {
  expect(shown("Schema['Team']['type']")).toBe(
    'type Shown = { mantra: string; readonly id: string; readonly createdAt: string; readonly updatedAt: string; '
    + 'members: ListLoader<{ name: string; teamId?: string | null | undefined; readonly id: string; readonly createdAt: string; readonly updatedAt: string; team: RecordLoader<...>; }>; }',
  );
});

test('inputs and identifiers are shown as their fields', () => {
  expect(shown("Schema['Member']['createType']")).toBe('type Shown = { id?: string | undefined; name: string; teamId?: string | null | undefined; }');
  expect(shown("Schema['Member']['updateType']")).toBe('type Shown = { id: string; name?: string | undefined; teamId?: string | null | undefined; }');
  expect(shown("Schema['Member']['identifier']")).toBe('type Shown = { readonly id: string; }');
});

test('a loaded record is shown as its fields', () => {
  expect(shown("Awaited<ReturnType<Schema['Member']['type']['team']>>['data']")).toMatch(/^type Shown = \{ mantra: string; readonly id: string; .* \} \| null$/);
});

test.each([
  ['the fields that can identify', "a.model({ name: a.string().required(), nick: a.string(), born: a.date().required() }).identifier(['|'])", ['name', 'born']],
  ['the fields that can be a key of an index', "a.model({ name: a.string(), isOpen: a.boolean(), born: a.date() }).secondaryIndexes((index) => [index('|')])", ['name', 'born']],
  ['the operations that can be disabled', "a.model({}).disableOperations(['|'])", ['queries', 'get', 'list', 'mutations', 'create', 'update', 'delete', 'subscriptions', 'onCreate', 'onUpdate', 'onDelete']],
])('an editor offers %s', (_, expression, names) => {
  const { offered } = editorOn(`import { a } from 'cdk-appsync-data/schema';\n${expression};`);
  expect(offered().sort()).toEqual([...names].sort());
});

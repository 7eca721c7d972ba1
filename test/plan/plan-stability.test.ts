import { a, definition, type ModelDefinition, type SchemaTypes } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { planApi } from '../../lib/plan';

/** What is planned, piece by piece, each under a name of its own. */
function pieces(models: SchemaTypes): Map<string, unknown> {
  const { tables, functions, resolvers } = planApi(resolveSchema(a.schema(models).authorization((allow) => allow.publicApiKey())));
  const all: [string, unknown][] = [
    ...tables.map((table): [string, unknown] => [`table ${table.model}`, table]),
    ...functions.map((fn): [string, unknown] => [`function ${fn.model} ${fn.code.bundle}`, fn]),
    ...resolvers.map((resolver): [string, unknown] => [`resolver ${resolver.typeName}.${resolver.fieldName}`, resolver]),
  ];
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  return new Map(all);
}

function names(plan: Map<string, unknown>): string[] {
  return [...plan.keys()].sort();
}

const models: SchemaTypes = schemas.Page[definition].types;
const page = pieces(models);

/** Expects that a plan has these pieces of the page's as they were. */
function expectUnchanged(plan: Map<string, unknown>, but: (name: string) => boolean = () => false): void {
  for (const [name, piece] of page) {
    if (!but(name)) expect([name, plan.get(name)]).toEqual([name, piece]);
  }
}

test('every piece has a name, from models and fields only', () => {
  expect(names(page)).toHaveLength(8 + (8 + 4 + 1) + 8 * 8 + 12);
});

test('the order of the models changes no piece', () => {
  const reordered = pieces(Object.fromEntries(Object.entries(models).reverse()));
  expectUnchanged(reordered, (name) => name.startsWith('table'));
  expect(names(reordered)).toEqual(names(page));
  const sorted = (plan: Map<string, unknown>): unknown => names(plan).filter((name) => name.startsWith('table')).map((name) => {
    const { indexes, ...table } = plan.get(name) as { indexes: { name: string }[] };
    return { ...table, indexes: [...indexes].sort((one, other) => one.name.localeCompare(other.name)) };
  });
  expect(sorted(reordered)).toEqual(sorted(page));
});

test('a model more changes nothing of the others', () => {
  const added = pieces({ Before: a.model({ name: a.string() }), ...models, After: a.model({ name: a.string() }) });
  expectUnchanged(added);
  expect(names(added).filter((name) => !page.has(name))).toHaveLength(2 * (1 + 1 + 8));
});

test('a model more with a belongsTo leaves the others as they are, one with a hasMany adds an index to one table and its list', () => {
  expectUnchanged(pieces({ ...models, Note: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId') }) }));

  const listing = pieces({ Editor: a.model({ posts: a.hasMany('Post', 'title') }), ...models });
  expectUnchanged(listing, (name) => name === 'table Post' || name === 'resolver Query.listPosts');
  const { indexes } = page.get('table Post') as { indexes: unknown[] };
  expect(listing.get('table Post')).toMatchObject({ indexes: expect.arrayContaining(indexes) as unknown });
});

test('a model less changes nothing of those that do not lead to it', () => {
  const removed = pieces(Object.fromEntries(Object.entries(models).filter(([name]) => name !== 'Cart' && name !== 'Customer')));
  expectUnchanged(removed, (name) => /Cart|Customer/.test(name));
  expect(names(page).filter((name) => !removed.has(name))).toHaveLength(2 * (1 + 1 + 8 + 1) + 1);
});

test('the order of the fields changes no piece of their relationships', () => {
  const { fields: declared } = schemas.Page[definition].types.Post![definition] as ModelDefinition;
  const fields = Object.fromEntries(Object.entries(declared).reverse());
  expectUnchanged(pieces({ ...models, Post: a.model(fields) }), (name) => name === 'resolver Mutation.updatePost');
});

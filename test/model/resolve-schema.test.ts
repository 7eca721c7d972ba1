import { a, type Schema } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema, type Key, type Model, type Relationship } from '../../lib/model';
import { schemaOf } from './error-case';

function modelsOf(schema: Schema): Record<string, Model> {
  return Object.fromEntries(resolveSchema(schema).models.map((model) => [model.name, model]));
}

function relationship({ relationships }: Model, name: string): Relationship {
  return relationships.find((candidate) => candidate.name === name)!;
}

/** A key in short: each attribute with its type and its fields. */
function shown({ partition, sort }: Key): string[] {
  return [partition, ...sort ? [sort] : []].map(({ name, type, fields }) => `${name} ${type} ${fields.map((field) => field.name).join('+')}`);
}

/** A model with an identifier of these fields, and one that belongs to it. */
function identifiedBy(fields: Parameters<typeof a.model>[0], references: readonly string[] = Object.keys(fields)): Record<string, Model> {
  return modelsOf(schemaOf({
    Parent: a.model({ ...fields, children: a.hasMany('Child', references) }).identifier(Object.keys(fields)),
    Child: a.model({ ...Object.fromEntries(Object.keys(fields).map((name, position) => [references[position]!, fields[name]!])), parent: a.belongsTo('Parent', references) }),
  }));
}

describe('relationships', () => {
  test('the two sides know each other, and the models they are of', () => {
    const { Member, Team } = modelsOf(schemas.OneToMany);
    const [team, members] = [relationship(Member!, 'team'), relationship(Team!, 'members')];
    expect(team.opposite).toBe(members);
    expect(members.opposite).toBe(team);
    expect(team.model).toBe(Member);
    expect(team.related).toBe(Team);
    expect(members.related).toBe(Member);
    expect(team.references).toEqual([Member!.fields.find(({ name }) => name === 'teamId')]);
    expect(members.references[0]).toBe(team.references[0]);
  });

  test('two relationships between the same models are told apart by their references, not by order', () => {
    const { Post, Person } = modelsOf(schemas.SeveralRelationships);
    expect(relationship(Person!, 'editedPosts').opposite).toBe(relationship(Post!, 'editor'));
    expect(relationship(Person!, 'authoredPosts').opposite).toBe(relationship(Post!, 'author'));
    expect(relationship(Post!, 'author').opposite).toBe(relationship(Person!, 'authoredPosts'));
  });

  test('a model with itself', () => {
    const { Employee } = modelsOf(schemaOf({
      Employee: a.model({ managerId: a.id(), manager: a.belongsTo('Employee', 'managerId'), reports: a.hasMany('Employee', 'managerId') }),
    }));
    expect(relationship(Employee!, 'manager').opposite).toBe(relationship(Employee!, 'reports'));
    expect(relationship(Employee!, 'reports').opposite).toBe(relationship(Employee!, 'manager'));
    expect(Employee!.indexes.map(({ name }) => name)).toEqual(['gsi-Employee.reports']);
  });

  test('a side alone has no opposite', () => {
    const { Team, Member } = modelsOf(schemaOf({
      Team: a.model({ members: a.hasMany('Member', 'teamId') }), Member: a.model({ teamId: a.id(), clubId: a.id(), club: a.belongsTo('Club', 'clubId') }), Club: a.model({}),
    }));
    expect(relationship(Team!, 'members').opposite).toBeUndefined();
    expect(relationship(Member!, 'club').opposite).toBeUndefined();
  });

  test('a hasMany and a hasOne have an index on the related model, a belongsTo has none', () => {
    const { Member, Team } = modelsOf(schemaOf({
      Team: a.model({ members: a.hasMany('Member', 'teamId'), captain: a.hasOne('Member', 'captainOfId') }),
      Member: a.model({ teamId: a.id(), captainOfId: a.id(), team: a.belongsTo('Team', 'teamId') }),
    }));
    expect(Member!.indexes).toEqual([relationship(Team!, 'members').index, relationship(Team!, 'captain').index]);
    expect(Member!.indexes.map(({ name, key }) => [name, ...shown(key)])).toEqual([['gsi-Team.members', 'teamId S teamId'], ['gsi-Team.captain', 'captainOfId S captainOfId']]);
    expect(relationship(Member!, 'team')).not.toHaveProperty('index');
    expect(Team!.indexes).toEqual([]);
  });
});

describe('keys', () => {
  test.each([
    ['an id', { key: a.id().required() }, ['key S key']],
    ['a number', { key: a.float().required() }, ['key N key']],
    ['two strings', { name: a.string().required(), born: a.date().required() }, ['name S name', 'born S born']],
    ['a sort key that is a number', { name: a.string().required(), no: a.integer().required() }, ['name S name', 'no N no']],
    ['a timestamp, then a string', { at: a.timestamp().required(), by: a.email().required() }, ['at N at', 'by S by']],
    ['three fields', { name: a.string().required(), born: a.date().required(), no: a.integer().required() }, ['name S name', 'born#no S born+no']],
    ['four, all numbers', { one: a.integer().required(), two: a.integer().required(), three: a.integer().required(), four: a.integer().required() }, ['one N one', 'two#three#four S two+three+four']],
  ])('%s', (_, fields, key) => {
    const { Parent, Child } = identifiedBy(fields);
    expect(shown(Parent!.primaryKey)).toEqual(key);
    expect(shown(Child!.indexes[0]!.key)).toEqual(key);
  });

  test('an index is keyed by the references, in the order of the identifier', () => {
    const { Child } = identifiedBy({ one: a.id().required(), two: a.integer().required(), three: a.id().required() }, ['x', 'y', 'z']);
    expect(Child!.indexes[0]!.name).toBe('gsi-Parent.children');
    expect(shown(Child!.indexes[0]!.key)).toEqual(['x S x', 'y#z S y+z']);
  });

  test('an index takes the type of the references', () => {
    const { Child } = modelsOf(schemaOf({ Parent: a.model({ children: a.hasMany('Child', 'parentId') }), Child: a.model({ parentId: a.string() }) }));
    expect(shown(Child!.indexes[0]!.key)).toEqual(['parentId S parentId']);
  });
});

describe('identifiers', () => {
  test.each<[string, Schema, Pick<Model, 'hasCustomIdentifier' | 'listsByIdentifier' | 'sortArgument'>]>([
    ['the id of the API', schemaOf({ Team: a.model({}) }), { hasCustomIdentifier: false, listsByIdentifier: false, sortArgument: undefined }],
    ['a declared id', schemaOf({ Team: a.model({ id: a.id().required() }) }), { hasCustomIdentifier: false, listsByIdentifier: true, sortArgument: undefined }],
    ['a declared id, also as identifier', schemaOf({ Team: a.model({ id: a.id().required() }).identifier(['id']) }), { hasCustomIdentifier: false, listsByIdentifier: true, sortArgument: undefined }],
    ['one other field', schemaOf({ Team: a.model({ name: a.id().required() }).identifier(['name']) }), { hasCustomIdentifier: true, listsByIdentifier: true, sortArgument: undefined }],
    ['two fields', schemaOf({ Team: a.model({ id: a.id().required(), no: a.float().required() }).identifier(['id', 'no']) }), { hasCustomIdentifier: true, listsByIdentifier: true, sortArgument: 'no' }],
    ['four fields', schemaOf({
      Team: a.model({ pk: a.id().required(), dateOfBirth: a.date().required(), no: a.id().required(), sub_no: a.id().required() }).identifier(['pk', 'dateOfBirth', 'no', 'sub_no']),
    }), { hasCustomIdentifier: true, listsByIdentifier: true, sortArgument: 'dateOfBirthNoSub_no' }],
  ])('%s', (_, schema, expected) => {
    const { hasCustomIdentifier, listsByIdentifier, sortArgument } = modelsOf(schema).Team!;
    expect({ hasCustomIdentifier, listsByIdentifier, sortArgument }).toEqual(expected);
  });

  test('the order is that of the identifier, not of the fields', () => {
    const { Team } = modelsOf(schemaOf({ Team: a.model({ no: a.integer().required(), name: a.string().required() }).identifier(['name', 'no']) }));
    expect(Team!.identifier.map(({ name }) => name)).toEqual(['name', 'no']);
    expect(Team!.fields.map(({ name }) => name)).toEqual(['no', 'name', 'createdAt', 'updatedAt']);
  });
});

describe('names', () => {
  test.each([
    ['Team', 'Team', 'Teams'], ['Person', 'Person', 'People'], ['City', 'City', 'Cities'], ['Leaf', 'Leaf', 'Leaves'], ['Sheep', 'Sheep', 'Sheep'], ['Analysis', 'Analysis', 'Analyses'],
    ['Box', 'Box', 'Boxes'], ['News', 'News', 'News'], ['Data', 'Data', 'Data'], ['URLMapping', 'URLMapping', 'URLMappings'],
    ['lowercase', 'Lowercase', 'Lowercases'], ['snake_case_model', 'Snake_case_model', 'Snake_case_models'], ['person', 'Person', 'People'],
  ])('%s', (name, stem, plural) => {
    expect(modelsOf(schemaOf({ [name]: a.model({}) }))[name]).toMatchObject({
      name,
      typeStem: stem,
      plural,
      operations: {
        get: `get${stem}`, list: `list${plural}`, create: `create${stem}`, update: `update${stem}`, delete: `delete${stem}`,
        onCreate: `onCreate${stem}`, onUpdate: `onUpdate${stem}`, onDelete: `onDelete${stem}`,
      },
    });
  });

  test('a subscription with 50 characters keeps its name, a longer one is cut', () => {
    const [fits, long] = ['M'.repeat(42), 'M'.repeat(43)];
    expect(modelsOf(schemaOf({ [fits]: a.model({}) }))[fits]!.operations.onCreate).toBe(`onCreate${fits}`);
    const { operations } = modelsOf(schemaOf({ [long]: a.model({}) }))[long]!;
    expect(operations.create).toBe(`create${long}`);
    expect(new Set([operations.onCreate, operations.onUpdate, operations.onDelete].map((name) => name.length))).toEqual(new Set([50]));
  });

  test('the tail of a cut name is the beginning of its md5 hash', () => {
    const { operations } = modelsOf(schemaOf({ AVeryLongModelNameThatNobodyWouldWriteDownTwice: a.model({}) })).AVeryLongModelNameThatNobodyWouldWriteDownTwice!;
    expect(operations.onCreate).toBe('onCreateAVeryLongModelNameThatNobodyWouldWritf7a0a');
  });
});

describe('members', () => {
  test('are in the order of the schema, then id and timestamps', () => {
    const { Post } = modelsOf(schemas.Page);
    expect(Post!.members.map(({ name }) => name)).toEqual(['title', 'content', 'tags', 'authorId', 'author', 'editorId', 'editor', 'id', 'createdAt', 'updatedAt']);
    expect(Post!.fields.map(({ name }) => name)).toEqual(['title', 'content', 'authorId', 'editorId', 'id', 'createdAt', 'updatedAt']);
    expect(Post!.relationships.map(({ name }) => name)).toEqual(['tags', 'author', 'editor']);
  });

  test('what is declared stays where it is; a custom identifier has no id', () => {
    const { Team } = modelsOf(schemaOf({ Team: a.model({ updatedAt: a.datetime(), name: a.string().required() }).identifier(['name']) }));
    expect(Team!.members.map(({ name, ...member }) => [name, member.kind === 'value' && member.declared])).toEqual([['updatedAt', true], ['name', true], ['createdAt', false]]);
  });

  test('models are in the order of the schema', () => {
    expect(resolveSchema(schemas.Page).models.map(({ name }) => name)).toEqual(['Member', 'Team', 'Cart', 'Customer', 'Post', 'Tag', 'PostTag', 'Person']);
  });

  test('the rules of a model go before those of the schema', () => {
    const rule = {
      allow: 'public', mode: 'apiKey', provider: 'apiKey', declaredOperations: ['create', 'update', 'delete', 'read'], operations: ['create', 'update', 'delete', 'get', 'list', 'listen'],
    };
    expect(modelsOf(schemaOf({ Team: a.model({}) })).Team!.authorization).toEqual([rule]);
    expect(modelsOf(schemaOf({ Team: a.model({}).authorization((allow) => [allow.publicApiKey(), allow.publicApiKey()]) })).Team!.authorization).toEqual([rule, rule]);
  });
});

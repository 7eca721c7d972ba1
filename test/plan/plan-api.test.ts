import { a, type ModelFields, type Schema, type SchemaTypes } from 'cdk-appsync-data/schema';
import { schemas } from '../../integ/schemas/relationships';
import { resolveSchema } from '../../lib/model';
import { planApi, type Plan, type ResolverPlan, type TablePlan } from '../../lib/plan';

function planOf(schema: Schema): Plan {
  return planApi(resolveSchema(schema));
}

function planOfModels(models: SchemaTypes): Plan {
  return planOf(a.schema(models).authorization((allow) => allow.publicApiKey()));
}

function table({ tables }: Plan, name: string): TablePlan {
  return tables.find(({ model }) => model === name)!;
}

function resolver({ resolvers }: Plan, path: string): ResolverPlan | undefined {
  return resolvers.find(({ typeName, fieldName }) => `${typeName}.${fieldName}` === path);
}

/** The bundle and the configuration of a resolver. */
function code(plan: Plan, path: string): unknown {
  return resolver(plan, path)?.code;
}

/** What is allowed on a table, in short: `Query gsi-Team.members`, `BatchGetItem Team` for another's. */
function accessTo(plan: Plan, model: string): string[] {
  return table(plan, model).access.map(({ action, index, model: other }) => [action, index ?? other].filter(Boolean).join(' '));
}

const oneToMany = planOf(schemas.OneToMany);

const composite = planOfModels({
  Person: a.model({
    name: a.string().required(), born: a.date().required(), no: a.integer().required(), posts: a.hasMany('Post', ['authorName', 'authorBorn', 'authorNo']),
  }).identifier(['name', 'born', 'no']),
  Post: a.model({ title: a.string().required(), authorName: a.string(), authorBorn: a.date(), authorNo: a.integer(), author: a.belongsTo('Person', ['authorName', 'authorBorn', 'authorNo']) }),
});

const numeric = planOfModels({
  Office: a.model({ city: a.string().required(), no: a.integer().required(), keeper: a.hasOne('Keeper', ['city', 'no']) }).identifier(['city', 'no']),
  Keeper: a.model({ city: a.string().required(), no: a.integer().required(), office: a.belongsTo('Office', ['city', 'no']) }),
});

describe('tables', () => {
  test('one a model, with an index for each relationship that leads to it', () => {
    expect(oneToMany.tables.map(({ model, key, indexes }) => ({ model, key, indexes }))).toEqual([
      { model: 'Member', key: { partition: { name: 'id', type: 'S' } }, indexes: [{ name: 'gsi-Team.members', key: { partition: { name: 'teamId', type: 'S' } } }] },
      { model: 'Team', key: { partition: { name: 'id', type: 'S' } }, indexes: [] },
    ]);
  });

  test('a sort key has its own type', () => {
    const key = { partition: { name: 'city', type: 'S' }, sort: { name: 'no', type: 'N' } };
    expect(table(numeric, 'Office').key).toEqual(key);
    expect(table(numeric, 'Keeper').indexes).toEqual([{ name: 'gsi-Office.keeper', key }]);
  });

  test('from three fields on, the sort key is joined', () => {
    expect(table(composite, 'Person').key).toEqual({ partition: { name: 'name', type: 'S' }, sort: { name: 'born#no', type: 'S' } });
    expect(table(composite, 'Post').indexes[0]!.key).toEqual({ partition: { name: 'authorName', type: 'S' }, sort: { name: 'authorBorn#authorNo', type: 'S' } });
  });
});

describe('access', () => {
  const everyModel = ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'];

  test('a model on its own: six actions on its table', () => {
    expect(accessTo(planOfModels({ Todo: a.model({}) }), 'Todo')).toEqual(everyModel);
  });

  test('a query on an index is for that index', () => {
    expect(accessTo(oneToMany, 'Member')).toEqual([...everyModel, 'Query gsi-Team.members', 'BatchGetItem Team']);
    expect(accessTo(oneToMany, 'Team')).toEqual(everyModel);
    expect(accessTo(numeric, 'Keeper')).toEqual([...everyModel, 'Query gsi-Office.keeper', 'BatchGetItem Office']);
  });

  test('several indexes, each once', () => {
    expect(accessTo(planOf(schemas.Page), 'Post')).toEqual([...everyModel, 'Query gsi-Person.authoredPosts', 'Query gsi-Person.editedPosts', 'BatchGetItem Person']);
  });
});

describe('declared indexes', () => {
  const plan = planOfModels({
    Customer: a.model({ orders: a.hasMany('Order', 'customerId') }),
    Order: a.model({ customerId: a.id(), status: a.string(), total: a.integer(), region: a.string(), placedAt: a.datetime().required(), customer: a.belongsTo('Customer', 'customerId') }).secondaryIndexes((index) => [
      index('status').sortKeys(['region', 'total']), index('customerId').sortKeys(['placedAt']).queryField(null), index('total').projection('KEYS_ONLY'),
      index('region').sortKeys(['total']).projection('INCLUDE', ['customerId', 'status']),
    ]),
    Place: a.model({ pk: a.id().required(), x: a.integer().required(), y: a.integer().required(), name: a.string(), others: a.hasMany('Place', ['pk', 'x', 'y']) })
      .identifier(['pk', 'x', 'y']).secondaryIndexes((index) => [index('name').projection('KEYS_ONLY')]),
  });

  test('of the table, with what they hold; a relationship that one serves has none of its own', () => {
    const order = (partition: object, sort: object) => ({ partition, sort });
    expect(table(plan, 'Order').indexes).toEqual([
      { name: 'ordersByStatusAndRegionAndTotal', key: order({ name: 'status', type: 'S' }, { name: 'region#total', type: 'S' }) },
      { name: 'ordersByCustomerIdAndPlacedAt', key: order({ name: 'customerId', type: 'S' }, { name: 'placedAt', type: 'S' }) },
      { name: 'ordersByTotal', key: { partition: { name: 'total', type: 'N' } }, includes: [] },
      { name: 'ordersByRegionAndTotal', key: order({ name: 'region', type: 'S' }, { name: 'total', type: 'N' }), includes: ['customerId', 'status'] },
    ]);
  });

  test('are read by a query; without a query, and without a list that could lead there, they may not be read', () => {
    expect(resolver(plan, 'Query.listOrderByStatusAndRegionAndTotal')).toEqual({
      typeName: 'Query', fieldName: 'listOrderByStatusAndRegionAndTotal', model: 'Order', kind: 'pipeline', steps: pageSteps('Order', true),
      code: { bundle: 'list-by-index', configuration: { index: 'ordersByStatusAndRegionAndTotal', partition: 'status', sort: { argument: 'regionTotal', fields: ['region', 'total'] } } },
    });
    expect(accessTo(plan, 'Order').filter((access) => access.startsWith('Query '))).toEqual(['ordersByCustomerIdAndPlacedAt', 'ordersByRegionAndTotal', 'ordersByStatusAndRegionAndTotal', 'ordersByTotal'].map((name) => `Query ${name}`));
    expect(accessTo(planOfModels({ Todo: a.model({ name: a.string() }).secondaryIndexes((index) => [index('name').queryField(null)]).disableOperations(['list']) }), 'Todo').join()).not.toContain('Query');
  });

  test('a query knows what its index does not hold', () => {
    const lacks = (path: string): unknown => (resolver(plan, path)!.code.configuration as { lacks?: string[] }).lacks;
    expect(lacks('Query.listOrderByTotal')).toEqual(['customerId', 'status', 'region', 'placedAt', 'customer', 'createdAt', 'updatedAt']);
    expect(lacks('Query.listOrderByRegionAndTotal')).toEqual(['placedAt', 'createdAt', 'updatedAt']);
    expect(lacks('Query.listPlaceByName')).toEqual(['x', 'y', 'others', 'createdAt', 'updatedAt']);
  });

  test('a relationship queries by its own key, and knows by what the index sorts beyond', () => {
    expect(code(plan, 'Customer.orders')).toEqual({ bundle: 'has-many', configuration: { index: 'ordersByCustomerIdAndPlacedAt', key: { customerId: ['id'] }, sortedBy: 'placedAt' } });
  });

  test('create and update write their joined attributes', () => {
    const joined = { 'region#total': ['region', 'total'] };
    expect(code(plan, 'Mutation.createOrder')).toMatchObject({ configuration: { joined } });
    expect(code(plan, 'Mutation.updateOrder')).toMatchObject({ configuration: { joined } });
  });
});

test('a disabled operation has no resolver, and its action is not allowed', () => {
  const plan = planOfModels({ Todo: a.model({}).disableOperations(['list', 'mutations']), Log: a.model({}).disableOperations(['queries', 'update', 'delete', 'subscriptions']) });
  expect(plan.resolvers.map(({ fieldName }) => fieldName)).toEqual(['getTodo', 'createLog']);
  expect(plan.functions).toEqual([]);
  expect(accessTo(plan, 'Todo')).toEqual(['GetItem']);
  expect(accessTo(plan, 'Log')).toEqual(['GetItem', 'PutItem']);
});

describe('functions', () => {
  const functionsOf = ({ functions }: Plan): string[] => functions.map(({ model = 'API', code: { bundle } }) => `${model} ${bundle}`);

  test('one for all subscriptions, one for each table that a pipeline reads, and one for what its records belong to', () => {
    expect(functionsOf(planOfModels({ Todo: a.model({}) }))).toEqual(['API subscribe', 'Todo read']);
    expect(functionsOf(planOf(schemas.Page))).toEqual([
      'API subscribe', 'Member read', 'Member related', 'Team read', 'Cart read', 'Cart related', 'Customer read', 'Post read', 'Post related', 'Tag read', 'PostTag read', 'PostTag related', 'Person read',
    ]);
  });

  test('none that no pipeline runs', () => {
    const unlisted = <Fields extends ModelFields>(fields: Fields) => a.model<Fields>(fields as never).disableOperations(['list', 'subscriptions']);
    expect(functionsOf(planOfModels({ Todo: unlisted({}) }))).toEqual([]);
    expect(functionsOf(planOfModels({ Team: unlisted({}), Member: unlisted({ teamId: a.id(), team: a.belongsTo('Team', 'teamId') }) }))).toEqual(['Team read']);
    expect(functionsOf(planOfModels({ Team: unlisted({ members: a.hasMany('Member', 'teamId') }), Member: unlisted({ teamId: a.id() }) }))).toEqual(['Member read']);
  });

  test('know the tables of what belongs, and how its key follows', () => {
    const related = ({ functions }: Plan, name: string): unknown => functions.find(({ model, code: { bundle } }) => model === name && bundle === 'related')!.code.configuration;
    expect(related(oneToMany, 'Member')).toEqual({ belongsTo: { team: { table: 'Team', key: { id: ['teamId'] } } } });
    expect(related(composite, 'Post')).toEqual({ belongsTo: { author: { table: 'Person', key: { name: ['authorName'], 'born#no': ['authorBorn', 'authorNo'] } } } });
  });

  test('of a join model that is read for nothing else, only what it leads to', () => {
    const joined = planOfModels({
      Post: a.model({ tags: a.manyToMany('Tag', { through: 'PostTag' }) }), Tag: a.model({}),
      PostTag: a.model({ postId: a.id(), post: a.belongsTo('Post', 'postId'), tagId: a.id(), tag: a.belongsTo('Tag', 'tagId') }).disableOperations(['list']),
    });
    expect(accessTo(joined, 'PostTag').filter((access) => access.startsWith('Batch'))).toEqual(['BatchGetItem Tag']);
  });

  test('no pipeline is longer than AppSync takes, with room for two more', () => {
    const lengths = planOf(schemas.Page).resolvers.map((one) => (one.kind === 'pipeline' ? one.steps.length : 0));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(8);
  });
});

/** A page, four more where a filter leaves it short, and what its records belong to before and after those. */
function pageSteps(model: string, belongs: boolean): object[] {
  const [read, related] = [{ model, function: 'read' }, { model, function: 'related' }];
  return belongs ? [read, related, read, read, read, read, related, related] : [read, read, read, read, read];
}

describe('resolvers', () => {
  test('of the operations: one request, or what all subscriptions share', () => {
    expect(oneToMany.resolvers.filter(({ model, kind }) => model === 'Member' && kind !== 'pipeline').map(({ typeName, fieldName, kind, code: { bundle } }) => `${typeName}.${fieldName} ${kind} ${bundle}`)).toEqual([
      'Query.getMember unit get', 'Mutation.createMember unit create', 'Mutation.updateMember unit update', 'Mutation.deleteMember unit delete',
    ]);
    expect(resolver(oneToMany, 'Subscription.onCreateMember')).toEqual({
      typeName: 'Subscription', fieldName: 'onCreateMember', model: 'Member', kind: 'pipeline', steps: [{ function: 'subscribe' }], code: { bundle: 'pipeline', configuration: {} },
    });
  });

  test('of relationships: a pipeline on the related model\'s table', () => {
    expect(resolver(oneToMany, 'Team.members')).toEqual({
      typeName: 'Team', fieldName: 'members', model: 'Member', kind: 'pipeline', steps: pageSteps('Member', true),
      code: { bundle: 'has-many', configuration: { index: 'gsi-Team.members', key: { teamId: ['id'] } } },
    });
    expect(resolver(oneToMany, 'Member.team')).toEqual({
      typeName: 'Member', fieldName: 'team', model: 'Team', kind: 'pipeline', steps: [{ model: 'Team', function: 'read' }], code: { bundle: 'belongs-to', configuration: { key: { id: ['teamId'] } } },
    });
    expect(code(planOf(schemas.OneToOne), 'Customer.activeCart')).toEqual({ bundle: 'has-one', configuration: { index: 'gsi-Customer.activeCart', key: { customerId: ['id'] } } });
  });

  test('the key of the other record follows from the fields of this one', () => {
    expect(code(composite, 'Post.author')).toEqual({ bundle: 'belongs-to', configuration: { key: { name: ['authorName'], 'born#no': ['authorBorn', 'authorNo'] } } });
    expect(code(composite, 'Person.posts')).toEqual({
      bundle: 'has-many', configuration: { index: 'gsi-Person.posts', key: { authorName: ['name'], 'authorBorn#authorNo': ['born', 'no'] } },
    });
  });

  test('get and delete know the key', () => {
    expect(code(oneToMany, 'Query.getTeam')).toEqual({ bundle: 'get', configuration: { key: { id: ['id'] } } });
    const key = { name: ['name'], 'born#no': ['born', 'no'] };
    expect(code(composite, 'Query.getPerson')).toEqual({ bundle: 'get', configuration: { key } });
    expect(code(composite, 'Mutation.deletePerson')).toEqual({ bundle: 'delete', configuration: { key } });
  });

  test('lists read pages through the functions of the table', () => {
    const steps = (path: string): unknown => (resolver(oneToMany, path) as { steps?: unknown }).steps;
    expect(steps('Query.listMembers')).toEqual(pageSteps('Member', true));
    expect(steps('Query.listTeams')).toEqual(pageSteps('Team', false));
  });

  test('list knows the keys that a filter may lead to: those of whole records, with the fields that a record may lack', () => {
    expect(code(oneToMany, 'Query.listMembers')).toEqual({ bundle: 'list', configuration: { keys: [{ fields: ['id'] }, { index: 'gsi-Team.members', fields: ['teamId'] }] } });
    expect(code(planOfModels({
      Order: a.model({ status: a.string(), region: a.string(), total: a.integer().required() }).secondaryIndexes((index) => [
        index('status').sortKeys(['region', 'total']).name('byStatus'), index('total').projection('KEYS_ONLY'),
      ]),
    }), 'Query.listOrders')).toEqual({
      bundle: 'list', configuration: { keys: [{ fields: ['id'] }, { index: 'byStatus', fields: ['status', 'region', 'total'], asked: ['region'] }] },
    });
  });

  test('list knows the identifier, where it is an argument', () => {
    expect(code(oneToMany, 'Query.listTeams')).toEqual({ bundle: 'list', configuration: { keys: [{ fields: ['id'] }] } });
    expect(code(composite, 'Query.listPeople')).toEqual({ bundle: 'list-by-identifier', configuration: { keys: [{ fields: ['name', 'born', 'no'] }], partition: 'name', sort: { argument: 'bornNo', fields: ['born', 'no'] } } });
    expect(code(numeric, 'Query.listOffices')).toEqual({ bundle: 'list-by-identifier', configuration: { keys: [{ fields: ['city', 'no'] }], partition: 'city', sort: { argument: 'no', fields: ['no'] } } });
    expect(code(planOfModels({ Todo: a.model({ id: a.id().required() }) }), 'Query.listTodos')).toEqual({ bundle: 'list-by-identifier', configuration: { keys: [{ fields: ['id'] }], partition: 'id' } });
  });

  test('create writes defaults, an id where it identifies, and joined attributes of indexes', () => {
    const joined = { 'authorBorn#authorNo': ['authorBorn', 'authorNo'] };
    expect(code(composite, 'Mutation.createPost')).toEqual({ bundle: 'create', configuration: { typeName: 'Post', key: { id: ['id'] }, joined, generatesId: true, defaults: {} } });
    expect(code(composite, 'Mutation.createPerson')).toMatchObject({ configuration: { key: { name: ['name'], 'born#no': ['born', 'no'] }, joined: {}, generatesId: false } });
    expect(code(planOfModels({ Todo: a.model({ text: a.string().default('x'), done: a.boolean().default(false), data: a.json().default([null]) }) }), 'Mutation.createTodo'))
      .toMatchObject({ configuration: { defaults: { text: 'x', done: false, data: [null] } } });
  });

  test('update knows what cannot be null: what is required, but the identifier and what the API writes', () => {
    const joined = { 'authorBorn#authorNo': ['authorBorn', 'authorNo'] };
    expect(code(composite, 'Mutation.updatePost')).toEqual({ bundle: 'update', configuration: { key: { id: ['id'] }, joined, required: ['title'] } });
    expect(code(composite, 'Mutation.updatePerson')).toMatchObject({ configuration: { required: [] } });
    expect(code(numeric, 'Mutation.updateKeeper')).toEqual({ bundle: 'update', configuration: { key: { id: ['id'] }, joined: {}, required: ['city', 'no'] } });
  });
});

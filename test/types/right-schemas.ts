import { generateClient } from 'aws-amplify/data';
import { a, type Allow, type ClientSchema } from 'cdk-appsync-data/schema';
import { same, typeOf } from './assert';

// Schemas that are right: none of them is ever red.

export const selfReferring = a.schema({
  Employee: a.model({
    managerId: a.id(),
    manager: a.belongsTo('Employee', 'managerId'),
    reports: a.hasMany('Employee', 'managerId'),
    mentee: a.hasOne('Employee', 'managerId'),
  }),
  Page: a.model({ path: a.string().required(), parentPath: a.string(), parent: a.belongsTo('Page', 'parentPath'), children: a.hasMany('Page', 'parentPath') }).identifier(['path']),
});

export const mutuallyReferring = a.schema({
  User: a.model({ deskId: a.id(), desk: a.belongsTo('Desk', 'deskId'), owned: a.hasMany('Desk', 'ownerId') }),
  Desk: a.model({ ownerId: a.id(), owner: a.belongsTo('User', 'ownerId'), users: a.hasMany('User', 'deskId') }),
});

export const recursive = a.schema({
  A: a.model({ bId: a.id(), b: a.belongsTo('B', 'bId'), cs: a.hasMany('C', 'aId') }),
  B: a.model({ cId: a.id(), c: a.belongsTo('C', 'cId'), as: a.hasMany('A', 'bId') }),
  C: a.model({ aId: a.id(), a: a.belongsTo('A', 'aId'), bs: a.hasMany('B', 'cId') }),
});

const named = { name: a.string().required(), note: a.string() };
const owned = { ownerId: a.id().required(), owner: a.belongsTo('Owner', 'ownerId') };
const animals = { Cat: a.model({ ...named, ...owned }), Dog: a.model({ ...owned, ...named, note: a.json() }) };
const Owner = a.model({ ...named, cats: a.hasMany('Cat', 'ownerId'), dogs: a.hasMany('Dog', 'ownerId') });

export const composed = a.schema({ ...animals, Owner, ...{ Extra: a.model(named) } });

const names: readonly string[] = ['One', 'Two'];
const parts = names.map((name) => [name, a.model({ label: a.string(), nextId: a.id(), next: a.belongsTo(name, 'nextId') })] as const);

export const dynamic = a.schema(Object.fromEntries(parts)).authorization((allow) => allow.publicApiKey());
export const dynamicFields = a.schema({ Table: a.model(Object.fromEntries(names.map((name) => [name.toLowerCase(), a.string().required()]))).identifier(['one']) });
export const dynamicReferences = a.schema({
  Parent: a.model({ children: a.hasMany('Child', names[0]!) }),
  Child: a.model({ parentId: a.id() }),
});

export const oneSided = a.schema({
  Team: a.model({ members: a.hasMany('Member', 'teamId'), coach: a.hasOne('Coach', 'teamId') }),
  Member: a.model({ teamId: a.id(), clubId: a.id(), club: a.belongsTo('Club', 'clubId') }),
  Coach: a.model({ teamId: a.id().required() }),
  Club: a.model({ name: a.string() }),
});

export const several = a.schema({
  Match: a.model({ homeId: a.id().required(), guestId: a.id().required(), home: a.belongsTo('Club', 'homeId'), guest: a.belongsTo('Club', 'guestId'), again: a.belongsTo('Club', ['homeId']) }),
  Club: a.model({ atHome: a.hasMany('Match', 'homeId'), away: a.hasMany('Match', ['guestId']) }),
});

// An id is a string: either refers to the other.
export const references = a.schema({
  Kind: a.enum(['big', 'small']),
  Two: a.model({ region: a.string().required(), code: a.id().required(), threes: a.hasMany('Three', ['twoRegion', 'twoCode']) }).identifier(['region', 'code']),
  Three: a.model({
    region: a.id().required(), kind: a.ref('Kind').required(), size: a.integer().required(),
    twoRegion: a.id(), twoCode: a.string(), two: a.belongsTo('Two', ['twoRegion', 'twoCode']),
    leaves: a.hasMany('Leaf', ['region', 'kind', 'size']),
  }).identifier(['region', 'kind', 'size']),
  Leaf: a.model({ region: a.string().required(), kind: a.ref('Kind').required(), size: a.integer().required(), three: a.belongsTo('Three', ['region', 'kind', 'size']) }),
  Declared: a.model({ id: a.string().required(), uses: a.hasMany('Use', 'declaredId') }),
  Implied: a.model({ uses: a.hasMany('Use', 'impliedId') }),
  Listed: a.model({ kind: a.ref('Kind').required(), uses: a.hasMany('Use', 'kind') }).identifier(['kind']),
  Use: a.model({
    declaredId: a.id(), declared: a.belongsTo('Declared', 'declaredId'),
    impliedId: a.string(), implied: a.belongsTo('Implied', 'impliedId'),
    kind: a.ref('Kind'), listed: a.belongsTo('Listed', 'kind'),
  }),
});

// The identifier of a record can be a reference too.
export const sharedKeys = a.schema({
  User: a.model({ profile: a.hasOne('Profile', 'id'), visits: a.hasMany('Visit', 'userId') }),
  Profile: a.model({ id: a.id().required(), user: a.belongsTo('User', 'id') }),
  Visit: a.model({ userId: a.id().required(), at: a.datetime().required(), user: a.belongsTo('User', 'userId') }).identifier(['userId', 'at']),
});

// Whatever the compiler does not know of a sort field or a join, it says nothing of.
const parentId = Math.random() > 0.5 ? a.id() : a.id().required();
export const sorted = a.schema({
  Size: a.enum(['S', 'M']),
  Parent: a.model({
    byId: a.hasMany('Child', 'byId').sortBy('id'), byCreation: a.hasMany('Child', 'byCreation').sortBy('createdAt').limit(20), bySize: a.hasMany('Child', 'bySize').limit(1).sortBy('size'),
    byNumber: a.hasMany('Child', ['byNumber']).sortBy('no'), byName: a.hasMany('Child', 'byName').sortBy(names[0]!), byEither: a.hasMany('Child', 'byEither').sortBy('either'),
    made: a.hasMany('Made', 'parentId').sortBy('one'), dynamic: a.hasMany('Child', names).sortBy('no'),
  }),
  Child: a.model({
    byId: a.id(), byCreation: a.id(), bySize: a.id(), byNumber: a.id(), byName: a.id(), byEither: a.id(),
    size: a.ref('Size').required(), no: a.integer().required().default(1), either: parentId,
  }),
  Made: a.model(Object.fromEntries(names.map((name) => [name, a.string()]))),
}).authorization((allow) => allow.publicApiKey());

export const joined = a.schema({
  Left: a.model({
    rights: a.manyToMany('Right', { through: 'Join', from: 'left' }), lefts: a.manyToMany('Left', { through: 'Join', from: 'left' }), named: a.manyToMany('Left', { through: 'Join', to: 'left', from: 'other' }),
    dynamic: a.manyToMany(names[0]!, { through: 'Join' }), dynamicJoin: a.manyToMany('Right', { through: names[0]! }), dynamicSide: a.manyToMany('Right', { through: 'Join', from: names[0]! }),
    throughDynamic: a.manyToMany('Right', { through: 'Dynamic' }), throughMade: a.manyToMany('Right', { through: 'Made' }),
  }),
  Right: a.model({ lefts: a.manyToMany('Left', { through: 'Join', to: 'left' }).limit(50) }),
  Join: a.model({ leftId: a.id(), left: a.belongsTo('Left', 'leftId'), otherId: a.id(), other: a.belongsTo('Left', 'otherId'), rightId: a.id(), right: a.belongsTo('Right', 'rightId') }),
  Dynamic: a.model({ leftId: a.id(), left: a.belongsTo(names[0]!, 'leftId'), rightId: a.id(), right: a.belongsTo('Right', 'rightId') }),
  Made: a.model(Object.fromEntries(names.map((name) => [name, a.string()]))),
});

// A join between models of two schemas.
const people = a.part({ Person: a.model({ clubs: a.manyToMany('Club', { through: 'Membership' }) }) });
const clubs = a.part({ Club: a.model({}), Membership: a.model({ personId: a.id(), person: a.belongsTo('Person', 'personId'), clubId: a.id(), club: a.belongsTo('Club', 'clubId') }) });
export const combined = a.combine([people, clubs]);

const keyed = { code: a.string().required(), place: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') };
const publicly = (allow: Allow) => allow.publicApiKey();

export const modified = a.schema({
  One: a.model(keyed).identifier(['code']).authorization((allow) => allow.publicApiKey()),
  Two: a.model(keyed).authorization((allow) => [allow.publicApiKey()]).identifier(['code']),
  Three: a.model(keyed).secondaryIndexes((index) => [index('place').sortKeys(['code'])]).disableOperations(['list']).identifier(['code']),
  Four: a.model(keyed).disableOperations(['mutations', 'subscriptions']).authorization(publicly).identifier(['code']).secondaryIndexes((index) => [index('teamId')]),
  Team: a.model({ ones: a.hasMany('One', 'teamId'), twos: a.hasMany('Two', 'teamId'), threes: a.hasMany('Three', 'teamId'), four: a.hasOne('Four', 'teamId') }),
}).authorization(publicly);

export async function theirClients() {
  const employees = generateClient<ClientSchema<typeof selfReferring>>().models.Employee;
  const { data: employee } = await employees.get({ id: 'e1' }, { selectionSet: ['manager.reports.manager.id', 'mentee.managerId'] });
  typeOf(employee!.manager.reports[0]!.manager).is<{ readonly id: string }>(true);
  const { data: boss } = await (await employees.get({ id: 'e1' })).data!.manager();
  typeOf(boss).is<ClientSchema<typeof selfReferring>['Employee']['type'] | null>(true);

  const { A } = generateClient<ClientSchema<typeof recursive>>().models;
  const { data: as } = await A.list({ selectionSet: ['b.c.a.b.c.aId'] });
  typeOf(as[0]!.b.c.a.b.c).is<{ readonly aId: string | null }>(true);

  const { Cat, Dog } = generateClient<ClientSchema<typeof composed>>().models;
  typeOf((await Cat.create({ name: 'Tom', ownerId: 'o1', note: 'grey' })).data!.note).is<string | null>(true);
  await Dog.create({ name: 'Rex', ownerId: 'o1', note: { colour: 'brown' } });

  const { Leaf, Listed } = generateClient<ClientSchema<typeof references>>().models;
  typeOf((await Leaf.list({ selectionSet: ['three.two.code'] })).data).is<{ readonly three: { readonly two: { readonly code: string } } }[]>(true);
  await Listed.get({ kind: 'big' });

  const { Visit } = generateClient<ClientSchema<typeof sharedKeys>>().models;
  await Visit.list({ userId: 'u1', at: { gt: '2026' } });
}

// The order of modifiers makes no difference.
type Modified = ClientSchema<typeof modified>;
same<Modified['One']['identifier'], { code: string }>(true);
same<Modified['One']['type'], Modified['Two']['type']>(true);
same<Modified['Three']['identifier'], Modified['Four']['identifier']>(true);
same<keyof Modified['Team']['type'], 'ones' | 'twos' | 'four' | 'id' | 'createdAt' | 'updatedAt'>(true);
same<keyof ClientSchema<typeof dynamic>, string>(true);

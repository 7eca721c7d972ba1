import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { AppSyncData, a, type Layout } from 'cdk-appsync-data';

const models = {
  Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Team', 'teamId') }),
  Team: a.model({ mantra: a.string(), members: a.hasMany('Member', 'teamId') }),
};
const more = { Guest: a.model({ name: a.string() }) };

interface Resource { readonly Type: string }
type Resources = Readonly<Record<string, Resource>>;

/** The resources of an API, by the stack that they are in and their logical id. */
function resourcesOf(layout: Layout, schemaModels: Parameters<typeof a.schema>[0]): Resources {
  const app = new App();
  new AppSyncData(new Stack(app, 'Test'), 'Data', { schema: a.schema(schemaModels).authorization((allow) => allow.publicApiKey()), layout });
  const { directory } = app.synth();
  const templates = readdirSync(directory).filter((file) => file.endsWith('.template.json'));
  return Object.fromEntries(templates.flatMap((file) => {
    const { Resources } = JSON.parse(readFileSync(join(directory, file), 'utf8')) as { Resources: Resources };
    const stack = /^TestDataModels(\w+?)[0-9A-F]{8}\.nested/.exec(file)?.[1] ?? 'Test';
    return Object.entries(Resources).map(([id, resource]) => [`${stack}/${id}`, resource]);
  }));
}

/** Without what is about all models: the schema's text, and the nested stacks, in which the hash of their template stands. */
const single = (resources: Resources): Resources => Object.fromEntries(Object.entries(resources).filter(([, { Type }]) => Type !== 'AWS::AppSync::GraphQLSchema' && Type !== 'AWS::CloudFormation::Stack'));

/** What one API has and another has not: logical ids without their hashes, which are those of construct paths. */
const idsIn = (resources: Resources, others: Resources = {}): string[] => Object.keys(resources).filter((id) => !(id in others)).map((id) => id.replace(/[0-9A-F]{8}$/, '')).sort();

const operations = (model: string, plural: string): string[] => [
  `Queryget${model}`, `Querylist${plural}`, ...['create', 'update', 'delete'].map((name) => `Mutation${name}${model}`), ...['Create', 'Update', 'Delete'].map((name) => `Subscriptionon${name}${model}`),
];

/** The logical ids of a model: what is there for each, in parts of the construct, and resolvers of fields that lead to other models, each with the stack that it is in. */
const idsOfModel: Readonly<Record<Layout, (model: string, plural: string, parts?: readonly string[], fields?: Readonly<Record<string, string>>) => string[]>> = {
  flat: (model, plural, parts = [], fields = {}) => [
    `Test/DataTables${model}`,
    ...['DataSource', 'Read', 'Role', ...parts].map((name) => `Test/DataModels${model}${name}`),
    ...[...operations(model, plural), ...Object.keys(fields)].map((name) => `Test/DataResolvers${name}`),
  ].sort(),
  nested: (model, plural, parts = [], fields = {}) => [
    `Test/DataTables${model}`,
    `Test/DataModels${model}NestedStack${model}NestedStackResource`,
    ...['DataSource', 'Read', 'Role', ...parts].map((name) => `${model}/${model}${name}`),
    ...operations(model, plural).map((name) => `${model}/Resolvers${name}`),
    ...Object.entries(fields).map(([name, stack]) => `${stack}/Resolvers${name}`),
  ].sort(),
};

describe.each<Layout>(['flat', 'nested'])('layout %s', (layout) => {
  const idsOf = idsOfModel[layout];
  const before = resourcesOf(layout, models);
  const withGuest = resourcesOf(layout, { ...models, ...more });

  test('a model that is added brings its own resources, and leaves all others as they are', () => {
    expect(idsIn(withGuest, before)).toEqual(idsOf('Guest', 'Guests'));
    expect(single(withGuest)).toMatchObject(single(before));
  });

  test('a model that is removed takes its own resources along only', () => {
    expect(idsIn(before, withGuest)).toEqual([]);
    const alone = resourcesOf(layout, more);
    // What all subscriptions share is there with the first model.
    expect(idsIn(withGuest, alone)).toEqual([...idsOf('Member', 'Members', ['Related'], { Memberteam: 'Team' }), ...idsOf('Team', 'Teams', [], { Teammembers: 'Member' })].sort());
    expect(single(withGuest)).toMatchObject(single(alone));
  });

  test('a model that is renamed becomes another one: its table, what works on it, and the resolvers of its fields', () => {
    const renamed = resourcesOf(layout, { Person: models.Member, Team: a.model({ mantra: a.string(), members: a.hasMany('Person', 'teamId') }) });
    // A field that reads the model's table has its resolver in the model's nested stack: it moves there, and stays where there is one stack.
    const moved = layout === 'nested';
    expect(idsIn(before, renamed)).toEqual(idsOf('Member', 'Members', ['Related'], { Memberteam: 'Team', ...(moved && { Teammembers: 'Member' }) }));
    expect(idsIn(renamed, before)).toEqual(idsOf('Person', 'People', ['Related'], { Personteam: 'Team', ...(moved && { Teammembers: 'Person' }) }));
  });

  test('the order of models and fields changes no logical id, that of models nothing at all', () => {
    expect(single(resourcesOf(layout, { ...more, Team: models.Team, Member: models.Member }))).toEqual(single(withGuest));
    const reordered = resourcesOf(layout, { ...models, Team: a.model({ members: a.hasMany('Member', 'teamId'), mantra: a.string() }) });
    expect(Object.keys(reordered).sort()).toEqual(Object.keys(before).sort());
  });

  test('enums and custom types are no resources, and an index changes none but its table, its role, and the list and those that write it', () => {
    const types = resourcesOf(layout, { ...models, Kind: a.enum(['A']), Place: a.customType({ x: a.id() }) });
    expect(single(types)).toEqual(single(before));

    const indexed = resourcesOf(layout, { ...models, Team: models.Team.secondaryIndexes((index) => [index('mantra')]) });
    const [stack, resolvers, role] = layout === 'flat' ? ['Test', 'DataResolvers', 'DataModelsTeamRole'] : ['Team', 'Resolvers', 'TeamRole'];
    expect(idsIn(indexed, before)).toEqual([`${stack}/${resolvers}QuerylistTeamByMantra`]);
    const changed = Object.keys(single(before)).filter((id) => JSON.stringify(before[id]) !== JSON.stringify(indexed[id]));
    expect(idsIn(Object.fromEntries(changed.map((id) => [id, before[id]!])))).toEqual([`${stack}/${resolvers}QuerylistTeams`, `${stack}/${role}`, 'Test/DataTablesTeam'].sort());
  });
});

test('a relationship that leads to another model keeps its resolver in one stack, as AppSync takes one a field, and moves between nested ones', () => {
  const turned = { ...models, ...more, Member: a.model({ name: a.string(), teamId: a.id(), team: a.belongsTo('Guest', 'teamId') }), Team: a.model({ mantra: a.string() }) };
  const resolverIn = (layout: Layout, of: Parameters<typeof a.schema>[0]) => idsIn(resourcesOf(layout, of)).filter((id) => id.includes('Memberteam'));

  expect([resolverIn('flat', models), resolverIn('flat', turned)]).toEqual([['Test/DataResolversMemberteam'], ['Test/DataResolversMemberteam']]);
  expect([resolverIn('nested', models), resolverIn('nested', turned)]).toEqual([['Team/ResolversMemberteam'], ['Guest/ResolversMemberteam']]);
});

test('two processes give the same bytes, in every file of the assembly', () => {
  const script = `require('tsx/cjs'); require(${JSON.stringify(join(__dirname, '..', '..', 'integ', 'integ.nested.ts'))})`;
  const assemblies = [1, 2].map(() => {
    const outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
    execFileSync(process.execPath, ['-e', script], { cwd: join(__dirname, '..', '..'), env: { ...process.env, CDK_OUTDIR: outdir }, stdio: 'ignore' });
    // What integ-runner asks has the time of the synth in it, and the manifest and the tree have that template's hash.
    const files = readdirSync(outdir).filter((file) => /^Company.*(template|amplify_outputs|model-schema|assets)|graphql$/.test(file)).sort();
    const contents = Object.fromEntries(files.map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
    rmSync(outdir, { recursive: true });
    return contents;
  });
  expect(Object.keys(assemblies[0]!).length).toBeGreaterThan(8);
  expect(assemblies[1]).toEqual(assemblies[0]);
});

import { generateClient } from 'aws-amplify/data';
import { a, type Allow, type ClientSchema } from 'cdk-appsync-data';
import { definition, type ModelDefinition } from 'cdk-appsync-data/schema';
import { resolveSchema } from '../../lib/model';
import { serve } from '../support/amplify-client';
import { plain } from '../support/builders';

const publicApiKey = (allow: Allow) => allow.publicApiKey();

const people = a.part({
  Person: a.model({ name: a.string().required(), teamId: a.id(), team: a.belongsTo('Team', 'teamId'), status: a.ref('Status') }),
}).authorization(publicApiKey);

const teams = a.part({
  Team: a.model({ name: a.string().required(), people: a.hasMany('Person', 'teamId') }),
  Status: a.enum(['ACTIVE', 'AWAY']),
}).authorization(publicApiKey);

const combined = a.combine([people, teams]);

test('relationships and types lead from one schema into the other, and the client is typed by all', async () => {
  const api = await serve(combined);
  const client = generateClient<ClientSchema<typeof combined>>();
  const { data: team } = await client.models.Team.create({ name: 'Red' });
  await client.models.Person.create({ name: 'Ann', teamId: team!.id, status: 'AWAY' });
  const { data: people } = await team!.people();
  expect(people).toMatchObject([{ name: 'Ann', status: 'AWAY' }]);
  expect((await people[0]!.team()).data).toMatchObject({ name: 'Red' });
  expect(client.enums.Status.values()).toEqual(['ACTIVE', 'AWAY']);
  await api.close();
});

test('the rules of a schema stay with its models', () => {
  const rules = (model: string) => plain((combined[definition].types[model]![definition] as ModelDefinition).authorization);
  expect([rules('Person'), rules('Team')]).toEqual([[{ kind: 'rule', allow: 'public', provider: 'apiKey' }], [{ kind: 'rule', allow: 'public', provider: 'apiKey' }]]);

  const withoutRules = a.combine([people, a.part({ Team: a.model({ people: a.hasMany('Person', 'teamId') }), Status: a.enum(['ACTIVE']) })]);
  expect(() => resolveSchema(withoutRules)).toThrow(/Team: no authorization rule says who may use it/);
  expect(() => resolveSchema(withoutRules.authorization(publicApiKey))).not.toThrow();
});

test('the schemas stay as they are, and a combination can be combined', () => {
  expect(Object.keys(people[definition].types)).toEqual(['Person']);
  const more = a.combine([combined, a.schema({ Office: a.model({ city: a.string() }) }).authorization(publicApiKey)]);
  expect(resolveSchema(more).models.map(({ name }) => name)).toEqual(['Person', 'Team', 'Office']);
});

test('what is wrong between them is an error of the compiler at the schema with the mistake, and a schema error', () => {
  const alone = a.part({ Person: a.model({ teamId: a.integer(), team: a.belongsTo('Team', 'teamId') }) });
  const team = a.part({ Team: a.model({ people: a.hasMany('Persn', 'teamId') }) });
  const wrong = a.combine([
    // @ts-expect-error 'teamId' of Person must have the type of Team's identifier
    alone,
    // @ts-expect-error there is no model 'Persn'
    team,
  ]).authorization(publicApiKey);
  expect(() => resolveSchema(wrong)).toThrow(/Person\.team: 'teamId' of Person is Int[^]*Team\.people: there is no model 'Persn'/);
});

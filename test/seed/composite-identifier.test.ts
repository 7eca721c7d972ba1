import { generateClient, type Client } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data';
import { type LocalApi } from 'cdk-appsync-data/local';
import { schemas } from '../../integ/schemas/relationships';
import { serve } from '../support/amplify-client';

type Schema = ClientSchema<typeof schemas.CompositeIdentifier>;

let api: LocalApi;
let client: Client<Schema>;

const ann = { name: 'Ann', dateOfBirth: '2000-01-01' };
const namesake = { name: 'Ann', dateOfBirth: '1999-12-31' };

beforeAll(async () => {
  api = await serve(schemas.CompositeIdentifier);
  client = generateClient<Schema>();
  await client.models.Person.create(ann);
  await client.models.Person.create(namesake);
  await client.models.Post.create({ id: 'post', title: 'Hers', content: 'text', authorName: ann.name, authorDoB: ann.dateOfBirth });
  await client.models.Post.create({ id: 'other', title: 'Not hers', content: 'text', authorName: namesake.name, authorDoB: namesake.dateOfBirth });
});

afterAll(() => api.close());

// The client's lazy load of a composite belongsTo sends the first field of the identifier only, so that it is loaded eagerly.
test('the author of a post, eagerly', async () => {
  const { data } = await client.models.Post.get({ id: 'post' }, { selectionSet: ['title', 'author.name', 'author.dateOfBirth'] });
  expect(data).toEqual({ title: 'Hers', author: ann });
});

test('the posts of a person, eagerly and lazily', async () => {
  const { data: eager } = await client.models.Person.get(ann, { selectionSet: ['authoredPosts.title'] });
  expect(eager).toEqual({ authoredPosts: [{ title: 'Hers' }] });

  const { data: person } = await client.models.Person.get(ann);
  expect((await person!.authoredPosts()).data).toMatchObject([{ id: 'post' }]);
});

test('people are found by the fields of their identifier', async () => {
  expect((await client.models.Person.list({ name: 'Ann', dateOfBirth: { beginsWith: '2000' } })).data).toMatchObject([ann]);
  expect((await client.models.Person.list({ name: 'Ann', sortDirection: 'ASC' })).data).toMatchObject([namesake, ann]);
  expect((await client.models.Person.list({ name: 'Ann', sortDirection: 'DESC' })).data).toMatchObject([ann, namesake]);
  expect((await client.models.Person.list({ name: 'Bob' })).data).toEqual([]);
});

test('a relationship is moved and taken away by all of its reference fields', async () => {
  await client.models.Post.update({ id: 'other', authorName: ann.name, authorDoB: ann.dateOfBirth });
  expect((await client.models.Person.get(namesake, { selectionSet: ['authoredPosts.id'] })).data).toEqual({ authoredPosts: [] });

  const { data } = await client.models.Post.update({ id: 'other', authorName: null, authorDoB: null }, { selectionSet: ['id', 'author.*'] });
  expect(data).toEqual({ id: 'other', author: null });
  expect((await client.models.Person.get(ann, { selectionSet: ['authoredPosts.id'] })).data).toEqual({ authoredPosts: [{ id: 'post' }] });
});

test('a reference of which one part is missing leads nowhere, and nothing is asked for', async () => {
  await client.models.Post.create({ id: 'half', title: 'Half', content: 'text', authorName: 'Ann' });
  api.clearRequests();
  expect((await client.models.Post.get({ id: 'half' }, { selectionSet: ['author.*'] })).data).toEqual({ author: null });
  expect(api.requests).toHaveLength(1);
});

import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { same, typeOf } from './assert';
import { type ImpliedFields } from './implied-fields';

type Schema = ClientSchema<typeof schemas.CompositeIdentifier>;
const { models } = generateClient<Schema>();

/** Without an id: the name and the date identify. */
interface Person {
  name: string;
  dateOfBirth: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  authoredPosts: Schema['Person']['type']['authoredPosts'];
}
interface Post extends ImpliedFields {
  title: string;
  content: string;
  authorName: string | null;
  authorDoB: string | null;
  author: Schema['Post']['type']['author'];
}

same<Schema['Person']['type'], Person>(true);
same<Schema['Person']['identifier'], { name: string; dateOfBirth: string }>(true);
same<Schema['Person']['createType'], { name: string; dateOfBirth: string }>(true);
same<Schema['Person']['updateType'], { name: string; dateOfBirth: string }>(true);
same<Schema['Person']['deleteType'], { name: string; dateOfBirth: string }>(true);
same<Schema['Post']['createType'], { id?: string; title: string; content: string; authorName?: string | null; authorDoB?: string | null }>(true);
same<Schema['Post']['identifier'], { readonly id: string }>(true);

export async function mutations() {
  const { data: person } = await models.Person.create({ name: 'Ann', dateOfBirth: '1990-01-31' });
  typeOf(person).is<Person | null>(true);
  const { data: post } = await models.Post.create({ title: 'One', content: 'Two', authorName: person!.name, authorDoB: person!.dateOfBirth });
  typeOf(post).is<Post | null>(true);
  await models.Post.update({ id: 'p1', authorName: null, authorDoB: null });
  // @ts-expect-error the date is part of the identifier
  await models.Person.create({ name: 'Ann' });
  // @ts-expect-error there is no id
  await models.Person.create({ id: 'a1', name: 'Ann', dateOfBirth: '1990-01-31' });
  // @ts-expect-error nothing identifies without a date
  await models.Person.update({ name: 'Ann' });
  // @ts-expect-error an identifier has no empty part
  await models.Person.delete({ name: 'Ann', dateOfBirth: null });
}

export async function reads() {
  const { data: person } = await models.Person.get({ name: 'Ann', dateOfBirth: '1990-01-31' });
  typeOf(person).is<Person | null>(true);
  const { data: people } = await models.Person.list({ name: 'Ann', dateOfBirth: { beginsWith: '199' }, sortDirection: 'DESC', limit: 2 });
  typeOf(people).is<Person[]>(true);
  await models.Person.list({ name: 'Ann', dateOfBirth: { between: ['1990-01-01', '1990-12-31'] }, filter: { createdAt: { gt: '2026' } } });
  // @ts-expect-error there is no id
  await models.Person.get({ id: 'a1' });
  // @ts-expect-error half an identifier identifies nothing
  await models.Person.get({ name: 'Ann' });
  // @ts-expect-error a date is a string
  await models.Person.get({ name: 'Ann', dateOfBirth: new Date() });
  // @ts-expect-error the partition key has one value
  await models.Person.list({ name: { beginsWith: 'A' } });
  // @ts-expect-error no query finds sort keys that contain something
  await models.Person.list({ name: 'Ann', dateOfBirth: { contains: '1990' } });
  // @ts-expect-error nor is there another direction
  await models.Person.list({ name: 'Ann', sortDirection: 'UP' });
  // @ts-expect-error there may be no such person
  void person.name;
}

export async function lazily(post: Post, person: Person) {
  const { data: author } = await post.author();
  typeOf(author).is<Person | null>(true);
  const { data: posts } = await person.authoredPosts({ limit: 3 });
  typeOf(posts).is<Schema['Post']['type'][]>(true);
  // @ts-expect-error there is no id
  void author!.id;
  // @ts-expect-error a post may have no author
  void posts[0]!.authorName.length;
}

export async function eagerly() {
  const selectionSet = ['name', 'authoredPosts.author.dateOfBirth', 'authoredPosts.authorDoB'] as const;
  interface Expected {
    readonly name: string;
    readonly authoredPosts: { readonly author: { readonly dateOfBirth: string }; readonly authorDoB: string | null }[];
  }
  same<SelectionSet<Schema['Person'], typeof selectionSet>, Expected>(true);
  const { data: person } = await models.Person.get({ name: 'Ann', dateOfBirth: '1990-01-31' }, { selectionSet });
  typeOf(person).is<Expected | null>(true);
  const { data: posts } = await models.Post.list({ selectionSet: ['author.*'] });
  typeOf(posts).is<{ readonly author: { readonly name: string; readonly dateOfBirth: string; readonly createdAt: string; readonly updatedAt: string } }[]>(true);
  // @ts-expect-error there is no id
  await models.Post.list({ selectionSet: ['author.id'] });
}

export async function filters() {
  await models.Post.list({ filter: { and: [{ authorName: { eq: 'Ann' } }, { authorDoB: { eq: '1990-01-31' } }] } });
  // @ts-expect-error relationships are no part of a filter
  await models.Post.list({ filter: { author: { name: { eq: 'Ann' } } } });
  // @ts-expect-error there is no id
  await models.Person.list({ filter: { id: { eq: 'a1' } } });
}

export function subscriptions() {
  models.Post.onCreate({ filter: { authorName: { eq: 'Ann' }, authorDoB: { eq: '1990-01-31' } } }).subscribe((post) => typeOf(post).is<Post>(true));
  models.Person.observeQuery({ filter: { name: { eq: 'Ann' } } }).subscribe(({ items }) => typeOf(items).is<Person[]>(true));
  // @ts-expect-error the identifier is no part of a subscription
  models.Person.onUpdate({ name: 'Ann', dateOfBirth: '1990-01-31' });
  // @ts-expect-error relationships are no part of a filter
  models.Person.onDelete({ filter: { authoredPosts: { eq: 'p1' } } });
}

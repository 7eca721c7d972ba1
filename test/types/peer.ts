import { type ClientSchema as PeerClientSchema } from '@aws-amplify/data-schema';
import { type ModelPath } from '@aws-amplify/data-schema/runtime';
import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { type ClientSchema } from 'cdk-appsync-data/schema';
import { type schemas } from '../../integ/schemas/relationships';
import { type Equal, same } from './assert';
import { type peerSchemas } from './peer-schemas';

// What differs from the peer, and stays so:
// - Paths back to where one comes from, such as 'members.team.mantra' of a team. The peer leaves them out of its paths to spare the
//   compiler. The API answers them, and so does the peer's, hence they are paths of ours.
// - The conditions on the sort keys of an identifier. The peer offers filters there ('contains', 'ne', 'size'), which no key condition has.
// - `__meta.flatModel` and `__meta.rawType`: where the client computes from, in ways of our own. What it computes is compared instead.

type Ours = { [Name in keyof typeof schemas]: ClientSchema<(typeof schemas)[Name]> };
type Peers = { [Name in keyof typeof peerSchemas]: PeerClientSchema<(typeof peerSchemas)[Name]> };

// ---- The types of a schema, loaders and what they resolve to included. None is made alike first: they are equal as they are.

type Part = 'type' | 'createType' | 'updateType' | 'deleteType' | 'identifier' | 'nestedTypes' | 'secondaryIndexes';
type ModelDifference<Our, Peer> =
  | { [Name in Part]: Equal<Our[Name & keyof Our], Peer[Name & keyof Peer]> extends true ? never : Name }[Part]
  | (Our extends { __meta: { disabledOperations: infer Disabled } } ? Equal<keyof Disabled, never> extends true ? never : 'disabledOperations' : 'no model');
type Difference<Our, Peer> =
  | { [Name in keyof Our & string]: Name extends keyof Peer ? `${Name}.${ModelDifference<Our[Name], Peer[Name]>}` : Name }[keyof Our & string]
  | Exclude<keyof Peer, keyof Our>;

same<{ [Name in keyof Ours]: Difference<Ours[Name], Peers[Name]> }, { [Name in keyof Peers]: never }>(true);
// That it would be seen: a reference that is required changes these, and by its loaders the person.
same<Difference<Ours['SeveralRelationships'], Peers['RequiredAndOptional']>, 'Post.type' | 'Post.createType' | 'Post.updateType' | 'Person.type'>(true);

// ---- What a client gives and takes without a selection set: the whole signatures.

export const ours = generateClient<Ours['Page']>().models;
export const peers = generateClient<Peers['Page']>().models;

same<keyof typeof ours, keyof typeof peers>(true);
same<typeof ours.Team.get<never[]>, typeof peers.Team.get<never[]>>(true);
same<typeof ours.Team.list<never[]>, typeof peers.Team.list<never[]>>(true);
same<typeof ours.Member.create<never[]>, typeof peers.Member.create<never[]>>(true);
same<typeof ours.Member.update<never[]>, typeof peers.Member.update<never[]>>(true);
same<typeof ours.Member.delete<never[]>, typeof peers.Member.delete<never[]>>(true);
same<typeof ours.Member.onCreate<never[]>, typeof peers.Member.onCreate<never[]>>(true);
same<typeof ours.Member.observeQuery<never[]>, typeof peers.Member.observeQuery<never[]>>(true);
same<typeof ours.Cart.list<never[]>, typeof peers.Cart.list<never[]>>(true);
same<typeof ours.Customer.create<never[]>, typeof peers.Customer.create<never[]>>(true);
same<typeof ours.Post.get<never[]>, typeof peers.Post.get<never[]>>(true);
same<typeof ours.Post.create<never[]>, typeof peers.Post.create<never[]>>(true);
same<typeof ours.Tag.list<never[]>, typeof peers.Tag.list<never[]>>(true);
same<typeof ours.PostTag.create<never[]>, typeof peers.PostTag.create<never[]>>(true);
same<typeof ours.Person.list<never[]>, typeof peers.Person.list<never[]>>(true);

export const composite = generateClient<Ours['CompositeIdentifier']>().models;
export const peerComposite = generateClient<Peers['CompositeIdentifier']>().models;
same<typeof composite.Person.get<never[]>, typeof peerComposite.Person.get<never[]>>(true);
same<typeof composite.Person.create<never[]>, typeof peerComposite.Person.create<never[]>>(true);
same<ReturnType<typeof composite.Person.list<never[]>>, ReturnType<typeof peerComposite.Person.list<never[]>>>(true);
same<Ours['CompositeIdentifier']['Person']['__meta']['listOptionsPkParams'] extends Peers['CompositeIdentifier']['Person']['__meta']['listOptionsPkParams'] ? true : false, true>(true);
same<typeof composite.Post.list<never[]>, typeof peerComposite.Post.list<never[]>>(true);

export const required = generateClient<Ours['RequiredAndOptional']>().models;
export const peerRequired = generateClient<Peers['RequiredAndOptional']>().models;
same<typeof required.Post.create<never[]>, typeof peerRequired.Post.create<never[]>>(true);
same<typeof required.Post.get<never[]>, typeof peerRequired.Post.get<never[]>>(true);

// ---- What it gives with a selection set that both have.

same<ReturnType<typeof ours.Team.get<['id', 'members.*']>>, ReturnType<typeof peers.Team.get<['id', 'members.*']>>>(true);
same<ReturnType<typeof ours.Member.list<['name', 'team.*', 'team.members.name']>>, ReturnType<typeof peers.Member.list<['name', 'team.*', 'team.members.name']>>>(true);
same<ReturnType<typeof ours.Customer.get<['name', 'activeCart.*']>>, ReturnType<typeof peers.Customer.get<['name', 'activeCart.*']>>>(true);
same<ReturnType<typeof ours.Post.create<['tags.tag.name', 'author.*']>>, ReturnType<typeof peers.Post.create<['tags.tag.name', 'author.*']>>>(true);
same<ReturnType<typeof ours.Post.onUpdate<['title', 'editor.name']>>, ReturnType<typeof peers.Post.onUpdate<['title', 'editor.name']>>>(true);
same<ReturnType<typeof ours.Tag.list<['posts.post.editor.editedPosts.title']>>, ReturnType<typeof peers.Tag.list<['posts.post.editor.editedPosts.title']>>>(true);
same<ReturnType<typeof composite.Post.list<['author.*']>>, ReturnType<typeof peerComposite.Post.list<['author.*']>>>(true);
same<ReturnType<typeof composite.Person.get<['authoredPosts.authorDoB']>>, ReturnType<typeof peerComposite.Person.get<['authoredPosts.authorDoB']>>>(true);
same<ReturnType<typeof required.Post.get<['authorId', 'author.name', 'editor.*']>>, ReturnType<typeof peerRequired.Post.get<['authorId', 'author.name', 'editor.*']>>>(true);
same<SelectionSet<Ours['ManyToMany']['PostTag'], ['post.tags.tagId', 'tag.*']>, SelectionSet<Peers['ManyToMany']['PostTag'], ['post.tags.tagId', 'tag.*']>>(true);

// ---- The paths themselves: all of the peer's, and those that lead back.

type PathOf<Model extends { __meta: { flatModel: Record<string, unknown> } }> = ModelPath<Model['__meta']['flatModel']>;

same<Exclude<PathOf<Peers['Page']['Team']>, PathOf<Ours['Page']['Team']>>, never>(true);
same<Exclude<PathOf<Peers['ManyToMany']['PostTag']>, PathOf<Ours['ManyToMany']['PostTag']>>, never>(true);
same<Exclude<PathOf<Peers['CompositeIdentifier']['Post']>, PathOf<Ours['CompositeIdentifier']['Post']>>, never>(true);

interface TwoDeep { selectionSetDepth: 2 }
type Shallow = ClientSchema<typeof schemas.OneToMany, TwoDeep>;
type PeerShallow = PeerClientSchema<typeof peerSchemas.OneToMany, TwoDeep>;
same<PathOf<Shallow['Member']>, PathOf<PeerShallow['Member']>>(true);
same<Exclude<PathOf<Shallow['Team']>, PathOf<PeerShallow['Team']>>, `members.team.${'*' | 'id' | 'mantra' | 'createdAt' | 'updatedAt'}`>(true);

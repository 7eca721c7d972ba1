import { a as peer, type ClientSchema as PeerClientSchema } from '@aws-amplify/data-schema';
import { generateClient, type SelectionSet } from 'aws-amplify/data';
import { a, type Allow, type AllowOnOperation, type ClientSchema } from 'cdk-appsync-data/schema';
import { same } from './assert';
import { type ImpliedFields } from './implied-fields';

export const schema = a.schema({
  Note: a.model({ text: a.string().required(), by: a.string(), boxId: a.id(), box: a.belongsTo('Box', 'boxId') }).authorization((allow) => [
    allow.owner().identityClaim('email').to(['read']), allow.ownerDefinedIn('by'), allow.ownersDefinedIn('editors'), allow.groupDefinedIn('team').withClaimIn('teams'), allow.groupsDefinedIn('teams'), allow.publicApiKey().to(['get']),
  ]).disableOperations(['delete']),
  One: a.model({ secret: a.string().authorization((allow) => [allow.owner()]) }).authorization((allow) => allow.owner('oidc')),
  Declared: a.model({ owner: a.string().required() }).authorization((allow) => allow.owner()),
  Plain: a.model({ text: a.string() }).authorization((allow) => [allow.authenticated(), allow.group('Admins')]),
  Box: a.model({ notes: a.hasMany('Note', 'boxId') }),
}).authorization((allow) => [allow.ownerDefinedIn('keeper'), allow.authenticated(), allow.resource('report')]);

type Schema = ClientSchema<typeof schema>;
type Values<Type> = { [Name in keyof Type as Type[Name] extends ((...given: never) => unknown) | undefined ? never : Name]: Type[Name] };

// Fields that rules name are read, where the model does not declare them.
interface Named { readonly owner?: string | null | undefined; readonly editors?: string[] | null | undefined; readonly team?: string | null | undefined; readonly teams?: string[] | null | undefined }
interface Note extends ImpliedFields, Named { text: string; by?: string | null; boxId?: string | null }
same<Values<Schema['Note']['type']>, Note>(true);
same<Schema['One']['type'], ImpliedFields & { readonly owner?: string | null | undefined; secret?: string | null } extends infer Type ? { [Name in keyof Type]: Type[Name] } : never>(true);
same<keyof Schema['Plain']['type'], 'id' | 'text' | 'createdAt' | 'updatedAt'>(true);
same<Schema['Declared']['type']['owner'], string>(true);

// They are written by the API alone, unlike declared ones.
same<keyof Schema['Note']['createType'], 'id' | 'text' | 'by' | 'boxId'>(true);
same<keyof Schema['Note']['updateType'], 'id' | 'text' | 'by' | 'boxId'>(true);
same<keyof Schema['Declared']['createType'], 'id' | 'owner'>(true);

// The rules of the schema are those of models without any of their own.
same<Schema['Box']['type']['keeper'], string | null | undefined>(true);
same<'keeper' extends keyof Schema['Note']['type'] ? true : false, false>(true);

// The last rules decide.
export const twice = a.schema({ Note: a.model({}).authorization((allow) => allow.owner()).authorization((allow) => allow.ownerDefinedIn('by')) });
same<keyof ClientSchema<typeof twice>['Note']['type'], 'id' | 'createdAt' | 'updatedAt' | 'by'>(true);

// Each part of a combined schema keeps its rules.
export const combined = a.combine([
  a.schema({ Note: a.model({}) }).authorization((allow) => allow.owner()),
  a.schema({ Last: a.model({}) }).authorization((allow) => allow.resource('report')),
  a.schema({ Key: a.model({}) }).authorization((allow) => allow.publicApiKey()),
  a.schema({ Box: a.model({}), Own: a.model({}).authorization((allow) => allow.publicApiKey()) }).authorization((allow) => [allow.groupsDefinedIn('teams')]),
]).authorization((allow) => allow.ownerDefinedIn('other'));
type Combined = ClientSchema<typeof combined>;
same<keyof Combined['Note']['type'], keyof ImpliedFields | 'owner'>(true);
same<keyof Combined['Box']['type'], keyof ImpliedFields | 'teams'>(true);
same<keyof Combined['Own']['type'] | keyof Combined['Key']['type'], keyof ImpliedFields>(true);
same<keyof Combined['Last']['type'], keyof ImpliedFields | 'other'>(true);

// ---- The peer's types have the same fields, but can write them, which its API refuses.

export const peers = peer.schema({
  Note: peer.model({ text: peer.string().required(), by: peer.string() })
    .authorization((allow) => [allow.owner(), allow.ownerDefinedIn('by'), allow.ownersDefinedIn('editors'), allow.groupDefinedIn('team'), allow.groupsDefinedIn('teams')]),
  Plain: peer.model({ text: peer.string() }),
}).authorization((allow) => [allow.ownerDefinedIn('keeper'), allow.authenticated()]);
export const ours = a.schema({
  Note: a.model({ text: a.string().required(), by: a.string() })
    .authorization((allow) => [allow.owner(), allow.ownerDefinedIn('by'), allow.ownersDefinedIn('editors'), allow.groupDefinedIn('team'), allow.groupsDefinedIn('teams')]),
  Plain: a.model({ text: a.string() }),
}).authorization((allow) => [allow.ownerDefinedIn('keeper'), allow.authenticated()]);
type Peers = PeerClientSchema<typeof peers>;
type Ours = ClientSchema<typeof ours>;
type Written<Type> = { -readonly [Name in keyof Type]: Type[Name] };
same<Written<Ours['Note']['type']>, Written<Peers['Note']['type']>>(true);
same<Written<Ours['Plain']['type']>, Written<Peers['Plain']['type']>>(true);
same<Exclude<keyof Peers['Note']['createType'], keyof Ours['Note']['createType']>, 'owner' | 'editors' | 'team' | 'teams'>(true);

// ---- Selection sets lead to them, also through relationships, as the clients know them from the rules.

const client = generateClient<Schema>();
// What other modifiers set stays.
same<'delete' extends keyof typeof client.models.Note ? true : false, false>(true);

export async function read(): Promise<(string | null | undefined)[]> {
  const { data } = await client.models.Box.get({ id: 'x' }, { selectionSet: ['keeper', 'notes.owner', 'notes.editors'] });
  const { data: notes } = await client.models.Note.list({ filter: { owner: { eq: 'me' } } });
  return [data!.keeper, data!.notes[0]!.owner, data!.notes[0]!.editors?.[0], notes[0]!.team];
}
same<Written<SelectionSet<Ours['Note'], ['owner', 'teams']>>, Written<SelectionSet<Peers['Note'], ['owner', 'teams']>>>(true);

// ---- Rules where there are none of their kind.

export const operation = a.query().returns(a.string()).authorization((allow) => [allow.publicApiKey(), allow.group('Admins').withClaimIn('teams'), allow.custom()]);
// @ts-expect-error -- an operation has no records
a.query().authorization((allow) => allow.owner());
// @ts-expect-error -- nor anything of theirs to allow
a.query().authorization((allow) => allow.publicApiKey().to(['read']));
// @ts-expect-error -- functions use the whole API
a.model({}).authorization((allow) => allow.resource('report'));
// @ts-expect-error -- a key names no owner
a.model({}).authorization((allow) => allow.owner('apiKey'));
// @ts-expect-error -- no such operation
a.model({}).authorization((allow) => allow.publicApiKey().to(['write']));
// @ts-expect-error -- a function's rule is about other operations
a.schema({}).authorization((allow) => allow.resource('report').to(['read']));

// One callback serves for several places.
const everybody = (allow: AllowOnOperation) => allow.publicApiKey();
const readers = (allow: Allow) => [allow.publicApiKey().to(['read'])];
export const shared = a.schema({ Note: a.model({ text: a.string().authorization(readers) }).authorization(readers), echo: operation.authorization(everybody) }).authorization(everybody);

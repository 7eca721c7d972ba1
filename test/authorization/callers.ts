import { type Mode } from './rules';

/** Someone who asks, as plain data: how they come in, and what is known of them then. */
export interface Caller {
  readonly name: string;
  /** Absent for those who come in by none. */
  readonly mode?: Mode;
  /** Of those who come in by none: the headers that they try with. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly username?: string;
  readonly sub?: string;
  /** Claims of the token beside those two. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Of those who come in by IAM with credentials of an identity pool. */
  readonly identityPool?: 'authenticated' | 'guest';
}

const subs = { alice: 'aaaaaaaa-0000-4000-8000-000000000001', bob: 'bbbbbbbb-0000-4000-8000-000000000002', olga: 'oidc|olga', otto: 'oidc|otto' };

const user = (name: string, sub: string, claims: Readonly<Record<string, unknown>>): Caller => ({ name, mode: 'userPool', username: name, sub, claims });
const openIdUser = (name: string, sub: string, claims: Readonly<Record<string, unknown>>): Caller => ({ name, mode: 'openIdConnect', username: name, sub, claims });

/** Everyone who asks everything. */
export const callers = {
  nobody: { name: 'no credentials', headers: {} },
  wrongKey: { name: 'wrong key', headers: { 'x-api-key': 'da2-wrongwrongwrongwrongwrong' } },
  apiKey: { name: 'API key', mode: 'apiKey' },
  alice: user('alice', subs.alice, { email: 'alice@example.com' }),
  bob: user('bob', subs.bob, { email: 'bob@example.com', 'cognito:groups': [] }),
  carol: user('carol', 'cccccccc-0000-4000-8000-000000000003', { 'cognito:groups': ['Admins', 'Staff'], 'roles': ['Admins'] }),
  dan: user('dan', 'dddddddd-0000-4000-8000-000000000004', { 'cognito:groups': '["Editors"]', 'roles': '["Editors","Admins"]' }),
  eve: user('eve', 'eeeeeeee-0000-4000-8000-000000000005', { 'cognito:groups': 'Editors', 'roles': 'Admins', 'email': '' }),
  /** Looks like others wherever a text can. */
  mallory: user(`${subs.alice}::alice`, 'ffffffff-0000-4000-8000-000000000006', { 'cognito:groups': { Admins: 'Admins' }, 'roles': 7, 'email': ['alice@example.com'] }),
  olga: openIdUser('olga', subs.olga, { email: 'olga@example.com', roles: ['Admins'] }),
  otto: openIdUser('otto', subs.otto, { username: 'alice', roles: [] }),
  guest: { name: 'guest', mode: 'iam', identityPool: 'guest' },
  poolUser: { name: 'identity pool user', mode: 'iam', identityPool: 'authenticated' },
  role: { name: 'IAM role', mode: 'iam' },
  lambda: { name: 'let in by the Lambda function', mode: 'lambda' },
} as const satisfies Record<string, Caller>;

export const allCallers: readonly Caller[] = Object.values(callers);

/** Those who come in by a user pool, which knows most of them. */
export const poolUsers: readonly Caller[] = allCallers.filter(({ mode }) => mode === 'userPool');

/** Everyone but those users of the pool who differ from others by nothing but their claims: for APIs with several modes. */
export const oneOfEach: readonly Caller[] = allCallers.filter((caller) => !([callers.bob, callers.eve, callers.mallory] as readonly Caller[]).includes(caller));

/** How records name some of them. */
export const names = {
  alice: `${subs.alice}::alice`, aliceSub: subs.alice, aliceUsername: 'alice', aliceEmail: 'alice@example.com',
  bob: `${subs.bob}::bob`, olga: subs.olga, otto: subs.otto,
};

import type * as Jose from 'jose';
import { jose } from './jose';
import { type Claims } from './token';

/** What the tokens of this machine are signed with. A token has no other algorithm: what names one is refused. */
const localAlgorithm = 'ES256';
/** What a provider may sign with. Algorithms with a shared secret are none of them: a public key would do for the secret. */
const remoteAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** The key that a local API signs tokens with: made when there is a first token, another one at each start. */
export class LocalKey {
  private pair?: Promise<Jose.GenerateKeyPairResult>;

  public async sign(claims: Claims): Promise<string> {
    this.pair ??= jose().generateKeyPair(localAlgorithm);
    return new (jose().SignJWT)(claims as Jose.JWTPayload).setProtectedHeader({ alg: localAlgorithm, typ: 'JWT' }).sign((await this.pair).privateKey);
  }

  /** @throws Error for a token that this key has not signed, or that is over */
  public async verify(token: string): Promise<Claims> {
    if (!this.pair) throw new Error('no token was signed yet');
    return (await jose().jwtVerify(token, (await this.pair).publicKey, { algorithms: [localAlgorithm], requiredClaims: ['exp'] })).payload;
  }
}

/** Verifies tokens by the keys that a provider publishes. They are fetched with the first token, and again for a key that isn't among them. */
export class RemoteKeys {
  private keys?: ReturnType<typeof Jose.createRemoteJWKSet>;

  public constructor(private readonly url: URL) {}

  /** @throws Error for a token that no published key has signed, that is over, or where the keys can't be fetched */
  public async verify(token: string): Promise<Claims> {
    this.keys ??= jose().createRemoteJWKSet(this.url);
    return (await jose().jwtVerify(token, this.keys, { algorithms: remoteAlgorithms, requiredClaims: ['exp'] })).payload;
  }
}

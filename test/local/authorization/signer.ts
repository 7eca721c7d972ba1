import { SignatureV4 } from '@smithy/signature-v4';
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { type LocalApi, type LocalCredentials } from '../../../lib/local';

/** The hash that the signer wants. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  public constructor(secret?: Buffer) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  }

  public update(data: Uint8Array): void {
    this.hash.update(data);
  }

  public async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  public reset(): void { /* One signature each. */ }
}

export interface SigningOptions {
  readonly credentials: Pick<LocalCredentials, 'accessKeyId' | 'secretAccessKey' | 'sessionToken'>;
  readonly body: string;
  readonly region?: string;
  readonly service?: string;
  readonly date?: Date;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  /** Whether the hash of the body is a header of its own. */
  readonly hasChecksum?: boolean;
}

/** The headers of a signed request. */
export async function sign(
  { url }: LocalApi, { credentials, body, region = 'us-east-1', service = 'appsync', date, path = '/graphql', headers, hasChecksum = true }: SigningOptions,
): Promise<Record<string, string>> {
  const { host, hostname } = new URL(url);
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 as never, applyChecksum: hasChecksum });
  const signed = await signer.sign({
    method: 'POST', protocol: 'http:', hostname, path, query: {}, body, headers: { host, 'content-type': 'application/json', ...headers },
  }, date && { signingDate: date });
  return signed.headers;
}

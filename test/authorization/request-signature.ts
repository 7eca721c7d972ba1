import { SignatureV4 } from '@smithy/signature-v4';
import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { type LocalCredentials } from 'cdk-appsync-data/local';

/** The hash that the signer wants, of Node.js. */
class Sha256 {
  private readonly hash: Hash | Hmac;

  public constructor(secret?: unknown) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Buffer);
  }

  public update(data: Uint8Array): void {
    this.hash.update(data);
  }

  public async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  public reset(): void {
    // A signer makes a new one for each text.
  }
}

/** The headers that sign a body for a URL, as AWS's clients make them. */
export async function signature(url: string, body: string, credentials: LocalCredentials): Promise<Record<string, string>> {
  const { host, hostname, pathname } = new URL(url);
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service: 'appsync', sha256: Sha256 as never });
  const { headers } = await signer.sign({ method: 'POST', protocol: 'http:', hostname, path: pathname, query: {}, body, headers: { host, 'content-type': 'application/json' } });
  return headers;
}

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSourceError } from '../data-source';
import { type Attributes } from './attribute-values';

const ALGORITHM = 'aes-256-gcm';
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** What a token goes on with: it is good for nothing else. */
export interface PageScope {
  readonly operation: 'Query' | 'Scan';
  readonly table: string;
  readonly index?: string;
}

/** Makes `nextToken`s out of DynamoDB's LastEvaluatedKey, and back. They are encrypted, so they can neither be read nor forged. */
export class PageTokens {
  private readonly secret: Buffer;

  /** With a directory, the secret is kept there, so that tokens stay good when the data is opened again. */
  public constructor(directory?: string) {
    this.secret = directory ? keptSecret(directory) : randomBytes(32);
  }

  public seal(key: Attributes, scope: PageScope): string {
    const nonce = randomBytes(NONCE_LENGTH);
    const cipher = createCipheriv(ALGORITHM, this.secret, nonce).setAAD(scopeBytes(scope));
    const text = Buffer.concat([cipher.update(JSON.stringify(key)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  }

  /** @throws DataSourceError for what is no token of this scope; its type and message were recorded from AppSync */
  public open(token: unknown, scope: PageScope): Attributes {
    try {
      const bytes = Buffer.from(token as string, 'base64url');
      if (bytes.toString('base64url') !== token) {
        throw new Error('several texts decode to the same bytes: only one of them is the token');
      }
      const decipher = createDecipheriv(ALGORITHM, this.secret, bytes.subarray(0, NONCE_LENGTH), { authTagLength: TAG_LENGTH })
        .setAAD(scopeBytes(scope))
        .setAuthTag(bytes.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH));
      return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(NONCE_LENGTH + TAG_LENGTH)), decipher.final()]).toString());
    } catch {
      throw new DataSourceError('Invalid pagination token given.', 'DynamoDB:UserIllegalArgumentException');
    }
  }
}

function scopeBytes({ operation, table, index }: PageScope): Buffer {
  return Buffer.from(JSON.stringify([operation, table, index]));
}

function keptSecret(directory: string): Buffer {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'page-token-secret');
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  return readFileSync(file);
}

import { createHash, createHmac, type Hmac, type Hash } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Signing from '@smithy/signature-v4';
import { RequestError } from '../graphql';
import { type AuthorizationRequest } from './authorization';

const algorithm = 'AWS4-HMAC-SHA256';
const service = 'appsync';
/** How far the clocks of a client and of AWS may be apart. */
const toleranceMilliseconds = 5 * 60_000;

const load = createRequire(__filename);

/** The credentials that a request has to be signed with. */
interface Secrets { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string }

/** What an `Authorization` header says of a signature. */
interface Signature {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export function isSigned(headers: Readonly<Record<string, string>>): boolean {
  return headers.authorization?.startsWith(algorithm) === true;
}

/** @throws RequestError for a header that is no signature of version 4 */
export function readSignature(headers: Readonly<Record<string, string>>): Signature {
  const parts = new Map((headers.authorization ?? '').slice(algorithm.length).split(',').map((part) => part.trim().split(/=(.*)/s) as [string, string]));
  const [accessKeyId, date, region, scopedService, end, ...rest] = (parts.get('Credential') ?? '').split('/');
  const [signedHeaders, signature] = [parts.get('SignedHeaders'), parts.get('Signature')];
  if (!accessKeyId || !date || !region || !scopedService || end !== 'aws4_request' || rest.length > 0 || !signedHeaders || !signature) {
    throw new RequestError(403, 'IncompleteSignatureException', `Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' of ${algorithm}.`);
  }
  return { accessKeyId, date, region, service: scopedService, signedHeaders: signedHeaders.split(';'), signature };
}

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @throws RequestError for what isn't signed with these credentials, for this service and region, just now
 */
export async function verifySignature(request: AuthorizationRequest, given: Signature, secrets: Secrets, region: string): Promise<void> {
  const { headers, path, body } = request;
  if (given.region !== region || given.service !== service) {
    throw invalid(`Credential should be scoped to the service '${service}' in the region '${region}', and is to '${given.service}' in '${given.region}'.`);
  }
  if (headers['x-amz-security-token'] !== secrets.sessionToken) throw unknownToken();
  const missing = ['host', 'x-amz-date'].filter((name) => !given.signedHeaders.includes(name) || headers[name] === undefined);
  if (missing.length > 0) throw invalid(`The signature has to be of the headers ${missing.join(' and ')} too.`);
  const date = dateOf(headers['x-amz-date']!);
  if (!date || !headers['x-amz-date']!.startsWith(given.date)) throw invalid('The date of the signature is not that of the header x-amz-date.');
  if (Math.abs(date.getTime() - Date.now()) > toleranceMilliseconds) throw invalid(`Signature expired: ${headers['x-amz-date']} is not within five minutes of now.`);
  const payloadHash = headers['x-amz-content-sha256'];
  if (payloadHash !== undefined && payloadHash !== createHash('sha256').update(body).digest('hex')) throw invalid('The header x-amz-content-sha256 is not the hash of the body.');

  const { sessionToken, ...keys } = secrets;
  const { SignatureV4 } = load('@smithy/signature-v4') as typeof Signing;
  const signer = new SignatureV4({
    credentials: { ...keys, ...(given.signedHeaders.includes('x-amz-security-token') && { sessionToken }) }, region, service, sha256: Sha256, applyChecksum: false,
  });
  const url = new URL(path, 'http://localhost');
  const signed = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname: 'localhost',
    path: url.pathname,
    query: Object.fromEntries([...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)])),
    headers: Object.fromEntries(given.signedHeaders.map((name) => [name, headers[name] ?? ''])),
    body,
  }, { signingDate: date, signableHeaders: new Set(given.signedHeaders) });
  if (readSignature(signed.headers).signature !== given.signature) {
    throw invalid('The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.');
  }
}

/** AppSync's answer to credentials that it doesn't know. */
export function unknownToken(): RequestError {
  return new RequestError(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.');
}

function invalid(message: string): RequestError {
  return new RequestError(403, 'InvalidSignatureException', message);
}

/** The moment of a text such as `20300101T120000Z`. */
function dateOf(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return match ? new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]), Number(match[4]), Number(match[5]), Number(match[6]))) : undefined;
}

/** The hash that the signer wants, of Node.js. */
class Sha256 {
  private hash: Hash | Hmac;

  public constructor(private readonly secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = this.start();
  }

  public update(data: Uint8Array): void {
    this.hash.update(data);
  }

  public async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  public reset(): void {
    this.hash = this.start();
  }

  private start(): Hash | Hmac {
    return this.secret === undefined ? createHash('sha256') : createHmac('sha256', typeof this.secret === 'string' ? this.secret : bytesOf(this.secret));
  }
}

function bytesOf(data: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

/** The claims of a token, as they were sent: nothing of them is verified. */
export type Claims = Readonly<Record<string, unknown>>;

/** The token in an `Authorization` header: itself, or after `Bearer`. */
export function tokenIn(headers: Readonly<Record<string, string>>): string | undefined {
  const header = headers.authorization?.trim().replace(/^Bearer\s+/i, '');
  return header === '' ? undefined : header;
}

/** The claims of what has the form of a signed or unsigned JSON Web Token; undefined for anything else. */
export function claimsOf(token: string): Claims | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (signature === undefined || rest.length > 0) return undefined;
  const [readHeader, readPayload] = [header, payload].map(objectIn);
  return readHeader && readPayload;
}

/** The JSON object in a part of a token. */
function objectIn(part: string | undefined): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Claims : undefined;
  } catch {
    return undefined;
  }
}

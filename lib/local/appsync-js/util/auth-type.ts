import { currentCall } from '../call';

/** `util.authType`: the mode by which the request was authorized, told from the shape of its identity. */
export function authType(): string {
  const identity = currentCall().context.identity as Record<string, unknown> | null | undefined;
  if (identity == null) return 'API Key Authorization';
  // A Lambda authorizer may answer without a resolver context, which leaves the identity empty.
  if ('resolverContext' in identity || Object.keys(identity).length === 0) return 'Lambda Authorization';
  if ('userArn' in identity || 'cognitoIdentityId' in identity) return 'IAM Authorization';
  if (!('claims' in identity)) return 'API Key Authorization';
  return 'username' in identity ? 'User Pool Authorization' : 'Open ID Connect Authorization';
}

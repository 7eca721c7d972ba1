import { type AuthorizationMode } from './authorization';
import { type LocalCredentialStore } from './local-credentials';
import { isSigned, readSignature, unknownToken, verifySignature } from './signature';

/** Lets in who has signed a request with credentials that this local API has given out. */
export function iamMode(credentials: LocalCredentialStore, region: string): AuthorizationMode {
  return {
    isMeant: ({ headers }) => isSigned(headers),
    identify: async (request) => {
      const signature = readSignature(request.headers);
      const issued = credentials.find(signature.accessKeyId);
      if (!issued) throw unknownToken();
      await verifySignature(request, signature, issued.credentials, region);
      return issued.identify(request.sourceIp);
    },
  };
}

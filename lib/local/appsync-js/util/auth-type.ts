import { type AuthorizationType } from '../../template';
import { currentCall } from '../call';

const names: Readonly<Record<AuthorizationType, string>> = {
  API_KEY: 'API Key Authorization',
  AWS_IAM: 'IAM Authorization',
  AMAZON_COGNITO_USER_POOLS: 'User Pool Authorization',
  OPENID_CONNECT: 'Open ID Connect Authorization',
  AWS_LAMBDA: 'Lambda Authorization',
};

/** `util.authType`: the mode by which the request was authorized. */
export function authType(): string {
  return names[currentCall().context.authorizationType];
}

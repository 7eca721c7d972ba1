import { type AuthorizationModes, type IamModeOptions } from './authorization-modes';
import { quoted } from './quoted';

/** What a property takes: how to tell it, and in words. */
interface Taken { readonly fits: (value: unknown) => boolean; readonly what: string }

const iamRoles: Readonly<Record<keyof IamModeOptions, (value: unknown) => boolean>> = {
  authenticatedRole: hasKey('roleArn'),
  unauthenticatedRole: hasKey('roleArn'),
  identityPoolId: isText,
};

const taken: Readonly<Record<keyof AuthorizationModes, Taken>> = {
  default: { fits: isText, what: "the name of a mode, such as 'userPool'" },
  apiKey: { fits: isBoolean, what: 'true or false' },
  userPool: { fits: isOrHas('userPoolId', 'userPool'), what: "a user pool of the CDK, UserPool.fromUserPoolId(stack, 'Id', id) for one that there is, or AppSync's options with one, { userPool }" },
  userPoolClient: { fits: hasKey('userPoolClientId'), what: "a client of the CDK, UserPoolClient.fromUserPoolClientId(stack, 'Id', id) for one that there is" },
  openIdConnect: { fits: (value) => isObject(value) && isText(value.oidcProvider), what: "AppSync's options with the issuer, { oidcProvider: 'https://id.example.com' }" },
  lambda: { fits: isOrHas('functionArn', 'handler'), what: "a function of the CDK, Function.fromFunctionArn(stack, 'Id', arn) for one that there is, or AppSync's options with one, { handler }" },
  iam: { fits: (value) => isBoolean(value) || isIamOptions(value), what: `true or false, or an object with some of ${quoted(Object.keys(iamRoles))}: roles of the CDK, and the id of an identity pool` },
};

/**
 * Checks what is given as `authorizationModes`. The compiler sees to it where it is asked; JavaScript and casts get around it, and who is
 * let in must not follow from a mistake.
 *
 * @throws Error that names what is wrong, and what to give
 */
export function checkAuthorizationModes(given: AuthorizationModes): void {
  if (!isObject(given)) throw new Error(`'authorizationModes' is no object with modes: give one, such as { userPool }, or leave it out for an API with a key`);
  for (const [name, value] of Object.entries(given)) {
    const known = Object.hasOwn(taken, name) ? taken[name as keyof AuthorizationModes] : undefined;
    if (!known) throw new Error(`'authorizationModes' has '${name}', and there is no such mode: it takes ${quoted(Object.keys(taken))}`);
    if (value !== undefined && !known.fits(value)) throw new Error(`'${name}' of 'authorizationModes' is something else than that: give ${known.what}, or leave it out`);
  }
  if (given.userPoolClient && !given.userPool) throw new Error("'authorizationModes' has a 'userPoolClient' and no 'userPool' that it would be a client of: add that, or leave it out");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function hasKey(key: string): (value: unknown) => boolean {
  return (value) => isObject(value) && key in value;
}

/** Whether something has a key itself, or under another key something that has it. */
function isOrHas(key: string, inside: string): (value: unknown) => boolean {
  return (value) => hasKey(key)(value) || isObject(value) && hasKey(key)(value[inside]);
}

function isIamOptions(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([name, option]) => Object.hasOwn(iamRoles, name) && (option === undefined || iamRoles[name as keyof IamModeOptions](option)));
}

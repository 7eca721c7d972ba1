import { valueFromASTUntyped, type GraphQLScalarType } from 'graphql';
import { isIP } from 'node:net';

/** A scalar of AppSync: what it accepts, and what AppSync calls a valid value in its error messages. */
interface ScalarRule {
  readonly noun: string;
  readonly accepts: (value: unknown) => boolean;
  readonly parse?: (value: string) => unknown;
  readonly serialize?: (value: unknown) => unknown;
}

const date = '([+-]?\\d{4})-(\\d{2})-(\\d{2})';
const time = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?';
const offset = '(Z|[+-](0\\d|1[0-8]):[0-5]\\d(:[0-5]\\d)?)';

/** Whether the text has the form, and starts with a day that the calendar has where the form has a date. */
const matches = (form: string, hasDate: boolean) => {
  const pattern = new RegExp(`^${form}$`);
  return (value: unknown) => {
    const match = typeof value === 'string' ? pattern.exec(value) : null;
    if (!match || !hasDate) return match !== null;
    const [year, month, day] = match.slice(1, 4).map(Number);
    const asDate = new Date(0);
    asDate.setUTCFullYear(year!, month! - 1, day!);
    return asDate.getUTCMonth() === month! - 1 && asDate.getUTCDate() === day;
  };
};

const isJson = (value: unknown) => {
  try {
    JSON.parse(value as string);
    return typeof value === 'string';
  } catch {
    return false;
  }
};

const isUrl = (value: unknown) => {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return !value.replace(/^[^:]+:(\/\/)?/, '').replace(/[?#].*$/, '').includes('//');
};

/** Without a country code a number is a North American one, as in AppSync. */
const isPhone = (value: unknown) => {
  if (typeof value !== 'string' || !/^\+?[\d\s()-]+$/.test(value)) return false;
  const digits = value.replace(/\D/g, '');
  return value.startsWith('+') ? /^[1-9]\d{6,14}$/.test(digits) : /^1?[2-9]\d{2}[2-9]\d{6}$/.test(digits);
};

const isIpAddress = (value: unknown) => {
  if (typeof value !== 'string') return false;
  const [address, prefix, ...rest] = value.split('/');
  const version = isIP(address!);
  return version > 0 && rest.length === 0 && (prefix === undefined || /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
};

/** https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html; the nouns are those of recorded error messages where there are any. */
const rules: Readonly<Record<string, ScalarRule>> = {
  AWSDate: { noun: 'date', accepts: matches(`${date}${offset}?`, true) },
  AWSTime: { noun: 'time', accepts: matches(`${time}${offset}?`, false) },
  AWSDateTime: { noun: 'DateTime Object', accepts: matches(`${date}T${time}${offset}`, true) },
  AWSTimestamp: { noun: 'timestamp', accepts: Number.isSafeInteger },
  AWSEmail: { noun: 'email address', accepts: (value) => typeof value === 'string' && /^[^\s@"(),:;<>[\\\]]+@[^\s@.]+(\.[^\s@.]+)*$/.test(value) },
  // Resolvers get the parsed value and clients a string, whatever the resolver returned.
  AWSJSON: { noun: 'JSON', accepts: isJson, parse: JSON.parse, serialize: (value) => JSON.stringify(value) },
  AWSURL: { noun: 'URL', accepts: isUrl },
  AWSPhone: { noun: 'phone number', accepts: isPhone },
  AWSIPAddress: { noun: 'IP address', accepts: isIpAddress },
};

/** The names of AppSync's own scalars. */
export const scalarNames: readonly string[] = Object.keys(rules);

/** Makes a scalar of a schema check its values as AppSync does, if it's one of AppSync's own. */
export function applyRule(scalar: GraphQLScalarType): void {
  const rule = Object.hasOwn(rules, scalar.name) ? rules[scalar.name] : undefined;
  if (!rule) return;
  const check = (verb: string, value: unknown) => {
    if (rule.accepts(value)) return value;
    throw new Error(`Unable to ${verb} \`${typeof value === 'object' ? JSON.stringify(value) : value}\` as a valid ${rule.noun}.`);
  };
  scalar.parseValue = (value) => (rule.parse ? rule.parse(check('parse', value) as string) : check('parse', value));
  scalar.parseLiteral = (node, variables) => scalar.parseValue(valueFromASTUntyped(node, variables));
  scalar.serialize = rule.serialize ?? ((value) => check('serialize', value));
}

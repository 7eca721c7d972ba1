import { authType } from './auth-type';
import { dynamodb } from './dynamodb';
import { encoding } from './encoding';
import { errors } from './errors';
import { http } from './http';
import { identifiers } from './identifiers';
import { matches } from './java-pattern';
import { math } from './math';
import { str } from './str';
import { time } from './time';
import { transform } from './transform';
import { unsupported } from './unsupported';

/** `util` of `@aws-appsync/utils`. */
export const util = {
  ...errors,
  ...encoding,
  ...identifiers,
  authType,
  matches,
  dynamodb,
  http,
  math,
  str,
  time,
  transform,
  rds: { toJsonObject: unsupported('util.rds.toJsonObject') },
  xml: { toMap: unsupported('util.xml.toMap'), toJsonString: unsupported('util.xml.toJsonString') },
};

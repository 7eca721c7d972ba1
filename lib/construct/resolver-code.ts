import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenization } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-appsync';
import { type BundleName, type CodePlan } from '../plan';

/** Where the build leaves the bundles: beside this file's folder when compiled, and in the same place for the sources. */
const BUNDLES = join(__dirname, '..', '..', 'dist', 'resolvers');

const bundles = new Map<BundleName, readonly [imports: string, body: string]>();

/** A resolver's code: its bundle behind its configuration. */
export function resolverCode({ bundle, configuration }: CodePlan): Code {
  const [imports, body] = readBundle(bundle);
  const constant = Object.keys(configuration).length > 0 ? [`const config = ${literal(configuration)};`] : [];
  return Code.fromInline([...(imports ? [imports] : []), ...constant, body].join('\n'));
}

/** Plain data as JavaScript. Text in it that only looks like a token of the CDK stays as it is; a token is resolved. */
function literal(configuration: object): string {
  return JSON.stringify(configuration).replace(/\$\{Token\[[^\]]*\]\}/g, (text) => (isToken(text) ? text : text.replace('$', '\\u0024')));
}

function isToken(text: string): boolean {
  try {
    return Tokenization.reverseString(text).tokens.length > 0;
  } catch {
    return false;
  }
}

function readBundle(name: BundleName): readonly [string, string] {
  const known = bundles.get(name);
  if (known) return known;
  const [imports, body] = readFileSync(join(BUNDLES, `${name}.js`), 'utf8').trimEnd().split('\n') as [string, string];
  bundles.set(name, [imports, body]);
  return [imports, body];
}

import { type SchemaIssues } from './schema-error';

/** https://spec.graphql.org/October2021/#Name */
export const GRAPHQL_NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** What every JavaScript object has, and so every record in a resolver: `constructor`. */
const isInherited = (name: string): boolean => name in Object.prototype;

/** Checks that GraphQL and JavaScript take a name. */
export function checkName(path: string, name: string, issues: SchemaIssues): void {
  if (!GRAPHQL_NAME.test(name)) {
    issues.add('invalid-name', path, `'${name}' is no GraphQL name`, 'use letters, digits and underscores, and begin with a letter');
  } else if (name.startsWith('__')) {
    issues.add('invalid-name', path, `'${name}' begins with two underscores, which GraphQL keeps for itself`, 'begin with a letter');
  } else if (isInherited(name)) {
    issues.add('reserved-name', path, `'${name}' is something that every object of JavaScript has`, 'choose another name');
  }
}

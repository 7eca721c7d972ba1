import { join } from 'node:path';
import { Linter } from 'eslint';
import dataFlow from '../eslint-rules/data-flow.js';

const linter = new Linter();

/** What the rule says of one import in a file of lib/. */
function messagesOf(file: string, code: string): string[] {
  const config = [{ files: ['**/*.ts'], plugins: { project: { rules: { 'data-flow': dataFlow as never } } }, rules: { 'project/data-flow': 'error' as const } }];
  return linter.verify(code, config, join(__dirname, '..', 'lib', file)).map(({ message }) => message);
}

test.each([
  ['model/fields.ts', "import { a } from '../schema';"],
  ['construct/appsync-data.ts', "import { App } from 'aws-cdk-lib'; export * from '../plan';"],
  ['local/graphql/scalars.ts', "import { one } from '../template'; import graphql from 'graphql';"],
  ['index.ts', "export * from './construct'; export * from './local';"],
])('%s may: %s', (file, code) => {
  expect(messagesOf(file, code)).toEqual([]);
});

test.each([
  ['schema/a.ts', "import { one } from '../model';", 'lib/schema imports from itself only, not from model'],
  ['local/graphql/scalars.ts', "import { one } from '../../graphql/operators';", 'lib/local imports from itself only, not from graphql'],
  ['plan/plan.ts', "export { one } from '../construct';", 'lib/plan imports from lib/model only, not from construct'],
  ['model/fields.ts', "import { App } from 'aws-cdk-lib/core';", 'only lib/construct imports aws-cdk-lib/core'],
  ['model/fields.ts', "const cdk = require('aws-cdk-lib');", 'only lib/construct imports aws-cdk-lib'],
  ['cli/main.ts', "const later = import('../plan');", 'lib/cli imports from lib/local, lib/outputs only, not from plan'],
])('%s may not: %s', (file, code, message) => {
  expect(messagesOf(file, code)).toEqual([message]);
});

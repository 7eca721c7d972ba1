import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8');
const construct = join(__dirname, '..', '..', 'lib', 'construct');

test.each([['tables', 'table-options.ts', 'ModelTableProps'], ['the API', 'api-props.ts', 'ApiProps']])('the guide has each property of %s', (_, file, name) => {
  const [, body] = new RegExp(`interface ${name} {\\n([\\s\\S]*?)\\n}`).exec(readFileSync(join(construct, file), 'utf8'))!;
  const properties = [...body!.matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, property]) => property!).filter((property) => property !== 'name');
  expect(properties.length).toBeGreaterThan(9);
  expect(properties.filter((property) => !guide.includes(`| \`${property}\` |`))).toEqual([]);
});

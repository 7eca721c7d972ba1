import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'custom-operations.md'), 'utf8');

test('the guide names all that resolvers keep in the stash', () => {
  const stash = readFileSync(join(__dirname, '..', '..', 'resolvers', 'shared', 'stash.ts'), 'utf8');
  const names = [...stash.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name!);
  const sentence = /^Lists keep in `ctx\.stash`[^]*?Take other names\.$/m.exec(guide)![0];
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(names);
});

import fs, { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schemas } from '../../integ/schemas/relationships';
import { writeOutputs } from '../../lib/cli/write-outputs';
import { resolveSchema } from '../../lib/model';
import { amplifyOutputs } from '../../lib/outputs';
import { fileWith, folder } from './deployed';

const outputs = amplifyOutputs(resolveSchema(schemas.OneToMany), { url: 'https://example.com/graphql', region: 'eu-west-1', apiKey: 'da2-key' });

function contentOf(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('the file is indented JSON with a line break at its end, and nothing else is left', () => {
  const file = join(folder(), 'amplify_outputs.json');
  writeOutputs(file, outputs);
  expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(outputs, undefined, 2)}\n`);
  expect(readdirSync(dirname(file))).toEqual(['amplify_outputs.json']);
});

test('one that was written before is replaced', () => {
  const file = fileWith({ version: '1.4', auth: {} });
  writeOutputs(file, outputs);
  expect(contentOf(file)).toEqual(outputs);
});

test.each([['{"name":"package.json"}'], ['{ not'], [''], ['[]'], ['null'], ['{"version":1}']])('a file with %j is left as it is', (content) => {
  const file = fileWith(content);
  expect(() => writeOutputs(file, outputs)).toThrow(`'${file}' is there already and is no amplify_outputs.json, it has no version: remove it, or name another file with --out`);
  expect(readFileSync(file, 'utf8')).toBe(content);
  expect(readdirSync(dirname(file))).toEqual(['file.json']);
});

test('a link goes on leading to its file', () => {
  const file = fileWith({ version: '1' });
  const link = join(folder(), 'link.json');
  symlinkSync(file, link);
  writeOutputs(link, outputs);
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(contentOf(file)).toEqual(outputs);
});

test('a folder that is not there', () => {
  const file = join(folder(), 'nowhere', 'amplify_outputs.json');
  expect(() => writeOutputs(file, outputs)).toThrow(`'${file}' can't be written: ENOENT: no such file or directory`);
});

test('what is unfinished is removed, and what was there before stays', () => {
  const directory = folder();
  const file = join(directory, 'amplify_outputs.json');
  writeFileSync(file, '{"version":"1"}');
  jest.spyOn(fs, 'renameSync').mockImplementation(() => { throw new Error('the disk is gone'); });
  expect(() => writeOutputs(file, outputs)).toThrow(`'${file}' can't be written: the disk is gone`);
  jest.restoreAllMocks();
  expect(readdirSync(directory)).toEqual(['amplify_outputs.json']);
  expect(contentOf(file)).toEqual({ version: '1' });
});

test('a directory in place of the file', () => {
  const directory = join(folder(), 'amplify_outputs.json');
  mkdirSync(directory);
  expect(() => writeOutputs(directory, outputs)).toThrow('is there already and is no amplify_outputs.json');
});

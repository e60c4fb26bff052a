import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWhole, writeWhole } from '../../src/log/whole-file.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => readWhole(file, ({ names }: { names: string[] }) => [...names]);

test('a file is written with its folders, replaces the former at once, and leaves nothing beside it', () => {
  const file = path.join(folder, 'kept/used.json');
  for (const names of [['a'], ['b', 'c']]) {
    writeWhole(file, JSON.stringify({ names }));
    expect(read(file)).toEqual(names);
  }
  expect(readdirSync(path.dirname(file))).toEqual(['used.json']);
});

test('what cannot be put in its place leaves the former, and nothing beside it', () => {
  const file = path.join(folder, 'a');
  writeWhole(path.join(file, 'b'), 'former');
  // A file cannot stand where a folder with something in it does.
  expect(() => writeWhole(file, 'new')).toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/);
  expect(readdirSync(folder)).toEqual(['a']);
  expect(readFileSync(path.join(file, 'b'), 'utf8')).toBe('former');
});

test.each([
  ['no file', null],
  ['an empty file', ''],
  ['one that is cut short', '{"names": ["a"'],
  ['one of another shape', '{"entries": []}'],
  ['one without a value', 'null'],
])('%s counts for nothing', (_, text) => {
  const file = path.join(folder, 'used.json');
  if (text !== null) writeFileSync(file, text);
  expect(read(file)).toBeNull();
});

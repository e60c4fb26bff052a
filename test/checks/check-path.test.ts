import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBytes } from '../../src/checks/check-bytes.ts';
import { checkPath } from '../../src/checks/check-path.ts';
import { resultKey } from '../../src/checks/result-key.ts';

const CONTENT = 'Write to a.wren@fernhill.example about AB123456C';
const SHA = createHash('sha256').update(CONTENT).digest('hex');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'));
  writeFileSync(path.join(folder, 'a.txt'), CONTENT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const check = (file: string, known: string[] = [], name = 'a.txt') =>
  checkPath({ path: path.join(folder, file), name, allowed: ['a.wren@fernhill.example'], salt: 'salt' }, new Set(known));
const refused = (because: string) => ({
  sha256: null,
  result: { kind: null, problems: [], notInspected: [{ because, place: {} }] },
});

test('a file is opened, hashed and looked into by its name, with what is allowed', async () => {
  const { result, ...rest } = await check('a.txt');
  expect(rest).toEqual({ sha256: SHA, stamp: expect.stringMatching(new RegExp(`^${CONTENT.length} \\d+ \\d+ \\d+$`)) });
  const bytes = Buffer.from(CONTENT);
  expect(result).toEqual(await checkBytes(bytes, { name: 'a.txt', size: bytes.length, allowed: ['a.wren@fernhill.example'] }));
  expect(result?.problems.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
});

test('what is known of these bytes under this name is not looked for again', async () => {
  expect(await check('a.txt', [resultKey('salt', 'a.txt', SHA)])).toMatchObject({ sha256: SHA, result: null });
  expect((await check('a.txt', [resultKey('salt', 'b.txt', SHA), resultKey('other', 'a.txt', SHA)])).result).not.toBeNull();
});

test('what is no file is refused, and says why', async () => {
  mkdirSync(path.join(folder, 'folder'));
  symlinkSync(path.join(folder, 'a.txt'), path.join(folder, 'link.txt'));
  expect(await check('gone.txt')).toEqual(refused('it is not there, or may not be read'));
  expect(await check('folder')).toEqual(refused('it is no ordinary file'));
  expect(await check('link.txt')).toEqual(refused('it is a symbolic link, which may lead anywhere: put the file itself in its place'));
});

test('what breaks in the program itself is told without its words', async () => {
  const broken = await checkPath({ path: path.join(folder, 'a.txt'), name: 7 as unknown as string, allowed: [], salt: '' }, new Set());
  expect(broken).toEqual(refused('it broke the program that reads it'));
});

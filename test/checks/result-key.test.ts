import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest, resultKey, saltOf } from '../../src/checks/result-key.ts';

let folder: string;
let engine: string;
function put(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), content);
}
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'));
  engine = path.join(folder, 'node_modules/disclosure-log');
  for (const room of ['model', 'attachments', 'checks', 'cli']) {
    put(`node_modules/disclosure-log/src/${room}/one.ts`, `${room}`);
    put(`node_modules/disclosure-log/src/${room}/deep/two.ts`, `${room} deep`);
    put(`node_modules/disclosure-log/src/${room}/notes.txt`, 'notes');
  }
  put('node_modules/disclosure-log/package.json', '{"dependencies":{"near":"1","far":"1"}}');
  put('node_modules/disclosure-log/node_modules/near/package.json', '{"version":"1.0.0"}');
  put('node_modules/far/package.json', '{"version":"1.0.0"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the salt changes with all that a result depends on, and with nothing else', () => {
  const salts = [saltOf(engine, [])];
  const changes: [file: string, content: string, matters: boolean][] = [
    ['node_modules/disclosure-log/src/model/one.ts', 'x', true],
    ['node_modules/disclosure-log/src/attachments/deep/two.ts', 'x', true],
    ['node_modules/disclosure-log/src/checks/three.ts', '', true],
    ['node_modules/disclosure-log/src/checks/notes.txt', 'x', false],
    ['node_modules/disclosure-log/src/cli/one.ts', 'x', false],
    ['node_modules/disclosure-log/node_modules/near/package.json', '{"version":"1.0.1"}', true],
    ['node_modules/far/package.json', '{"version":"1.0.1"}', true],
    ['node_modules/other/package.json', '{"version":"1.0.1"}', false],
    ['node_modules/disclosure-log/package.json', '{"dependencies":{"near":"1","far":"1"}, "version": "2"}', true],
  ];
  for (const [file, content, matters] of changes) {
    put(file, content);
    const salt = saltOf(engine, []);
    expect(salts.includes(salt), file).toBe(!matters);
    salts.push(salt);
  }
  expect(saltOf(engine, ['a'])).not.toBe(saltOf(engine, []));
  expect(saltOf(engine, ['a', 'b'])).not.toBe(saltOf(engine, ['a,b']));
  for (const salt of salts) expect(salt).toMatch(/^[0-9a-f]{32}$/);
});

test('a library that is nowhere, and a program without any, do no harm', () => {
  put('node_modules/disclosure-log/package.json', '{"dependencies":{"nowhere-at-all":"1"}}');
  expect(saltOf(engine, [])).toMatch(/^[0-9a-f]{32}$/);
  put('node_modules/disclosure-log/package.json', '{}');
  expect(saltOf(engine, [])).toMatch(/^[0-9a-f]{32}$/);
});

test('a key depends on salt, name and bytes, each for itself', () => {
  const keys = [
    resultKey('s', 'n', 'h'),
    resultKey('t', 'n', 'h'),
    resultKey('s', 'm', 'h'),
    resultKey('s', 'n', 'i'),
    resultKey('sn', '', 'h'),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(resultKey('s', 'n', 'h')).toBe(keys[0]);
});

test('a digest is half of a SHA-256', () => {
  expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223');
});

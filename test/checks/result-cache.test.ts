import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileResult } from '../../src/checks/check-bytes.ts';
import { ResultCache } from '../../src/checks/result-cache.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const result = (message: string): FileResult => ({ kind: 'text', problems: [{ rule: 'macros', place: {}, message }], notInspected: [] });
const open = (of = 'log') => new ResultCache(folder, of);
const files = () => readdirSync(path.join(folder, 'files'));
const only = () => path.join(folder, 'files', files()[0] ?? '');
/** In ms, and the stamp of a file that was last changed and touched so many ms before. */
const NOW = 1_700_000_000_000;
const stamp = (changed: number, touched = changed) => `12 ${(NOW - changed) * 1e6} ${(NOW - touched) * 1e6} 77`;

/** Opens a cache, does something with it, and closes it. */
function run(use: (cache: ResultCache) => void, others = false, of = 'log'): void {
  const cache = open(of);
  use(cache);
  cache.close(others);
}

describe('what was found', () => {
  test('is there in the next run, for the same log only', () => {
    run((cache) => cache.put('a', result('one')));
    expect(open().result('a')).toEqual(result('one'));
    expect(open().result('b')).toBeNull();
    expect([...open().keys()]).toEqual(['a']);
    expect(open('another log').result('a')).toBeNull();
  });

  test('lies in one file for each log, and nothing else is left beside it', () => {
    run((cache) => cache.put('a', result('one')));
    run((cache) => cache.put('b', result('two')), false, 'another log');
    expect(files()).toHaveLength(2);
    for (const name of files()) expect(name).toMatch(/^[0-9a-f]{12}\.ndjson$/);
  });

  test('is forgotten once a run does without it, unless the others are to stay', () => {
    run((cache) => ['a', 'b'].forEach((key) => cache.put(key, result(key))));
    run((cache) => cache.result('a'), true);
    expect([...open().keys()]).toEqual(['a', 'b']);
    run((cache) => cache.result('a'));
    expect([...open().keys()]).toEqual(['a']);
  });

  test('keeps the latest five thousand of the others, and all that were used', () => {
    run((cache) => {
      for (let key = 0; key < 5002; key++) cache.put(`${key}`, result(''));
    }, true);
    run((cache) => cache.result('0'), true);
    const kept = open().keys();
    expect(kept.size).toBe(5001);
    expect(['0', '1', '2', '5001'].map((key) => kept.has(key))).toEqual([true, false, true, true]);
  });

  test('is written only where something changed', () => {
    run(() => undefined);
    expect(() => files()).toThrow();
    run((cache) => cache.put('a', result('one')));
    rmSync(path.join(folder, 'files'), { recursive: true });
    const cache = open();
    expect(cache.result('a')).toBeNull();
    cache.close(false);
    expect(() => files()).toThrow();
  });

  test.each([
    ['changed', (text: string) => text.replace('one', 'two')],
    ['cut off', (text: string) => text.slice(0, -5)],
    ['without its checksum', (text: string) => text.slice(9)],
    ['an empty line', () => `${' '.repeat(9)}\n00000000 \n`],
  ])('is not believed in a line that is %s; the other lines are', (_, broken) => {
    run((cache) => cache.put('a', result('one')));
    const good = readFileSync(only(), 'utf8');
    run((cache) => {
      cache.result('a');
      cache.put('b', result('other'));
    });
    const other = readFileSync(only(), 'utf8').slice(good.length);
    writeFileSync(only(), broken(good).replace(/\n?$/, '\n') + other);
    expect(open().result('a')).toBeNull();
    expect(open().result('b')).toEqual(result('other'));
  });

  test('keeps the checksum of a line in eight digits', () => {
    // Among so many lines some checksums begin with a nought.
    run((cache) => {
      for (let key = 0; key < 200; key++) cache.put(`${key}`, result(''));
    });
    expect(open().keys().size).toBe(200);
    expect(readFileSync(only(), 'utf8')).toMatch(/^0[0-9a-f]{7} \{/m);
  });

  test('is nothing where the place of the cache is no file', () => {
    run((cache) => cache.put('a', result('one')));
    const file = only();
    rmSync(file);
    mkdirSync(file);
    expect(open().keys().size).toBe(0);
  });
});

describe('the hash of a file', () => {
  test('is known while its stamp is the same', () => {
    run((cache) => cache.remember('/log/a.txt', stamp(5000), 'abc', NOW));
    expect(open().hashOf('/log/a.txt', stamp(5000))).toBe('abc');
    expect(open().hashOf('/log/a.txt', stamp(4000))).toBeNull();
    expect(open().hashOf('/log/b.txt', stamp(5000))).toBeNull();
  });

  test('is not kept for a file that was changed or touched within two seconds', () => {
    for (const [changed, touched, isKept] of [
      [1999, 9000, false],
      [9000, 1999, false],
      [2000, 2000, true],
    ] as const) {
      run((cache) => cache.remember('/log/a.txt', stamp(changed, touched), 'abc', NOW));
      expect(open().hashOf('/log/a.txt', stamp(changed, touched)), `${changed} ${touched}`).toBe(isKept ? 'abc' : null);
    }
  });

  test('stays with a run that asks for it, and goes with one that does not', () => {
    run((cache) => ['a', 'b'].forEach((name) => cache.remember(name, stamp(5000), name, NOW)));
    run((cache) => cache.hashOf('a', stamp(5000)));
    expect(open().hashOf('a', stamp(5000))).toBe('a');
    expect(open().hashOf('b', stamp(5000))).toBeNull();
  });
});

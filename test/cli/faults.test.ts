import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { explainFault, prepareCache, sayError } from '../../src/cli/faults.ts';
import { OutputError } from '../../src/cli/replacement.ts';

const refused = (code: string, message: string) => Object.assign(new Error(`${code}: ${message}`), { code });

describe('a refusal of the operating system', () => {
  test.each([
    ['ENOSPC', 'The disk is full. Make room'],
    ['EROFS', 'read-only'],
    ['EACCES', 'may not write'],
    ['EMFILE', 'ulimit'],
    ['ENOMEM', 'memory'],
  ])('%s says what to do, and what was refused', (code, words) => {
    const said = explainFault(refused(code, "refused, open '/srv/site'"));
    expect(said).toContain(words);
    expect(said).toContain('/srv/site');
  });

  test('is found below the error that it caused', () => {
    expect(explainFault(new Error('The index could not be written.', { cause: refused('ENOSPC', 'write') }))).toContain('The disk is full');
  });

  test('is known by the words of a program of another kind, of which one line is said', () => {
    const red = (text: string) => `\u001b[31m${text}\u001b[0m`;
    const said = explainFault(
      new Error(
        `Build failed with 1 error:\n\n${red('[ERROR]')} Something went wrong\nFailed to write file in /srv/cache/a.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>`,
      ),
    );
    expect(said).toContain('The disk is full');
    expect(said).toContain('(Failed to write file in /srv/cache/a.mjs)');
    expect(said).not.toMatch(/<unknown>|\n|\[31m/);
  });

  test('is not what every other error is', () => {
    expect(explainFault(new TypeError('x is not a function'))).toBeNull();
    expect(explainFault('ENOSPC')).toBeNull();
    expect(sayError(new Error('No fonts.'))).toBe('No fonts.');
  });
});

describe('the cache', () => {
  let place = '';
  beforeEach(async () => {
    place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-cache-'));
  });
  afterEach(() => rm(place, { recursive: true, force: true }));

  test('is made where it is not there', async () => {
    prepareCache(path.join(place, 'a/b'));
    expect((await stat(path.join(place, 'a/b'))).isDirectory()).toBe(true);
  });

  test('is refused with its path and what to do where a file is in the way', async () => {
    await writeFile(path.join(place, 'file'), '');
    const cache = path.join(place, 'file/cache');
    expect(() => prepareCache(cache)).toThrow(OutputError);
    expect(() => prepareCache(cache)).toThrow(new RegExp(`${cache} cannot be written. A file stands where a folder was expected`));
  });
});

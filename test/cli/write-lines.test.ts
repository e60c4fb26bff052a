import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkReplaceable, writeFileOfLines, writeLines } from '../../src/cli/write-lines.ts';

let home: string;
beforeEach(async () => void (home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rm(home, { recursive: true, force: true }));

describe('lines to a stream', () => {
  test('are made no faster than they are taken', async () => {
    let made = 0;
    let taken = 0;
    let ahead = 0;
    function* lines() {
      for (; made < 200; made++) yield 'x'.repeat(1000);
    }
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        taken += 1;
        ahead = Math.max(ahead, made - taken);
        setImmediate(done);
      },
    });
    expect(await writeLines(lines(), slow)).toBe(true);
    expect(taken).toBe(200);
    expect(ahead).toBeLessThanOrEqual(4);
    expect(slow.writableEnded).toBe(false);
  });

  const failing = (code: string) => new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

  test.each(['EPIPE', 'EOF'])('end quietly where the reader went away (%s)', async (code) => {
    let made = 0;
    function* lines() {
      for (; made < 1000; made++) yield 'x\n';
    }
    expect(await writeLines(lines(), failing(code))).toBe(false);
    expect(made).toBeLessThan(10);
  });

  test('do not hide any other failure', async () => {
    await expect(writeLines(['x'], failing('ENOSPC'))).rejects.toThrow('ENOSPC');
  });
});

describe('lines to a file', () => {
  test('replace it when all of them are written', async () => {
    const file = path.join(home, 'below', 'new.ndjson');
    await writeFileOfLines(['a\n', 'b\n'], file);
    await writeFileOfLines(['c\n'], file);
    expect(await readFile(file, 'utf8')).toBe('c\n');
    expect(await readdir(path.dirname(file))).toEqual(['new.ndjson']);
  });

  test('leave it as it was when one cannot be made, and nothing beside it', async () => {
    const file = path.join(home, 'kept');
    await writeFile(file, 'old');
    function* lines() {
      yield 'new';
      throw new Error('No body.');
    }
    await expect(writeFileOfLines(lines(), file)).rejects.toThrow('No body.');
    expect(await readFile(file, 'utf8')).toBe('old');
    expect(await readdir(home)).toEqual(['kept']);
  });
});

describe('what an output may replace', () => {
  const check = (name: string) => checkReplaceable(path.join(home, name), /^\{"id"/);

  test('nothing, an empty file, or one that begins as ours do', async () => {
    await writeFile(path.join(home, 'empty'), '');
    await writeFile(path.join(home, 'ours'), '{"id":"7-22"}\n');
    for (const name of ['nothing', 'empty', 'ours']) await expect(check(name), name).resolves.toBeUndefined();
  });

  test('no other file, no folder, no link', async () => {
    await writeFile(path.join(home, 'thesis.md'), '# Thesis');
    await mkdir(path.join(home, 'folder'));
    await symlink(path.join(home, 'thesis.md'), path.join(home, 'link'));
    await expect(check('thesis.md')).rejects.toThrow('it is not an export');
    for (const name of ['folder', 'link']) await expect(check(name), name).rejects.toThrow('expected a file');
    await expect(check('thesis.md/below')).rejects.toThrow('expected a file');
  });
});

import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Log } from '../../src/log/log.ts';
import { copyFiles } from '../../src/site/copy-files.ts';
import { DrawnBefore } from '../../src/site/drawn-before.ts';
import { entry, logOf } from './an-entry.ts';

let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const at = (...names: string[]) => path.join(home, ...names);
const inode = (...names: string[]) => lstatSync(at(...names)).ino;
const text = (...names: string[]) => readFileSync(at(...names), 'utf8');
function put(file: string, words: string): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), words);
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter((member) => !member.isDirectory());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [
      path.relative(at(folder), path.join(parentPath, name)),
      readFileSync(path.join(parentPath, name), 'utf8'),
    ]),
  );
}
const foldersOf = (folder: string) =>
  readdirSync(at(folder), { recursive: true, withFileTypes: true }).filter((member) => member.isDirectory()).length;

/** Builds pages, each of which shows its own text, into `site`; the old output becomes `previous`, and the folder of this. Returns what was drawn. */
function build(pages: Record<string, string>, besides: (before: DrawnBefore) => void = () => undefined, renderer = 'renderer'): string[] {
  if (readdirSync(home).includes('previous')) renameSync(at('previous'), at('new'));
  else mkdirSync(at('new'));
  const before = new DrawnBefore(at('cache'), at('site'), renderer, at('new'));
  before.takeOver();
  const drawn = Object.entries(pages).filter(([file, shown]) => {
    if (before.reuse(file, shown)) return false;
    before.write(file, shown, Buffer.from(shown));
    return true;
  });
  before.removeRest();
  besides(before);
  if (readdirSync(home).includes('site')) renameSync(at('site'), at('previous'));
  renameSync(at('new'), at('site'));
  before.keep();
  return drawn.map(([file]) => file);
}

describe('pages of the builds before', () => {
  const ONE = { 'index.html': 'home', 'a/index.html': 'a', 'b/c/index.html': 'c' };

  test('stand in the folder that is taken over, and are the same files', () => {
    build(ONE);
    build(ONE);
    expect(build(ONE)).toEqual([]);
    expect(inode('site/a/index.html')).toBe(inode('previous/a/index.html'));
    expect(filesOf('site')).toEqual(ONE);
  });

  test('that changed are written anew, and those published now stay as they are', () => {
    build(ONE);
    build(ONE);
    expect(build({ ...ONE, 'a/index.html': 'another' })).toEqual(['a/index.html']);
    expect(filesOf('previous')).toEqual(ONE);
    expect(text('site/a/index.html')).toBe('another');
    expect(build({ ...ONE, 'a/index.html': 'another' })).toEqual([]);
    expect(text('site/a/index.html')).toBe('another');
  });

  test('that are gone leave neither file nor folder', () => {
    build(ONE);
    build(ONE);
    const { 'b/c/index.html': _, ...rest } = ONE;
    build(rest);
    build(rest);
    expect(filesOf('site')).toEqual(rest);
    expect(foldersOf('site')).toBe(1);
  });

  test('that somebody has touched are drawn anew', () => {
    build(ONE);
    put('site/a/index.html', 'b');
    rmSync(at('site/b/c/index.html'));
    expect(build(ONE)).toEqual(['a/index.html', 'b/c/index.html']);
  });

  test('are drawn anew when the output before has come back', () => {
    build({ ...ONE, 'a/index.html': 'x' });
    build(ONE);
    renameSync(at('site'), at('other'));
    renameSync(at('previous'), at('site'));
    renameSync(at('other'), at('previous'));
    expect(build(ONE)).toEqual(['a/index.html']);
    expect(filesOf('site')).toEqual(ONE);
  });

  test('are all drawn where the output is built in its own place', () => {
    build(ONE);
    expect(new DrawnBefore(at('cache'), at('site'), 'renderer', at('site')).reuse('a/index.html', 'a')).toBe(false);
    expect(filesOf('site')).toEqual(ONE);
  });

  test('are written beside those of the output that stands, not into them, by another renderer', () => {
    build(ONE);
    build(ONE);
    const published = inode('site/a/index.html');
    expect(build(ONE, undefined, 'another')).toEqual(Object.keys(ONE));
    expect(inode('previous/a/index.html')).toBe(published);
    expect(inode('site/a/index.html')).not.toBe(published);
    expect(filesOf('site')).toEqual(ONE);
  });

  test('are all that stays of a folder that is taken over', () => {
    build(ONE);
    build(ONE);
    put('previous/search/old.bin', 'old');
    put('previous/a/stray.txt', 'stray');
    put('previous/c/index.html', 'a page of nobody');
    build(ONE);
    expect(filesOf('site')).toEqual(ONE);
    expect(foldersOf('site')).toBe(3);
  });

  test('never pass on what was written into a folder that is taken over', () => {
    build(ONE);
    build(ONE);
    rmSync(at('previous/a/index.html'));
    put('previous/a/index.html', 'z');
    build(ONE);
    expect(filesOf('site')).toEqual(ONE);
  });
});

describe("files of the log's own", () => {
  const FILE = 'disclosures/r-1/data.csv';
  const log: Log = logOf([
    entry('R-1', {
      file: 'disclosures/one/index.md',
      attachments: [
        { file: 'data.csv', title: 'Data', type: 'CSV', size: 1, path: '/disclosures/r-1/data.csv' },
        { file: 'gone.csv', title: 'Gone', type: 'CSV', size: null, path: null },
      ],
    }),
  ]);
  const path = () => at('log/disclosures/one/data.csv');
  const hashes = () => new Map([[path(), createHash('sha256').update(readFileSync(path())).digest('hex')]]);
  const copy = (before: DrawnBefore) => copyFiles({ log, hashes: hashes() }, at('log'), at('new'), before);
  const publish = () => build({}, copy);
  /** All that was written so far was written an hour ago. */
  const settle = () => vi.setSystemTime(Date.now() + 3_600_000);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
    put('log/disclosures/one/data.csv', 'one');
    put('log/disclosures/one/notes.txt', 'nobody declares this');
    put('log/public/logo.svg', '<svg/>');
    put('log/public/deep/robots.txt', 'deep');
    put('log/public/page.html', 'no page');
    put('log/public/.hidden/x', 'hidden');
  });
  afterEach(() => vi.useRealTimers());

  test('are published, and nothing else', () => {
    publish();
    expect(filesOf('site')).toEqual({ [FILE]: 'one', 'logo.svg': '<svg/>', 'deep/robots.txt': 'deep' });
  });

  test('are published only with the bytes that were looked into', () => {
    const before = hashes();
    writeFileSync(path(), 'two');
    expect(() => build({}, (drawn) => copyFiles({ log, hashes: before }, at('log'), at('new'), drawn))).toThrow('has changed since');
  });

  test("are never links to the author's: an edit in place does not reach a published site", () => {
    publish();
    settle();
    publish();
    publish();
    expect(inode('site', FILE)).not.toBe(inode('log/disclosures/one/data.csv'));
    writeFileSync(at('log/disclosures/one/data.csv'), 'two');
    expect(text('site', FILE)).toBe('one');
    expect(text('previous', FILE)).toBe('one');
  });

  test('are linked from the last output once they have not changed for a while', () => {
    publish();
    settle();
    publish();
    const made = inode('site', FILE);
    publish();
    publish();
    expect(inode('site', FILE)).toBe(made);
  });

  test('are copied where one has changed to as many bytes and its time was set back', () => {
    settle();
    publish();
    const { atime, mtime } = lstatSync(at('log/disclosures/one/data.csv'));
    writeFileSync(at('log/disclosures/one/data.csv'), 'two');
    utimesSync(at('log/disclosures/one/data.csv'), atime, mtime);
    publish();
    expect(text('site', FILE)).toBe('two');
    expect(text('previous', FILE)).toBe('one');
  });

  test('that were changed a moment ago are copied in the next build again', () => {
    publish();
    const made = inode('site', FILE);
    publish();
    expect(inode('site', FILE)).not.toBe(made);
  });

  test('are copied where somebody has touched the published copy', () => {
    settle();
    publish();
    writeFileSync(at('site', FILE), 'else');
    publish();
    expect(text('site', FILE)).toBe('one');
  });

  test("of the log's public/ stand over a page's address, and leave the page's file as it is in the output before", () => {
    put('log/public/feed.xml', 'own feed');
    settle();
    const page = { 'feed.xml': 'feed' };
    build(page);
    build(page, copy);
    build(page, copy);
    expect(text('site/feed.xml')).toBe('own feed');
    rmSync(at('log/public/feed.xml'));
    build(page, copy);
    expect(text('site/feed.xml')).toBe('feed');
    expect(text('previous/feed.xml')).toBe('own feed');
  });

  test('that a link in public/ leads to are published as files', () => {
    put('shared/crest.svg', 'crest');
    rmSync(at('log/public/logo.svg'));
    symlinkSync(at('shared/crest.svg'), at('log/public/logo.svg'));
    publish();
    expect(text('site/logo.svg')).toBe('crest');
    expect(lstatSync(at('site/logo.svg')).isFile()).toBe(true);
  });
});

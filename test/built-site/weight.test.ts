import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { filesOf } from './site-files.ts';

/** What a file weighs as a host that compresses sends it. In bytes; `kB` is 1024 of them. */
const packed = (file: string): number => gzipSync(readFileSync(path.join(inject('folder'), file)), { level: 9 }).length;
const KB = 1024;

/** A page with the style sheets that it cannot be shown without. */
function weightOf(page: string): number {
  const html = readFileSync(path.join(inject('folder'), page), 'utf8');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="\/([^"]+)"/g)].map(([, sheet = '']) => sheet);
  expect(sheets.length, page).toBeGreaterThan(0);
  return packed(page) + sheets.reduce((sum, sheet) => sum + packed(sheet), 0);
}

describe('what a page weighs with its styles, packed', () => {
  test('an answer: no more than 14 kB, also the longest', () => {
    const answers = filesOf(inject('folder')).filter((file) => /^disclosures\/[^/]+\/index\.html$/.test(file));
    expect(answers.length).toBeGreaterThan(60);
    for (const page of answers) expect(weightOf(page), page).toBeLessThanOrEqual(14 * KB);
  });

  test('the home page: no more than 20 kB', () => {
    expect(weightOf('index.html')).toBeLessThanOrEqual(20 * KB);
  });

  test('a page of a list: no more than 20 kB', () => {
    expect(weightOf('disclosures/index.html')).toBeLessThanOrEqual(20 * KB);
  });
});

/** A page's scripts and all that they import, by their paths in the site. */
function scriptsOf(page: string): string[] {
  const html = readFileSync(path.join(inject('folder'), page), 'utf8');
  const found = new Set([...html.matchAll(/<script[^>]+src="\/([^"]+)"/g)].map(([, script = '']) => script));
  for (const script of found)
    for (const [, name = ''] of readFileSync(path.join(inject('folder'), script), 'utf8').matchAll(/["'`](\.{1,2}\/[^"'`]*\.js)["'`]/g)) {
      const other = path.posix.join(path.posix.dirname(script), name);
      if (existsSync(path.join(inject('folder'), other))) found.add(other);
    }
  return [...found];
}

describe('what the scripts of our own weigh, packed', () => {
  const later = /\/(?:references|spelling)\./;
  const all = () => scriptsOf('search/index.html');
  const weigh = (scripts: string[]) => scripts.reduce((sum, script) => sum + packed(script), 0);

  test('those of the search, which read the index themselves: no more than 15 kB to the first results', () => {
    const scripts = all().filter((script) => !later.test(script));
    expect(scripts.length).toBeGreaterThan(2);
    expect(weigh(scripts)).toBeLessThanOrEqual(15 * KB);
  });

  test('those that come for a number or for a word that no answer has: no more than 2 kB', () => {
    const scripts = all().filter((script) => later.test(script));
    expect(scripts).toHaveLength(2);
    expect(weigh(scripts)).toBeLessThanOrEqual(2 * KB);
  });

  test('those of an answer: no more than 2 kB', () => {
    const scripts = scriptsOf('disclosures/1042-26/index.html');
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.reduce((sum, script) => sum + packed(script), 0)).toBeLessThanOrEqual(2 * KB);
  });

  test('a page of a list has none', () => {
    expect(scriptsOf('disclosures/index.html')).toEqual([]);
  });
});

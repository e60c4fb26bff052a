import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Log } from '../../src/log/log.ts';
import { PreviousBuild } from '../../src/site/keep-previous.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A log of entries, each as its slug and a word for its text. */
const logOf = (entries: Record<string, string>) =>
  ({ entries: Object.entries(entries).map(([slug, bodyKey]) => ({ slug, bodyKey })) }) as unknown as Log;

/** One build into `now`, which then takes the place of `site`. @returns what stayed, and what the output holds */
async function build(files: string[], entries: Record<string, string>) {
  const [site, now] = [path.join(home, 'site'), path.join(home, 'now')];
  for (const file of ['index.html', ...files]) {
    await mkdir(path.join(now, path.dirname(file)), { recursive: true });
    await writeFile(path.join(now, file), file);
  }
  const previous = new PreviousBuild(path.join(home, 'cache'), site, now, logOf(entries));
  const kept = previous.stay(now);
  const holds = (await readdir(now, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => path.relative(now, path.join(file.parentPath, file.name)))
    .sort();
  previous.remember();
  await rm(site, { recursive: true, force: true });
  await rename(now, site);
  return { kept, holds };
}

const FIRST = ['_astro/page.a1.js', 'search/index-0a/log.bin', 'search/index-0a/0/1.bin'];
const SECOND = ['_astro/page.b2.js', 'search/index-0b/log.bin'];
const THIRD = ['_astro/page.c3.js', 'search/index-0c/log.bin'];

test('the scripts and the index of the last build stay where answers were only added, and for one build', async () => {
  expect((await build(FIRST, { one: 'x' })).kept).toEqual({ names: [], gone: 0 });
  const second = await build(SECOND, { one: 'x', two: 'y' });
  expect(second.kept).toEqual({ names: ['_astro/page.a1.js', 'search/index-0a'], gone: 0 });
  expect(second.holds).toEqual(['index.html', ...FIRST, ...SECOND].sort());
  const third = await build(THIRD, { one: 'x', two: 'y' });
  expect(third.holds).toEqual(['index.html', ...SECOND, ...THIRD].sort());
});

test.each([
  ['changed', { one: 'another' }],
  ['withdrawn', {}],
])('no index stays that holds an answer since %s; the scripts do', async (_, now) => {
  await build(FIRST, { one: 'x', two: 'y' });
  const { kept, holds } = await build(SECOND, { ...now, two: 'y' });
  expect(kept).toEqual({ names: ['_astro/page.a1.js'], gone: 1 });
  expect(holds.filter((file) => file.includes('index-0a'))).toEqual([]);
});

test('a list that somebody has changed leads to nothing outside the output', async () => {
  await build(FIRST, {});
  const folder = path.join(home, 'cache/made');
  const [list = ''] = await readdir(folder);
  await writeFile(path.join(folder, list), JSON.stringify({ hashed: ['../../etc', '_astro/../secret', 'index.html'], entries: [] }));
  expect((await build(SECOND, {})).kept.names).toEqual([]);
});

import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Replacement } from '../../src/cli/replacement.ts';

/** No process has this number: above the most that Linux gives. */
const DEAD = 4_194_305;
let home: string;
let target: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  target = path.join(home, 'dist');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function site(folder: string, words: string): Promise<void> {
  for (const each of ['disclosures', 'data']) await mkdir(path.join(folder, each), { recursive: true });
  await writeFile(path.join(folder, 'data/disclosures.json'), '{}');
  await writeFile(path.join(folder, 'index.html'), words);
}
const words = () => readFile(path.join(target, 'index.html'), 'utf8');

test('a new output takes the place of the old, and nothing is left beside it', async () => {
  await site(target, 'old');
  const replacement = await Replacement.prepare(target, []);
  await replacement.begin();
  await site(replacement.folder, 'new');
  expect(await words()).toBe('old');
  await replacement.commit();
  expect(await words()).toBe('new');
  expect(await readdir(home)).toEqual(['dist']);
});

test('an output that is given up leaves the old as it was', async () => {
  await site(target, 'old');
  const replacement = await Replacement.prepare(target, []);
  await replacement.begin();
  await replacement.discard();
  expect(await words()).toBe('old');
  expect(await readdir(home)).toEqual(['dist']);
});

test('what a killed build left is cleared away', async () => {
  await mkdir(path.join(home, `.dist-building-${DEAD}`));
  const replacement = await Replacement.prepare(target, []);
  await replacement.begin();
  expect(await readdir(home)).toEqual([`.dist-building-${process.pid}`]);
});

test('a site that a killed build had moved aside is put back', async () => {
  await site(path.join(home, `.dist-building-${DEAD}-old`), 'old');
  const replacement = await Replacement.prepare(target, []);
  await replacement.begin();
  expect(await words()).toBe('old');
});

test('the output can be read by a web server of another user', async () => {
  const replacement = await Replacement.prepare(target, []);
  await replacement.begin();
  await site(replacement.folder, 'new');
  await replacement.commit();
  expect((await stat(target)).mode & 0o055).toBe(0o055 & ~process.umask());
});

import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Replacement } from '../../src/cli/replacement.ts';

/** No process has this number: above the most that Linux gives. */
const DEAD = 4_194_305;
let home: string;
let target: string;
let cache: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  target = path.join(home, 'www', 'dist');
  cache = path.join(home, 'cache');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function site(folder: string, words: string): Promise<void> {
  for (const each of ['disclosures', 'data']) await mkdir(path.join(folder, each), { recursive: true });
  await writeFile(path.join(folder, 'data/disclosures.json'), '{}');
  await writeFile(path.join(folder, 'index.html'), words);
}
const prepare = () => Replacement.prepare(target, cache, []);
const words = () => readFile(path.join(target, 'index.html'), 'utf8');

test('a new output takes the place of the old, and nothing is left beside it', async () => {
  await site(target, 'old');
  const replacement = await prepare();
  await replacement.begin();
  await site(replacement.folder, 'new');
  expect(await words()).toBe('old');
  await replacement.commit();
  expect(await words()).toBe('new');
  expect(await readdir(path.dirname(target))).toEqual(['dist']);
});

test('an output that is given up leaves the old as it was', async () => {
  await site(target, 'old');
  const replacement = await prepare();
  await replacement.begin();
  await replacement.discard();
  expect(await words()).toBe('old');
  expect(await readdir(path.dirname(target))).toEqual(['dist']);
});

test('a folder of somebody else’s where the files for hosts go is not touched', async () => {
  await mkdir(`${target}-hosts`, { recursive: true });
  await writeFile(`${target}-hosts/letter.txt`, 'mine');
  await expect(prepare()).rejects.toThrow(/dist-hosts, where the files for hosts go: expected a folder of ours, or none/);
});

test('the files for hosts that a killed build left are cleared away, and those that it had moved aside are put back', async () => {
  await mkdir(path.join(home, 'www', `.dist-building-${DEAD}-hosts`), { recursive: true });
  await mkdir(path.join(home, 'www', `.dist-building-${DEAD}-old-hosts`), { recursive: true });
  const replacement = await prepare();
  await replacement.begin();
  expect((await readdir(path.dirname(target))).sort()).toEqual([`.dist-building-${process.pid}`, 'dist-hosts']);
});

test('what a killed build left is cleared away', async () => {
  await mkdir(path.join(home, 'www', `.dist-building-${DEAD}`), { recursive: true });
  const replacement = await prepare();
  await replacement.begin();
  expect(await readdir(path.dirname(target))).toEqual([`.dist-building-${process.pid}`]);
});

test('a site that a killed build had moved aside is put back', async () => {
  await site(path.join(home, 'www', `.dist-building-${DEAD}-old`), 'old');
  const replacement = await prepare();
  await replacement.begin();
  expect(await words()).toBe('old');
});

test('the output can be read by a web server of another user', async () => {
  const replacement = await prepare();
  await replacement.begin();
  await site(replacement.folder, 'new');
  await replacement.commit();
  expect((await stat(target)).mode & 0o055).toBe(0o055 & ~process.umask());
});

/** One build from its beginning to its end. @returns what the folder held when it began */
async function build(text: string, forHosts = false): Promise<string[]> {
  const replacement = await prepare();
  await replacement.begin();
  const given = await readdir(replacement.folder);
  await rm(path.join(replacement.folder, 'index.html'), { force: true });
  await site(replacement.folder, text);
  if (forHosts) {
    await mkdir(`${replacement.folder}-hosts`, { recursive: true });
    await writeFile(`${replacement.folder}-hosts/policy.json`, text);
  }
  await replacement.commit();
  return given;
}
const previous = async () => {
  const [name = ''] = await readdir(path.join(cache, 'previous'));
  return path.join(cache, 'previous', name);
};

describe('the output before the last', () => {
  test('is kept in the cache, and is the folder that the next build begins with', async () => {
    expect(await build('one')).toEqual([]);
    expect(await build('two')).toEqual([]);
    expect(await readFile(path.join(await previous(), 'index.html'), 'utf8')).toBe('one');
    expect(await build('three')).toContain('index.html');
    expect(await readFile(path.join(await previous(), 'index.html'), 'utf8')).toBe('two');
    expect(await words()).toBe('three');
    expect(await readdir(path.dirname(target))).toEqual(['dist']);
  });

  test('comes back, and goes again', async () => {
    await build('one');
    expect(await (await prepare()).restore()).toBe(false);
    await build('two');
    expect(await (await prepare()).restore()).toBe(true);
    expect(await words()).toBe('one');
    expect(await (await prepare()).restore()).toBe(true);
    expect(await words()).toBe('two');
    expect(await readdir(path.dirname(target))).toEqual(['dist']);
  });

  test('does not come back when what is kept is no site', async () => {
    await build('one');
    await build('two');
    await rm(path.join(await previous(), 'data'), { recursive: true });
    expect(await (await prepare()).restore()).toBe(false);
    expect(await words()).toBe('two');
  });

  test('is deleted where it cannot be kept, and the build holds', async () => {
    await writeFile(cache, 'no folder');
    await build('one');
    expect(await build('two')).toEqual([]);
    expect(await words()).toBe('two');
    expect(await readdir(path.dirname(target))).toEqual(['dist']);
  });

  test('comes back with its files for hosts, which change places with it', async () => {
    const hosts = () => readFile(path.join(home, 'www/dist-hosts/policy.json'), 'utf8');
    await build('one', true);
    expect(await hosts()).toBe('one');
    await build('two', true);
    expect(await hosts()).toBe('two');
    expect(await (await prepare()).restore()).toBe(true);
    expect(await hosts()).toBe('one');
    expect(await readdir(path.dirname(target))).toEqual(['dist', 'dist-hosts']);
    await build('three', true);
    expect(await hosts()).toBe('three');
    expect(await readdir(path.dirname(target))).toEqual(['dist', 'dist-hosts']);
  });

  /** Everything between the steps of a build, as it is when the process ends there: what is beside the output, and what is in the cache. */
  test.each<[string, () => Promise<void>, string]>([
    ['with the kept output taken over', async () => rename(await previous(), beside()), 'two'],
    [
      'with the old output moved aside',
      async () => {
        await rename(await previous(), beside());
        await rename(target, beside('-old'));
      },
      'two',
    ],
    [
      'with the new output in place',
      async () => {
        await rename(target, beside('-old'));
        await rename(await previous(), target);
      },
      'one',
    ],
  ])('of a build that was killed %s is not missed', async (_, killed, stands) => {
    await build('one');
    await build('two');
    await killed();
    const replacement = await prepare();
    await replacement.begin();
    expect(await words()).toBe(stands);
    await replacement.discard();
    await build('three');
    expect(await words()).toBe('three');
    expect(await readdir(path.dirname(target))).toEqual(['dist']);
  });
});

function beside(ending = ''): string {
  return path.join(path.dirname(target), `.dist-building-${DEAD}${ending}`);
}

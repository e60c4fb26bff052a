import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles } from '../../src/site/compress-files.ts';

let home: string;
let site: string;
let cache: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  [site, cache] = [path.join(home, 'site'), path.join(home, 'cache')];
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** A new output with these files. */
async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  await rm(site, { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(site, name)), { recursive: true });
    await writeFile(path.join(site, name), text);
  }
}
const names = async () => (await readdir(site, { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort();
const words = (word: string) => `${word} `.repeat(500);

test('each file of text has two variants that hold it, where they are smaller', async () => {
  await write({
    'index.html': words('lamp'),
    'a/list.csv': words('pole'),
    'a/small.txt': 'short',
    'a/noise.txt': randomBytes(2000),
    'a/letter.pdf': words('pdf'),
    'search/index-0a/log.bin': words('bin'),
  });
  expect(await compressFiles(site, cache)).toEqual({ variants: 4, made: 6 });
  expect((await names()).filter((name) => /\.(?:br|gz)$/.test(name))).toEqual([
    'a/list.csv.br',
    'a/list.csv.gz',
    'index.html.br',
    'index.html.gz',
  ]);
  expect(brotliDecompressSync(await readFile(path.join(site, 'index.html.br'))).toString()).toBe(words('lamp'));
  expect(gunzipSync(await readFile(path.join(site, 'a/list.csv.gz'))).toString()).toBe(words('pole'));
});

test('a text is compressed once, wherever it is and however often it is built', async () => {
  await write({ 'one.html': words('lamp'), 'two.html': words('pole') });
  expect(await compressFiles(site, cache)).toEqual({ variants: 4, made: 4 });
  await write({ 'moved.html': words('lamp'), 'two.html': words('another') });
  expect(await compressFiles(site, cache)).toEqual({ variants: 4, made: 2 });
});

test('what two builds have not used is deleted from the cache, and not what stands in an output', async () => {
  await write({ 'one.html': words('lamp') });
  await compressFiles(site, cache);
  const kept = async () => (await readdir(path.join(cache, 'compressed'))).filter((name) => name.endsWith('.br')).length;
  expect(await kept()).toBe(1);
  await write({ 'one.html': words('pole') });
  await compressFiles(site, cache);
  expect(await kept()).toBe(2);
  await compressFiles(site, cache);
  expect(await kept()).toBe(1);
  expect((await stat(path.join(site, 'one.html.br'))).size).toBeGreaterThan(0);
});

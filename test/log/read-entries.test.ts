import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBodyOf } from '../../src/log/bodies.ts';
import { loadLog } from '../../src/log/load-log.ts';
import { EntryReader, FEW, type Keep, type Unread } from '../../src/log/read-entries.ts';

const CONTENT = path.join(import.meta.dirname, '../../content');
let home: string;
beforeEach(() => void (home = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const sample = globSync('disclosures/**/index.md', { cwd: CONTENT }).sort();
/** The sample log's texts, over and over, each with a word of its own. */
const texts = (count: number): Unread[] =>
  Array.from({ length: count }, (_, index) => ({
    key: String(index),
    file: `${index}.md`,
    text: `${readFileSync(path.join(CONTENT, sample[index % sample.length] ?? ''), 'utf8')}\n\nŵyl ${index} 🙂\n`,
  }));
const readAll = async (entries: readonly Unread[], threads: number, keep?: Keep): Promise<Map<string, string>> => {
  const kept = new Map<string, string>();
  const reader = new EntryReader({
    law: 'foia',
    threads,
    few: 64,
    keep: keep ?? (({ key }, facts, body) => void kept.set(key, `${facts}\n${Buffer.from(body).toString('utf8')}`)),
  });
  try {
    for (const entry of entries) await reader.add(entry);
    await reader.finish();
  } finally {
    await reader.close();
  }
  return kept;
};

test('threads read what this thread reads, byte for byte', async () => {
  const entries = texts(100);
  const here = await readAll(entries, 0);
  expect(here.size).toBe(100);
  expect(await readAll(entries, 2)).toEqual(here);
});

test.each([0, 1, 65])('%i texts are all read', async (count) => {
  expect((await readAll(texts(count), 1)).size).toBe(count);
});

describe('a failure', () => {
  test('while reading names the file, in a thread and out of one', async () => {
    // No text can make the reader fail: something that is no text does.
    const broken = (count: number): Unread[] => texts(count).with(40, { key: 'x', file: 'broken.md', text: null as unknown as string });
    await expect(readAll(broken(50), 0)).rejects.toThrow(/^broken\.md could not be read\. This is a mistake in the program/);
    await expect(readAll(broken(100), 1)).rejects.toThrow(/^broken\.md could not be read\. This is a mistake in the program/);
  });

  test('to keep a reading ends the run with its own words', async () => {
    const full: Keep = () => {
      throw new Error('no space left');
    };
    await expect(readAll(texts(100), 1, full)).rejects.toThrow('no space left');
  });

  test('to write the cache ends the load', async () => {
    const dir = path.join(home, 'log');
    writeLog(dir, 1);
    writeFileSync(path.join(home, 'cache'), 'not a folder');
    await expect(loadLog({ dir, cache: path.join(home, 'cache'), now: new Date() })).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

test('a log is the same whether threads read it, and when two load it at once', { timeout: 60_000 }, async () => {
  const dir = path.join(home, 'log');
  writeLog(dir, FEW + 20);
  const load = (cache: string, threads?: number) =>
    loadLog({ dir, cache: path.join(home, cache), now: new Date('2026-11-23'), ...(threads === undefined ? {} : { threads }) });
  const alone = await load('a', 0);
  const [one, two] = await Promise.all([load('b', 1), load('b', 1)]);
  expect(one).toEqual(alone);
  expect(two).toEqual(alone);
  expect((await load('b', 2)).counts.read).toBe(0);
  const bodies = (cache: string) =>
    Promise.all(
      (alone.log?.entries ?? []).map(async (entry) =>
        createHash('sha256')
          .update(JSON.stringify(await readBodyOf(entry, { dir, cache: path.join(home, cache), law: 'foia' })))
          .digest('hex'),
      ),
    );
  expect(await bodies('b')).toEqual(await bodies('a'));
  expect(new Set(await bodies('a')).size).toBe(FEW + 20);
});

test('progress reaches every entry once, those from the cache too', async () => {
  const dir = path.join(home, 'log');
  writeLog(dir, FEW + 5);
  for (const _ of ['read', 'from the cache']) {
    const seen: number[] = [];
    await loadLog({ dir, cache: path.join(home, 'cache'), now: new Date(), threads: 1, onProgress: (done) => seen.push(done) });
    expect(seen).toEqual(Array.from({ length: FEW + 5 }, (_, index) => index + 1));
  }
});

function writeLog(dir: string, count: number): void {
  mkdirSync(path.join(dir, 'disclosures'), { recursive: true });
  writeFileSync(path.join(dir, 'log.yaml'), 'authority: Fernhill Borough Council\nlaw: foia\ntopics: {}\n');
  for (let n = 0; n < count; n += 1) {
    const folder = path.join(dir, 'disclosures', String(n));
    mkdirSync(folder);
    writeFileSync(
      path.join(folder, 'index.md'),
      `---\ntitle: About ${n}\nreference: ${n}/24\n---\n## Request\n1. How many?\n\n## Response\n### Question 1\nSection 31(${n % 9}) and section 40(2) of the Act.\n\n| a |\n| - |\n| ${n} |\n`,
    );
  }
}

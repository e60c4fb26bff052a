import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadLog } from '../../src/log/load-log.ts';
import { buildSpans, placeSpans } from '../../src/search/build-spans.ts';

let place = '';
beforeEach(async () => {
  place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-spans-'));
  await mkdir(path.join(place, 'log'));
  await writeFile(path.join(place, 'log/log.yaml'), 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\n');
  for (let number = 1; number <= 12; number++) await write(number, 'Twelve lamps.');
  vi.stubEnv('DISCLOSURE_LOG_SPAN', '3');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(place, { recursive: true, force: true });
});

async function write(number: number, answer: string): Promise<void> {
  const folder = path.join(place, 'log/disclosures', `e${number}`);
  await mkdir(folder, { recursive: true });
  const day = `20${String(number + 9).padStart(2, '0')}-05-01`;
  await writeFile(
    path.join(folder, 'index.md'),
    `---\ntitle: Lamps ${number}\nreference: R ${number}/24\nresponded: ${day}\noutcome: granted\n---\n## Request\n\nHow many?\n\n## Response\n\n${answer}\n`,
  );
}

async function build(cache = 'cache') {
  const options = { dir: path.join(place, 'log'), cache: path.join(place, cache) };
  const { log } = await loadLog({ ...options, now: new Date('2026-01-01T00:00:00Z') });
  if (!log) throw new Error('The log cannot be read.');
  return buildSpans(log, options);
}

test('a log of more spans than threads is indexed to its end, each span once, and only a changed one again', async () => {
  const first = await build();
  expect(first.folders.spans.map(({ entries }) => entries.length)).toEqual([3, 3, 3, 3]);
  expect(first.indexed).toBe(4);
  await placeSpans(first, path.join(place, 'out'));
  const published = await readdir(path.join(place, 'out/search'));
  for (const { name } of first.folders.spans) expect(published).toContain(name);

  expect((await build()).indexed).toBe(0);

  await write(5, 'Thirteen lamps.');
  const second = await build();
  expect(second.indexed).toBe(1);
  const names = (built: typeof first) => built.folders.spans.map(({ name }) => name);
  expect(names(second).filter((name) => names(first).includes(name))).toHaveLength(3);
});

/** Every published file of the spans, by its path, with its bytes. */
async function publishedBy(built: Awaited<ReturnType<typeof build>>, out: string): Promise<Map<string, string>> {
  await placeSpans(built, path.join(place, out));
  const all = await readdir(path.join(place, out), { recursive: true, withFileTypes: true });
  const files = all.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name));
  return new Map(
    await Promise.all(
      files
        .sort()
        .map(async (file): Promise<[string, string]> => [
          path.relative(path.join(place, out), file),
          (await readFile(file)).toString('base64'),
        ]),
    ),
  );
}

test('a span that is joined from many batches is, byte for byte, the one that is indexed in one', async () => {
  for (let number = 1; number <= 12; number++)
    await write(number, `${number} lamps, of which ${'abcdefghijkl'.charAt(number)} are café lamps. Section 31(1) applies.`);
  vi.stubEnv('DISCLOSURE_LOG_SPAN', '100');
  vi.stubEnv('DISCLOSURE_LOG_BATCH', '100');
  const whole = await build('whole');
  vi.stubEnv('DISCLOSURE_LOG_BATCH', '2');
  const joined = await build('joined');
  const batchesIn = async (cache: string) => (await readdir(path.join(place, cache, 'search/batches'))).length;
  expect([await batchesIn('whole'), await batchesIn('joined')]).toEqual([1, expect.toSatisfy((count: number) => count > 3)]);
  // What a span is called tells of its batches; what is in it does not.
  const contents = async (built: typeof whole, out: string) => [...(await publishedBy(built, out)).values()].sort();
  expect(await contents(joined, 'out-joined')).toEqual(await contents(whole, 'out-whole'));
});

test('a batch that is kept and cut short, overwritten or changed in a single bit is made again', async () => {
  vi.stubEnv('DISCLOSURE_LOG_BATCH', '2');
  const first = await publishedBy(await build(), 'first');
  const kept = path.join(place, 'cache/search');
  const batches = await readdir(path.join(kept, 'batches'));
  expect(batches.length).toBeGreaterThan(3);
  for (const [nth, batch] of batches.entries()) {
    const file = path.join(kept, 'batches', batch);
    const bytes = await readFile(file);
    // The last of the places where words stand: what is read of it looks as right as before.
    const changed = Buffer.from(bytes);
    changed[bytes.length - 6] = (changed[bytes.length - 6] ?? 0) ^ 1;
    const damaged = [bytes.subarray(0, bytes.length / 2), Buffer.from(bytes).fill(7, 40), changed][nth % 3];
    await writeFile(file, damaged ?? '');
  }
  for (const name of await readdir(kept)) if (name.startsWith('index-')) await rm(path.join(kept, name), { recursive: true });
  expect(await publishedBy(await build(), 'second')).toEqual(first);
});

test('what a run has indexed and not yet placed stays, however many others end meanwhile', async () => {
  const first = await build();
  for (const answer of ['Thirteen lamps.', 'Fourteen lamps.', 'Fifteen lamps.']) {
    for (let number = 1; number <= 12; number++) await write(number, answer);
    await placeSpans(await build(), path.join(place, answer));
  }
  await placeSpans(first, path.join(place, 'out'));
  expect(await readdir(path.join(place, 'out/search'))).toEqual(expect.arrayContaining(first.folders.spans.map(({ name }) => name)));

  // Once it is placed, it goes after two runs that do not use it.
  await write(1, 'Sixteen lamps.');
  await placeSpans(await build(), path.join(place, 'last'));
  const kept = await readdir(path.join(place, 'cache/search'));
  expect(first.folders.spans.filter(({ name }) => kept.includes(name))).toEqual([]);
  expect(kept.filter((name) => name.startsWith('in-use-'))).toEqual([]);
});

test('a batch that another run is writing stays, and a list of what was used that is cut short counts for none', async () => {
  const first = await build();
  const kept = path.join(place, 'cache/search');
  const writing = path.join(kept, 'batches', 'b1.3f.tmp');
  await writeFile(writing, '');
  await writeFile(path.join(kept, 'used.json'), '[["index-');
  expect((await build()).indexed).toBe(0);
  expect(await readdir(path.join(kept, 'batches'))).toContain('b1.3f.tmp');
  const dayBefore = new Date(Date.now() - 25 * 3_600_000);
  await utimes(writing, dayBefore, dayBefore);
  await placeSpans(await build(), path.join(place, 'out'));
  expect(await readdir(path.join(kept, 'batches'))).not.toContain('b1.3f.tmp');
  await first.release();
});

test('what a run that was killed left half made goes once it is a day old, and no sooner', async () => {
  await build();
  const kept = path.join(place, 'cache/search');
  for (const name of ['new-old', 'new-now']) await mkdir(path.join(kept, name));
  for (const name of ['in-use-old.json', 'in-use-now.json']) await writeFile(path.join(kept, name), '[]');
  const dayBefore = new Date(Date.now() - 25 * 3_600_000);
  for (const name of ['new-old', 'in-use-old.json']) await utimes(path.join(kept, name), dayBefore, dayBefore);
  await write(5, 'Thirteen lamps.');
  await build();
  const begun = (await readdir(kept)).filter((name) => /^(?:new|in-use)-(?:old|now)/.test(name));
  expect(begun.sort()).toEqual(['in-use-now.json', 'new-now']);
});

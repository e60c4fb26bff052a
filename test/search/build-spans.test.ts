import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
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

async function build() {
  const options = { dir: path.join(place, 'log'), cache: path.join(place, 'cache') };
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

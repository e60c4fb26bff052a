import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { REQUEST_TEXTS } from '../../bench/request-texts.ts';
import { openIndex, type SearchIndex } from '../../src/search/client/index/open-index.ts';
import { suggest } from '../../src/search/client/query/suggest.ts';

/* The judged requests of `npm run bench:suggest`, over the index that the site publishes: what they reach today may not get lost. */

let index: SearchIndex;
beforeAll(async () => {
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const file = fileURLToPath(String(address instanceof Request ? address.url : address).replace(/\?.*/, ''));
    return new Response(new Uint8Array(await readFile(file)));
  });
  const page = readFileSync(path.join(inject('folder'), 'search', 'index.html'), 'utf8');
  index = await openIndex(pathToFileURL(inject('folder')).href + (/data-index="([^"]+)"/.exec(page)?.[1] ?? ''));
});
afterAll(() => void vi.unstubAllGlobals());

const suggested = async (text: string) => (await suggest(text, index)).map(({ text }) => text.reference);

test('nine of ten people who write what the log has answered are shown the answer', async () => {
  const requests = REQUEST_TEXTS.filter(({ answers }) => answers.length > 0);
  const missed: string[] = [];
  for (const { text, answers } of requests)
    if (!(await suggested(text)).some((reference) => answers.includes(reference))) missed.push(text.slice(0, 80));
  expect(requests.length).toBeGreaterThan(25);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(requests.length / 10);
});

test('nobody is shown an answer to what the log has not answered', async () => {
  const requests = REQUEST_TEXTS.filter(({ answers }) => answers.length === 0);
  expect(requests.length).toBeGreaterThan(8);
  for (const { text } of requests) expect(await suggested(text), text).toEqual([]);
});

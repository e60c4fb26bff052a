/*
 * node bench/search-speed.ts: what a search costs in a real browser, on a log of 10,000 answers: bytes to the first results, time from the first
 * key, time of each query after that, size of the search's own scripts.
 *
 *   node bench/search-speed.ts                  makes a log of 10,000 answers and builds its site first (some minutes)
 *   node bench/search-speed.ts --site DIR       a site that is built already
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { serveFolder } from '../src/cli/static-server.ts';
import { launchBrowser } from '../test/browser/launch.ts';

const { values } = parseArgs({ options: { site: { type: 'string' }, queries: { type: 'string', default: '200' } } });
const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-speed-'));
const site = values.site ? path.resolve(values.site) : makeSite(place);
const server = await serveFolder(site, { port: 0 });
const browser = await launchBrowser();
try {
  const queries = makeQueries(Number(values.queries));
  const { page, bytes } = await openSearch();
  const { total: pageBytes } = bytes();
  await page.evaluate(watchResults);

  // The first key, then the rest of a word as a person types it.
  const [first = ''] = queries;
  await page.locator('#search-q').focus();
  const firstTime = await timeOf(page, first);
  const firstBytes = bytes();
  const times: { query: string; time: number }[] = [];
  for (const query of queries.slice(1)) times.push({ query, time: await timeOf(page, query) });
  times.sort((a, b) => a.time - b.time);

  const kB = (size: number) => `${(size / 1000).toFixed(1)} kB`;
  const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(times.length * share))]?.time ?? 0).toFixed(0)} ms`;
  console.log(`${readdirSync(path.join(site, 'disclosures')).length} answers, ${queries.length} queries of one to five words\n`);
  console.log(`own scripts, compressed            ${kB(ownScripts(false))}, ${kB(ownScripts(true))} more for numbers and unknown words`);
  console.log(`the page before a key              ${kB(pageBytes)}`);
  console.log(
    `from the box to the first results  ${kB(firstBytes.total - pageBytes)} in ${firstBytes.requests} requests, uncompressed; ${kB(firstBytes.packed)} in all as a host that compresses sends it`,
  );
  console.log(`all of it                          ${kB(firstBytes.total)} (goal 350 kB)`);
  console.log(`first key to first results         ${firstTime.toFixed(0)} ms (goal 1000 ms)`);
  console.log(`each query after that              median ${at(0.5)}, p90 ${at(0.9)}, p95 ${at(0.95)} (goal 100 ms), most ${at(1)}`);
  console.log(
    `slowest: ${times
      .slice(-20)
      .map(({ query, time }) => `“${query}” ${time.toFixed(0)} ms`)
      .join(', ')}`,
  );
} finally {
  await browser.close();
  await server.close();
  await rm(place, { recursive: true, force: true });
}

function makeSite(place: string): string {
  const generator = path.resolve(import.meta.dirname, '../../shared/tools/gen-corpus.mjs');
  if (!existsSync(generator)) throw new Error(`${generator} does not exist: name a built site with --site.`);
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  run(generator, '10000', path.join(place, 'log'));
  run(
    path.resolve(import.meta.dirname, '../src/cli/bin.js'),
    'build',
    '--log',
    path.join(place, 'log'),
    '--out',
    path.join(place, 'site'),
    '--cache',
    path.join(place, 'cache'),
  );
  return path.join(place, 'site');
}

/** Words of answers all over the log, one to five at a time: titles, questions, single words; the same for the same site. */
function makeQueries(count: number): string[] {
  let state = 7;
  const upTo = (limit: number) => (state = (state * 1664525 + 1013904223) >>> 0) % limit;
  const slugs = readdirSync(path.join(site, 'disclosures'))
    .filter((name) => name !== 'page' && name !== 'index.html')
    .sort();
  return Array.from({ length: count }, (_, index) => {
    const html = readFileSync(path.join(site, 'disclosures', slugs[upTo(slugs.length)] ?? '', 'index.html'), 'utf8');
    const text = /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? '';
    const words = text.match(/\p{L}{3,}/gu) ?? [];
    const start = upTo(Math.max(1, words.length - 5));
    return words
      .slice(start, start + 1 + (index % 5))
      .join(' ')
      .toLowerCase();
  });
}

interface Bytes {
  total: number;
  /** As a host that compresses text sends it. */
  packed: number;
  requests: number;
}

/** The search page, open and quiet; `bytes` tells what has come over the wire so far. */
async function openSearch(): Promise<{ page: Page; bytes: () => Bytes }> {
  const page = await (await browser.newContext()).newPage();
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const names = new Map<string, string>();
  const sum: Bytes = { total: 0, packed: 0, requests: 0 };
  await devtools.send('Network.enable');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => void names.set(requestId, request.url));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.total += encodedDataLength;
    sum.requests += 1;
    const { pathname } = new URL(names.get(requestId) ?? server.address);
    const file = path.join(site, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
    const text = /\.(html|css|js|json|svg)$/.test(file) && existsSync(file);
    sum.packed += text ? gzipSync(readFileSync(file)).length + 300 : encodedDataLength;
  });
  await page.goto(`${server.address}search/`, { waitUntil: 'networkidle' });
  return { page, bytes: () => ({ ...sum }) };
}

/** In the page: puts the time at which the results of the query in the box stood in the page on the window. */
function watchResults(): void {
  const shown = window as unknown as { shownAt: number };
  shown.shownAt = 0;
  const heading = document.getElementById('search-heading') as HTMLElement;
  const box = document.getElementById('search-q') as HTMLInputElement;
  new MutationObserver(() => {
    if (heading.textContent.includes(`“${box.value.trim()}”`)) shown.shownAt = performance.now();
  }).observe(heading, { childList: true, characterData: true, subtree: true });
}

/** Milliseconds from the key that completes a query to its results standing in the page. */
async function timeOf(page: Page, query: string): Promise<number> {
  return page.evaluate(async (words) => {
    const box = document.getElementById('search-q') as HTMLInputElement;
    const shown = window as unknown as { shownAt: number };
    shown.shownAt = 0;
    const begin = performance.now();
    box.value = words;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (shown.shownAt === 0 && performance.now() - begin < 20_000) await new Promise((resolve) => setTimeout(resolve, 1));
    if (shown.shownAt === 0) throw new Error(`No results for “${words}” after 20 s.`);
    return shown.shownAt - begin;
  }, query);
}

/**
 * Bytes of the search page's own scripts, as a host sends them that packs with gzip: those to the first results, or those that only come for a number and
 * for a word that no answer has.
 */
function ownScripts(later: boolean): number {
  const page = readFileSync(path.join(site, 'search/index.html'), 'utf8');
  const files = new Set([...page.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src));
  for (const file of files) {
    const text = readFileSync(path.join(site, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/["'`]([^"'`]*\.js)["'`]/g)) {
      const found = path.posix.join(name.startsWith('_astro') ? '/' : path.posix.dirname(file), name);
      if (existsSync(path.join(site, found))) files.add(found);
    }
  }
  return [...files]
    .filter((file) => /\/(?:references|spelling)\./.test(file) === later)
    .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(site, file)), { level: 9 }).length, 0);
}

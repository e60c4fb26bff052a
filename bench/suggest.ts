/*
 * npm run bench:suggest: whether a person who writes a request is shown the published answer that would spare them the asking, and nothing
 * where there is none. The judged requests (request-texts.ts) over the sample log.
 *
 *   npm run bench:suggest                  the table
 *   npm run bench:suggest -- --misses      and every request that was not met
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readBodyOf } from '../src/log/bodies.ts';
import { loadLog } from '../src/log/load-log.ts';
import { openIndex, type SearchIndex } from '../src/search/client/index/open-index.ts';
import { compareAll, suggest } from '../src/search/client/query/suggest.ts';
import { indexAddress } from '../src/search/index-address.ts';
import { writeIndex } from '../src/search/write-index.ts';
import { REQUEST_TEXTS, type RequestText } from './request-texts.ts';

const { values } = parseArgs({ options: { misses: { type: 'boolean', default: false }, cache: { type: 'string', default: '.cache' } } });

/** One request, and what it was met with. */
interface Met {
  request: RequestText;
  /** References of what was suggested, the nearest first. */
  suggested: string[];
  /** The nearest answers with their nearness, suggested or not. */
  nearest: string;
}

const out = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-bench-'));
try {
  const index = await openSampleIndex();
  const met: Met[] = [];
  for (const request of REQUEST_TEXTS) {
    const suggested = (await suggest(request.text, index)).map(({ text }) => text.reference);
    const nearest = (await compareAll(request.text, index)).slice(0, 3).map(({ text, near }) => `${text.reference} ${near.toFixed(2)}`);
    met.push({ request, suggested, nearest: nearest.join(', ') });
  }
  print(met, index.entries.count);
} finally {
  await rm(out, { recursive: true, force: true });
}

/** Indexes the sample log, and lets the client read the files of the index as a browser would over the network. */
async function openSampleIndex(): Promise<SearchIndex> {
  const [dir, cache] = [path.resolve('content'), path.resolve(values.cache)];
  const { log } = await loadLog({ dir, cache, now: new Date(), site: null });
  if (!log) throw new Error('The sample log cannot be read.');
  await writeIndex(log, (entry) => readBodyOf(entry, { dir, cache, law: log.settings.law }), { out, base: '/' });
  globalThis.fetch = async (address) => {
    const file = fileURLToPath(String(address instanceof Request ? address.url : address).replace(/\?.*/, ''));
    return new Response(new Uint8Array(await readFile(file)));
  };
  return openIndex(pathToFileURL(out).href + indexAddress(log));
}

function print(met: readonly Met[], entries: number): void {
  console.log(`\n${met.length} requests over ${entries} answers of the sample log\n`);
  console.log(`${''.padEnd(18)}${'answered by the log'.padEnd(40)}not in the log`);
  console.log(`${''.padEnd(18)}${'requests   at 1     at 3     wrong ones'.padEnd(40)}requests   met with nothing`);
  for (const [name, of] of [
    ['tried', met.filter(({ request }) => !request.keptBack)],
    ['kept back', met.filter(({ request }) => request.keptBack)],
    ['all', met],
  ] as const) {
    const asked = of.filter(({ request }) => request.answers.length > 0);
    const alien = of.filter(({ request }) => request.answers.length === 0);
    const wrong = asked.reduce(
      (sum, { request, suggested }) => sum + suggested.filter((each) => !request.answers.includes(each)).length,
      0,
    );
    const cells = [
      String(asked.length).padStart(8),
      share(asked, ({ request, suggested }) => request.answers.includes(suggested[0] ?? '')),
      share(asked, isMet),
      String(wrong).padStart(10),
    ];
    console.log(`${name.padEnd(18)}${cells.join('   ').padEnd(40)}${String(alien.length).padStart(8)}   ${share(alien, isMet)}`);
  }
  if (!values.misses) return;
  for (const each of met.filter((one) => !isMet(one) || one.suggested.some((reference) => !one.request.answers.includes(reference))))
    console.log(
      `\n${each.request.text.slice(0, 110)} …\n  wanted ${each.request.answers.join(', ') || 'nothing'}; suggested ${each.suggested.join(', ') || 'nothing'}; nearest ${each.nearest}`,
    );
}

function isMet({ request, suggested }: Met): boolean {
  return request.answers.length === 0 ? suggested.length === 0 : suggested.some((reference) => request.answers.includes(reference));
}

function share(all: readonly Met[], test: (met: Met) => boolean): string {
  return `${Math.round((100 * all.filter(test).length) / all.length)}%`.padStart(6);
}

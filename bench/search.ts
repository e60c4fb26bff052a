/*
 * npm run bench:search: what people type, and whether the answer they would want is found. The judged queries (search-queries.ts) over the
 * sample log, by this search and by Pagefind as it comes, in the same run.
 *
 *   npm run bench:search                       the table
 *   npm run bench:search -- --misses           and every query whose answer is not among the first three
 *   npm run bench:search -- --log DIR          another log; queries whose answers it lacks are left out
 *
 * Where real pages lie beside the project, they are imported and measured as well.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { close, createIndex } from 'pagefind';
import { readBodyOf } from '../src/log/bodies.ts';
import type { Disclosure } from '../src/log/disclosure.ts';
import { loadLog } from '../src/log/load-log.ts';
import type { Log } from '../src/log/log.ts';
import type { RenderedBody } from '../src/markdown/body.ts';
import { formatCitation } from '../src/model/laws.ts';
import { openIndex } from '../src/search/client/index/open-index.ts';
import { readAddress } from '../src/search/client/page/address.ts';
import { filter } from '../src/search/client/page/facet-counts.ts';
import { answerQuery } from '../src/search/client/query/answer.ts';
import { indexAddress } from '../src/search/index-address.ts';
import { writeIndex } from '../src/search/write-index.ts';
import { type Judged, KINDS, QUERIES, REAL_QUERIES } from './search-queries.ts';

/** Goals for success at 3, where there is one. */
const GOALS: Partial<Record<Judged['kind'], number>> = { reference: 1, citation: 1, 'known item': 0.95, 'plain question': 0.9, typo: 0.85 };

const { values } = parseArgs({
  options: { log: { type: 'string' }, misses: { type: 'boolean', default: false }, cache: { type: 'string', default: '.cache' } },
});
/** Real pages for trying things out, beside the project and not a part of it. */
const REAL = path.resolve(import.meta.dirname, '../../shared');
const cache = path.resolve(values.cache);
const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-bench-'));
readFilesByFetch();
try {
  await measureLog(path.resolve(values.log ?? 'content'), QUERIES, values.log ?? 'the sample log');
  if (!values.log && existsSync(path.join(REAL, 'real/pages')))
    await measureLog(await importRealPages(), REAL_QUERIES, 'a log of imported real pages');
} finally {
  await rm(place, { recursive: true, force: true });
}

/** The pages as `disclosure-log import` makes entries of them, published without a person's look. */
async function importRealPages(): Promise<string> {
  const dir = path.join(place, 'real');
  await mkdir(dir);
  await writeFile(path.join(dir, 'log.yaml'), 'authority: Imported pages\nlaw: foia\ntopics: {imported: Imported}\n');
  const bin = path.resolve(import.meta.dirname, '../src/cli/bin.js');
  spawnSync(process.execPath, [
    bin,
    'import',
    path.join(REAL, 'seeds'),
    path.join(REAL, 'real/pages'),
    '--status',
    'published',
    '--log',
    dir,
    '--cache',
    cache,
  ]);
  return dir;
}

async function measureLog(dir: string, queries: readonly Judged[], name: string): Promise<void> {
  const { log } = await loadLog({ dir, cache, now: new Date(), site: null });
  if (!log) throw new Error(`${dir} cannot be read.`);
  const bodyOf = (entry: Disclosure): Promise<RenderedBody> => readBodyOf(entry, { dir, cache, law: log.settings.law });
  await writeIndex(log, bodyOf, { out: place, base: '/' });
  await writePlainIndex(log, bodyOf);
  await measure(log, queries, name);
}

/** A search: the references of what it finds, the best first. */
type Search = (query: Judged) => Promise<string[]>;

async function ours(log: Log): Promise<Search> {
  const index = await openIndex(pathToFileURL(place).href + indexAddress(log));
  return async ({ query, facets }) => {
    const { order } = await answerQuery(query, index);
    return filter(order, readAddress(`?${facets ?? ''}`).chosen, index.entries).order.map((entry) => log.entries[entry]?.reference ?? '');
  };
}

/** Pagefind's own answer to the words as typed, with its own filters. */
async function plain(log: Log): Promise<Search> {
  const address = pathToFileURL(`${plainFolder(log)}/`).href;
  const pagefind = (await import(`${address}pagefind.js`)) as {
    createInstance(options: object): { search(words: string, options: object): Promise<{ results: { id: string }[] }> };
  };
  const instance = pagefind.createInstance({ basePath: address, baseUrl: '/', noWorker: true });
  const all = (await instance.search(null as unknown as string, {})).results;
  const entryOf = new Map(all.map(({ id }, entry) => [id, entry]));
  return async ({ query, facets }) => {
    const filters = Object.fromEntries(new URLSearchParams(facets ?? ''));
    const { results } = await instance.search(query, { filters });
    return results.map(({ id }) => log.entries[entryOf.get(id) ?? -1]?.reference ?? '');
  };
}

/** The entries as pages that Pagefind indexes as it comes: title, reference and the whole text. */
async function writePlainIndex(log: Log, bodyOf: (entry: Disclosure) => Promise<RenderedBody>): Promise<void> {
  await rm(plainFolder(log), { recursive: true, force: true });
  try {
    const { index } = await createIndex({ forceLanguage: log.settings.language, writePlayground: false });
    const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
    for (const entry of log.entries) {
      const text = (await bodyOf(entry)).sections.flatMap(({ heading, parts }) => [
        heading ? `<h2>${escape(heading)}</h2>` : '',
        ...parts.map(({ html }) => html),
      ]);
      const values: [string, string][] = [
        ...entry.topics.map((topic): [string, string] => ['topic', topic]),
        ['year', String(entry.year?.value ?? '')],
        ...entry.exemptions.map(({ law, provision }): [string, string] => ['exemption', `${law}-${provision.split('(')[0]}`]),
      ];
      const filters = values.map(([name, value]) => `<i data-pagefind-filter="${name}[data-value]" data-value="${escape(value)}"></i>`);
      const relied = entry.exemptions.map((citation) => formatCitation(citation)).join(', ');
      const content = `<html lang="en"><body>${filters.join('')}<h1>${escape(entry.title)}</h1><p>${escape(entry.reference)}</p>${text.join('\n')}<p>${relied}</p></body></html>`;
      await index?.addHTMLFile({ url: `/${entry.slug}/`, content });
    }
    await index?.writeFiles({ outputPath: plainFolder(log) });
  } finally {
    await close();
  }
}

/** A folder of its own for each log: a module once loaded stays. */
function plainFolder(log: Log): string {
  return path.join(place, `plain-${log.entries.length}`);
}

async function measure(log: Log, queries: readonly Judged[], name: string): Promise<void> {
  const known = new Set(log.entries.map(({ reference }) => reference));
  const judged = queries
    .map((query) => ({ query, answers: answersTo(query, log).filter((reference) => known.has(reference)) }))
    .filter(({ answers }) => answers.length > 0);
  const searches = { ours: await ours(log), plain: await plain(log) };
  const rows: { kind: string; ours: number[]; plain: number[] }[] = [];
  const misses: string[] = [];
  for (const { query, answers } of judged) {
    const ranks = { ours: 0, plain: 0 };
    for (const name of ['ours', 'plain'] as const) {
      const found = await searches[name](query);
      ranks[name] = found.findIndex((reference) => answers.includes(reference)) + 1;
      if (name === 'ours' && (ranks.ours === 0 || ranks.ours > 3))
        misses.push(
          `${query.kind}: ${query.query}${query.facets ? ` [${query.facets}]` : ''} — wanted ${answers.slice(0, 4).join(', ')}; ${ranks.ours === 0 ? 'not found' : `at ${ranks.ours}`}; first ${found.slice(0, 3).join(', ') || 'nothing'}`,
        );
    }
    for (const kind of [query.kind, 'all']) {
      const row = rows.find((each) => each.kind === kind) ?? { kind, ours: [], plain: [] };
      if (!rows.includes(row)) rows.push(row);
      row.ours.push(ranks.ours);
      row.plain.push(ranks.plain);
    }
  }
  console.log(`\n${judged.length} of ${queries.length} judged queries over ${log.entries.length} answers of ${name}\n`);
  console.log(`${''.padEnd(16)}${'queries'.padStart(8)}   ${'this search'.padEnd(26)}   plain Pagefind`);
  console.log(`${''.padEnd(16)}${''.padStart(8)}   ${'at 1    at 3    MRR   goal'.padEnd(26)}   at 1    at 3    MRR`);
  for (const kind of [...KINDS, 'all']) {
    const row = rows.find((each) => each.kind === kind);
    if (!row) continue;
    const goal = GOALS[kind as Judged['kind']];
    console.log(
      `${kind.padEnd(16)}${String(row.ours.length).padStart(8)}   ${figures(row.ours)}   ${goal === undefined ? '    ' : percent(goal)}   ${figures(row.plain)}`,
    );
  }
  if (values.misses) console.log(`\n${misses.length} not among the first three\n${misses.join('\n')}`);
}

function answersTo({ answers }: Judged, log: Log): string[] {
  if (Array.isArray(answers)) return answers;
  const { reliesOn } = answers;
  return log.entries
    .filter(({ exemptions }) =>
      exemptions.some((citation) => formatCitation(citation) === reliesOn || formatCitation(citation).startsWith(`${reliesOn}(`)),
    )
    .map(({ reference }) => reference);
}

function figures(ranks: number[]): string {
  const share = (test: (rank: number) => boolean) => percent(ranks.filter(test).length / ranks.length);
  const reciprocal = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length;
  return `${share((rank) => rank === 1)}    ${share((rank) => rank > 0 && rank <= 3)}    ${reciprocal.toFixed(2)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)
    .toString()
    .padStart(3)}%`;
}

/** Lets the search client read an index on disk, as a browser would over the network. */
function readFilesByFetch(): void {
  globalThis.fetch = async (address) => {
    const file = fileURLToPath(String(address instanceof Request ? address.url : address).replace(/\?.*/, ''));
    return readFile(file).then(
      (bytes) => new Response(new Uint8Array(bytes)),
      () => new Response('', { status: 404 }),
    );
  };
}

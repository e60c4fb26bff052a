import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { FrontMatter } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Law } from '../model/laws.ts';
import { slugOfReference } from '../model/references.ts';
import { readPages } from './authority-pages.ts';
import { checkAcross, type EntryInLog } from './check-across.ts';
import { describeEntry } from './describe-entry.ts';
import type { Disclosure, Tombstone } from './disclosure.ts';
import { EntryCache, engineHash } from './entry-cache.ts';
import { facetsOf } from './facets.ts';
import { findEntries, type EntryFolder } from './find-files.ts';
import type { Log } from './log.ts';
import { newestFirst } from './order.ts';
import { stateOf } from './publication.ts';
import { allThreads, EntryReader, FEW } from './read-entries.ts';
import type { EntryFacts } from './read-one.ts';
import { readSettings } from './read-settings.ts';

export interface LoadOptions {
  /** Absolute path of the folder with log.yaml. */
  dir: string;
  /** Absolute path of the cache folder. */
  cache: string;
  /** For embargoes. */
  now: Date;
  /** Canonical origin that overrides log.yaml's. */
  site?: string | null;
  /** Drafts and embargoed entries too, marked by `state`: only for `preview`. */
  drafts?: boolean;
  /** Threads that read entries at most; 0 reads them in this one. Default: as many as the machine runs at once. */
  threads?: number;
  onProgress?: (done: number, of: number) => void;
}

export interface LoadedLog {
  /** `null` where log.yaml cannot be read. With blocking findings it is there for `check` and `read`, and must not be published. */
  log: Log | null;
  /** Everything wrong, in the order of files and lines. */
  findings: Finding[];
  counts: { entries: number; read: number; published: number; drafts: number; embargoed: number; withdrawn: number };
}

/** Loads a whole log: every entry read (or taken from the cache), every problem of all of them found, then put in order. */
export async function loadLog(options: LoadOptions): Promise<LoadedLog> {
  const name = (file: string) => path.relative(process.cwd(), path.join(options.dir, file)) || file;
  const counts = { entries: 0, read: 0, published: 0, drafts: 0, embargoed: 0, withdrawn: 0 };
  const file = path.join(options.dir, 'log.yaml');
  const { settings, topics, law, findings: settingFindings } = await readSettings(file, options.site ?? null, options.now);
  const findings: Finding[] = settingFindings.map((finding) => ({ ...finding, file: name('log.yaml') }));
  const { folders, findings: fileFindings } = findEntries(options.dir);
  findings.push(...fileFindings.map((finding) => ({ ...finding, file: name(finding.file) })));
  counts.entries = folders.length;

  const { readings, read } = await readAll(folders, law, options);
  counts.read = read;
  const entries = readings.map(({ key, facts, folder: { file, beside } }) => {
    findings.push(...facts.findings.map((finding) => ({ ...finding, file: name(file) })));
    return { file: name(file), path: file, slug: slugOfReference(facts.fields.reference ?? ''), facts, beside, key };
  });
  const { pages, findings: pageFindings } = await readPages(options.dir, settings);
  findings.push(...pageFindings.map((finding) => ({ ...finding, file: name(finding.file) })));
  findings.push(
    ...checkAcross(
      entries,
      topics,
      pages.map(({ slug }) => slug),
    ),
  );
  findings.sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  if (!settings) return { log: null, findings, counts };

  const published: Disclosure[] = [];
  const withdrawn: Tombstone[] = [];
  for (const entry of entries) {
    if (!isReadable(entry)) continue;
    const state = stateOf(entry.facts.frontMatter, options.now, settings.timeZone);
    if (state === 'withdrawn') withdrawn.push(tombstone(entry));
    counts[state === 'draft' ? 'drafts' : state] += 1;
    if (state === 'published' || (options.drafts && state !== 'withdrawn'))
      published.push(
        describeEntry(entry.facts, {
          slug: entry.slug,
          file: entry.path,
          bodyKey: entry.key,
          state,
          sizes: await sizesOf(options.dir, entry),
        }),
      );
  }
  published.sort(newestFirst);
  withdrawn.sort((a, b) => compare(b.date, a.date) || compare(a.slug, b.slug));
  const laws = [...new Set([...settings.laws, ...published.flatMap(({ exemptions }) => exemptions.map(({ law }) => law))])];
  const whole = { ...settings, laws };
  return { log: { settings: whole, entries: published, withdrawn, facets: facetsOf(published, whole), pages }, findings, counts };
}

/** The reading of each entry, from the cache where its text has not changed; `read` counts those that were read anew. */
async function readAll(
  folders: readonly EntryFolder[],
  law: Law | null,
  { dir, cache: home, threads, onProgress }: LoadOptions,
): Promise<{ readings: { folder: EntryFolder; key: string; facts: EntryFacts }[]; read: number }> {
  const its = law ?? 'foia';
  const cache = new EntryCache(home, dir, { law: its }, await engineHash());
  cache.open();
  let done = 0;
  const reader = new EntryReader({
    law: its,
    threads: threads ?? allThreads(),
    few: FEW,
    keep: ({ key }, facts, body) => {
      cache.put(key, facts, body);
      onProgress?.((done += 1), folders.length);
    },
  });
  const asked = new Set<string>();
  try {
    const keys: string[] = [];
    for (const { file } of folders) {
      const text = readFileSync(path.join(dir, file), 'utf8');
      const key = cache.key(text);
      keys.push(key);
      if (cache.get(key) || asked.has(key)) onProgress?.((done += 1), folders.length);
      else {
        asked.add(key);
        await reader.add({ key, file, text });
      }
    }
    await reader.finish();
    // Where log.yaml does not tell the law, what was kept under the right one is still wanted.
    cache.close(law !== null);
    return { readings: folders.map((folder, index) => readingOf(cache, folder, keys[index] ?? '')), read: asked.size };
  } catch (error) {
    await reader.close();
    cache.abandon();
    throw error;
  }
}

function readingOf(cache: EntryCache, folder: EntryFolder, key: string): { folder: EntryFolder; key: string; facts: EntryFacts } {
  const facts = cache.get(key);
  if (!facts) throw new Error(`${folder.file} was read and is not there.`);
  return { folder, key, facts };
}

/** True when something found stops publication. */
export function blocks(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'block');
}

type Readable = EntryInLog & { key: string; path: string; facts: EntryFacts & { frontMatter: FrontMatter } };

function isReadable(entry: EntryInLog & { key: string; path: string }): entry is Readable {
  return entry.facts.frontMatter !== null && entry.slug !== '';
}

async function sizesOf(log: string, entry: Readable): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const { file } of entry.facts.frontMatter.attachments ?? [])
    if (entry.beside.includes(file)) sizes.set(file, (await stat(path.join(log, path.dirname(entry.path), file))).size);
  return sizes;
}

function tombstone({ slug, facts }: Readable): Tombstone {
  const { reference, title, withdrawn } = facts.frontMatter;
  return { slug, reference, title: withdrawn?.showTitle ? title : null, date: withdrawn?.date ?? '', reason: withdrawn?.reason ?? '' };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

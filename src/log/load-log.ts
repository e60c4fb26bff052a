import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { minuteIn } from '../model/dates.ts';
import type { FrontMatter } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Law } from '../model/laws.ts';
import { slugOfReference } from '../model/references.ts';
import { TEXT_RULES } from '../model/text-rules/text-rules.ts';
import { fieldName } from '../markdown/front-matter.ts';
import { OWN_TEXT } from '../markdown/entry-words.ts';
import { readPages } from './authority-pages.ts';
import { checkAcross, type EntryInLog } from './check-across.ts';
import { checkAcknowledged, declaredFiles, type DeclaredFile } from './declared-files.ts';
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
  /**
   * What is wrong with the words of entries that are not published: `check` shows it, and a build, which they do not reach, does not stop for it.
   */
  unpublished: Finding[];
  /** Findings about words of entries that a person has accepted. */
  accepted: (Finding & Acceptance)[];
  /** The files that entries declare, of whatever state. */
  files: DeclaredFile[];
  /** Contacts that log.yaml names: they may stand in an answer and in its files. */
  allowed: string[];
  counts: { entries: number; read: number; published: number; drafts: number; embargoed: number; withdrawn: number };
}

/** Who has accepted a finding, why, and when. */
export interface Acceptance {
  reason: string;
  by: string;
  on: string;
}

/** Loads a whole log: every entry read (or taken from the cache), every problem of all of them found, then put in order. */
export async function loadLog(options: LoadOptions): Promise<LoadedLog> {
  const within = path.relative(process.cwd(), options.dir);
  const name = (file: string) => path.join(within, file);
  const counts = { entries: 0, read: 0, published: 0, drafts: 0, embargoed: 0, withdrawn: 0 };
  const file = path.join(options.dir, 'log.yaml');
  const { settings, topics, law, allowed, findings: settingFindings } = await readSettings(file, options.site ?? null, options.now);
  const findings: Finding[] = settingFindings.map((finding) => ({ ...finding, file: name('log.yaml') }));
  const { folders, findings: fileFindings } = findEntries(options.dir);
  findings.push(...fileFindings.map((finding) => ({ ...finding, file: name(finding.file) })));
  counts.entries = folders.length;

  const { readings, read } = await readAll(folders, law, allowed, options);
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
  findings.sort(byPlace);
  const accepted = entries.flatMap(acceptedIn);
  if (!settings) return { log: null, findings, unpublished: [], accepted, files: [], allowed, counts };

  const hidden = new Set<string>();
  const files: DeclaredFile[] = [];
  const today = minuteIn(settings.timeZone, options.now).slice(0, 10);
  const published: Disclosure[] = [];
  const withdrawn: Tombstone[] = [];
  for (const entry of entries) {
    if (!isReadable(entry)) continue;
    const state = stateOf(entry.facts.frontMatter, options.now, settings.timeZone);
    if (state !== 'published') hidden.add(entry.file);
    files.push(...declaredFiles(options.dir, entry.path, state, entry));
    findings.push(...checkAcknowledged(entry), ...inFuture(entry, today));
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
  const isOfHidden = ({ file, rule }: Finding) => rule in TEXT_RULES && hidden.has(file);
  const unpublished = findings.filter(isOfHidden);
  published.sort(newestFirst);
  withdrawn.sort((a, b) => compare(b.date, a.date) || compare(a.slug, b.slug));
  const laws = [...new Set([...settings.laws, ...published.flatMap(({ exemptions }) => exemptions.map(({ law }) => law))])];
  const whole = { ...settings, laws };
  return {
    log: { settings: whole, entries: published, withdrawn, facets: facetsOf(published, whole), pages },
    findings: findings.filter((finding) => !isOfHidden(finding)).sort(byPlace),
    unpublished,
    accepted,
    files,
    allowed,
    counts,
  };
}

/** In the order of files and lines. */
function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** What a person has accepted of the words of an entry. */
function acceptedIn({ file, facts }: EntryInLog): (Finding & Acceptance)[] {
  return facts.accepted.flatMap((finding) => {
    const its = facts.fields.acknowledged?.find((each) => each.file === OWN_TEXT && each.rule === finding.rule);
    return its ? [{ ...finding, file, reason: its.reason, by: its.by, on: its.on }] : [];
  });
}

/** A day on which something has happened and that has not come yet. @param today in the log's time zone */
function inFuture({ file, facts: { latest } }: EntryInLog, today: string): Finding[] {
  if (!latest || latest.day <= today) return [];
  const { day, path: field, line, column } = latest;
  const message = `${day} has not come yet, expected a day until ${today}`;
  return [
    {
      rule: 'date-in-future',
      severity: 'warn',
      file,
      line,
      column,
      where: fieldName(field),
      message,
      fix: 'Correct the day; to publish later, use publishAfter.',
    },
  ];
}

/** The reading of each entry, from the cache where its text has not changed; `read` counts those that were read anew. */
async function readAll(
  folders: readonly EntryFolder[],
  law: Law | null,
  allowed: readonly string[],
  { dir, cache: home, threads, onProgress }: LoadOptions,
): Promise<{ readings: { folder: EntryFolder; key: string; facts: EntryFacts }[]; read: number }> {
  const its = law ?? 'foia';
  const cache = new EntryCache(home, dir, { law: its, allowed }, await engineHash());
  cache.open();
  let done = 0;
  const reader = new EntryReader({
    law: its,
    allowed,
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

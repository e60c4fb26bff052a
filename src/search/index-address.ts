import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import { engineFolder } from '../log/run-options.ts';
import { type Batch, batchesOf, nameBatch } from './batches.ts';
import { limitOf, nearSpans, type Span, spansOf } from './spans.ts';

/** The Pagefind whose files the code here reads: another one is refused. */
export const PAGEFIND = '1.6.0';

/** A span with the name of what is published of it: a function of its entries, of the settings that its index depends on, and of the code. */
export interface NamedSpan extends Span {
  name: string;
  batches: Batch[];
}

/** Everything that is published for search: what is about the whole log, the engine, and the spans, the newest first. */
export interface SearchFolders {
  whole: string;
  engine: string;
  spans: NamedSpan[];
  /** Spans whose words stand in files together: those that are searched at once, and the older ones, if there are any. */
  groups: { name: string; spans: number }[];
  /** Most entries of a span. */
  limit: number;
}

/*
 * What was found last hangs on the global object: the command line and the pages each have this module for themselves, and a log of their own with the
 * same things in it.
 */
const KEY = Symbol.for('disclosure-log.search-folders');
interface Holder {
  [KEY]?: { of: Log; folders: SearchFolders };
}

/**
 * The folders of a log's index below `/search/`, before it is built. An unchanged span keeps its name and its bytes, so that everything in these
 * folders may be cached for ever, by the build and by browsers.
 */
export function searchFolders(log: Log): SearchFolders {
  const holder = globalThis as Holder;
  const last = holder[KEY];
  if (last && hasSame(last.of, log)) return last.folders;
  const folders = nameFolders(log);
  holder[KEY] = { of: log, folders };
  return folders;
}

/** True where two logs have the very same things in them. */
function hasSame(one: Log, other: Log): boolean {
  if (one === other) return true;
  const { entries, withdrawn, settings, facets } = other;
  return (
    one.settings === settings &&
    one.facets === facets &&
    one.withdrawn === withdrawn &&
    one.entries.length === entries.length &&
    one.entries.every((entry, place) => entry === entries[place])
  );
}

function nameFolders(log: Log): SearchFolders {
  const code = codeOf();
  const { language, topics } = log.settings;
  const limit = Number(process.env['DISCLOSURE_LOG_SPAN']) || limitOf(log.entries.length);
  const spans = spansOf(log.entries, limit).map((span): NamedSpan => {
    const hash = createHash('sha256').update(JSON.stringify([code, language, textsTogether(log.entries.length)]));
    for (const entry of span.entries) hash.update(JSON.stringify(indexed(entry)));
    const batches = batchesOf(span.entries).map((entries) => ({ name: nameBatch(entries, code, language), entries }));
    return { ...span, name: nameOf(hash.digest('hex')), batches };
  });
  const near = nearSpans(spans, Number(process.env['DISCLOSURE_LOG_NEAR']) || undefined);
  const groups = [spans.slice(0, near), spans.slice(near)]
    .filter((some) => some.length > 0)
    .map((some) => ({ name: nameOf(digest(JSON.stringify([code, some.map(({ name }) => name)]))), spans: some.length }));
  const withdrawn = log.withdrawn.map(({ reference, slug }) => [reference, slug]);
  const whole = JSON.stringify([code, language, topics, log.facets, withdrawn, spans.map(({ name }) => name)]);
  return { whole: nameOf(digest(whole)), engine: nameOf(digest(JSON.stringify([code, PAGEFIND, language]))), spans, groups, limit };
}

/**
 * Where a page finds the index: the folders' names as a fragment of `/search/`: the whole log, the engine, the groups of spans by dots, each with
 * the number of its spans, then each span as name, number of entries, first and last year: `/search/#3f9a…,07bc…,c27a…-1,91d2….1834.2024.2026`.
 */
export function indexAddress(log: Log): string {
  const { whole, engine, groups, spans } = searchFolders(log);
  const short = (name: string) => name.slice('index-'.length);
  const list = spans.map(({ name, entries, years }) => [short(name), entries.length, ...(years ?? [])].join('.'));
  return `/search/#${[short(whole), short(engine), groups.map(({ name, spans }) => `${short(name)}-${spans}`).join('.'), ...list].join(',')}`;
}

/** Texts in one file: as few requests and bytes as can be in a small log, as few files as a host allows in a large one. */
export function textsTogether(entries: number): number {
  return entries > 10_000 ? 4 : entries > 2500 ? 2 : 1;
}

/** What the index takes of an entry. (`bodyKey` is a hash of its whole text and of the code that reads it.) */
function indexed(entry: Disclosure): unknown[] {
  const { slug, reference, title, bodyKey, law, date, year, topics, department, outcome, exemptions, questions, attachments } = entry;
  return [slug, reference, title, bodyKey, law, date, year, topics, department, outcome, exemptions, questions, attachments];
}

/** A hash of the code that makes and reads the index: another engine never meets an old index. */
function codeOf(): string {
  const folder = path.join(engineFolder(), 'src', 'search');
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  for (const file of files.filter((file) => !/client.(?:asked|copy|embed|marks|page)/.test(file)).sort())
    hash.update(readFileSync(path.join(folder, file)));
  return hash.digest('hex');
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const nameOf = (hash: string) => `index-${hash.slice(0, 12)}`;

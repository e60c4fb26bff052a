import { cp, link, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Log } from '../log/log.ts';
import { type EntryTable, wholeLog } from './entry-table.ts';
import { type Part, shareOf } from './spans.ts';
import { type NamedSpan, searchFolders, type SearchFolders, textsTogether } from './index-address.ts';
import { readPacked, writePacked } from './packed.ts';
import { announceUse, BATCHES, BEGUN, prune } from './prune-spans.ts';
import { SpanThreads } from './span-threads.ts';
import { Workplace } from './workplace.ts';
import { Vocabulary } from './vocabulary.ts';

export interface SpanOptions {
  /** Folder of the log. */
  dir: string;
  /** Folder of the cache: spans are kept below its `search/`. */
  cache: string;
  onProgress?: (done: number, of: number) => void;
}

/** The spans of a log, each in a folder of its own, ready to be placed. */
export interface BuiltSpans {
  log: Log;
  folders: SearchFolders;
  /** Folder of each span, in their order. */
  places: string[];
  /** Folder of Pagefind's WebAssembly. */
  engine: string;
  /** The files that spans have together, by the name of the folder that takes them. */
  groups: { name: string; place: string }[];
  /** Spans that were not there from a run before. */
  indexed: number;
  /** Lets other runs delete them from the cache: once they are placed, or are not to be. */
  release(): Promise<void>;
}

/** Memory of a thread with Pagefind beside it, and for an entry of its span, in bytes; and the share of the machine's that all threads may take. */
const MEMORY = { thread: 600_000_000, entry: 60_000, share: 0.6 } as const;
/** Entries of a span from which on one thread fewer indexes beside the drawing: two of them and 100,000 entries took 6 GB, with little to gain. */
const LARGE = 4000;

/**
 * Indexes the spans that are not in the cache, several at a time. May begin as soon as the log is loaded, beside other work. Throws with Pagefind's
 * own words. What this run and the one before it used stays in the cache.
 */
export async function buildSpans(log: Log, options: SpanOptions): Promise<BuiltSpans> {
  const folders = searchFolders(log);
  const kept = keptIn(options.cache);
  const use = announceUse(kept, folders);
  const built = withIndexer(log, folders.spans, { ...options, isDrawing: true }, async (there, threads, indexed) => {
    const places = folders.spans.map(({ name }) => path.join(kept, name));
    if (folders.spans.length > 0 && !there.has(folders.engine))
      await made(kept, path.join(kept, folders.engine), (folder) => writeEngine(folder, kept, log.settings.language));
    const before = [...there].filter((name) => name.startsWith('index-')).map((name) => path.join(kept, name));
    let first = 0;
    const groups = folders.groups.map(({ name, spans }) => {
      const own = folders.spans.slice(first, (first += spans)).map(({ name }) => ({ name, place: path.join(kept, name) }));
      return { name, place: path.join(kept, name), own };
    });
    await settled(
      groups
        .filter(({ name }) => !there.has(name))
        .map(({ place, own }) =>
          threads.withThread((run) => made(kept, place, (folder) => run({ group: { places: own, to: folder, before } }))),
        ),
    );
    await prune(kept, folders);
    return { log, folders, places, engine: path.join(kept, folders.engine), groups, indexed, release: () => use.end() };
  });
  return built.catch(async (error: unknown) => {
    await use.end();
    throw error;
  });
}

/** Indexes one machine's share of the spans into the cache, and no more: what stands there stays. Returns how many spans that were, of how many. */
export async function buildPart(log: Log, part: Part, options: SpanOptions): Promise<{ spans: number; of: number }> {
  const { spans } = searchFolders(log);
  const own = shareOf(spans, part);
  await withIndexer(log, own, { ...options, isDrawing: false }, async () => undefined);
  return { spans: own.length, of: spans.length };
}

/**
 * Indexes those spans that are not in the cache, several at a time.
 * @param then is told what stood there before and how many were indexed, and may use the threads before they end
 */
async function withIndexer<T>(
  log: Log,
  spans: readonly NamedSpan[],
  { dir, cache, onProgress, isDrawing }: SpanOptions & { isDrawing: boolean },
  then: (there: ReadonlySet<string>, threads: SpanThreads, indexed: number) => Promise<T>,
): Promise<T> {
  const kept = keptIn(cache);
  await mkdir(path.join(kept, BATCHES), { recursive: true });
  const there = new Set(await readdir(kept));
  const missing = spans.filter(({ name }) => !there.has(name)).sort((a, b) => b.entries.length - a.entries.length);
  const entriesOf = (some: readonly NamedSpan[]) => some.reduce((sum, { entries }) => sum + entries.length, 0);
  const all = entriesOf(spans);
  let done = all - entriesOf(missing);
  const report = (entries: number) => onProgress?.((done += entries), all);
  report(0);
  const { law, language } = log.settings;
  const most = threadsFor(missing[0]?.entries.length ?? 0, isDrawing);
  const threads = new SpanThreads(most, { dir, cache, law, language, place: kept }, report);
  const together = textsTogether(log.entries.length);
  const index = (span: NamedSpan) =>
    threads.withThread((run) => {
      const batches = span.batches.map(({ name, entries }) => ({ name, entries: entries.length }));
      const job = { entries: span.entries, batches, together, kept: path.join(kept, BATCHES) };
      return made(kept, path.join(kept, span.name), (folder) => run({ ...job, folder }));
    });
  try {
    await settled(missing.map(index));
    return await then(there, threads, missing.length);
  } finally {
    await threads.end();
  }
}

/** As many threads as the machine has, where its memory is enough for spans of so many entries. */
function threadsFor(entries: number, isDrawing: boolean): number {
  const memory = MEMORY.thread + entries * MEMORY.entry;
  const cores = os.availableParallelism() - (isDrawing && entries >= LARGE ? 1 : 0);
  return Math.max(1, Math.min(cores, Math.floor((os.totalmem() * MEMORY.share) / memory)));
}

/** Waits for all of them, whatever becomes of one; then throws what the first that failed threw. */
async function settled(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}

const keptIn = (cache: string) => path.join(cache, 'search');

/** Makes the engine in a folder. */
export async function writeEngine(to: string, place: string, language: string): Promise<void> {
  const workplace = await Workplace.open(place, language);
  try {
    await workplace.writeEngine(to);
  } finally {
    await workplace.close();
  }
}

/** Puts the index into a built site: the spans as hard links where that can be, and beside them what is about all of them. Releases them. */
export async function placeSpans(built: BuiltSpans, out: string): Promise<void> {
  try {
    await place(built, out);
  } finally {
    await built.release();
  }
}

async function place({ log, folders, places, engine, groups }: BuiltSpans, out: string): Promise<void> {
  const folderOf = (name: string) => path.join(out, 'search', name);
  await Promise.all(places.map((place, span) => linkFolder(path.join(place, 'published'), folderOf(folders.spans[span]?.name ?? ''))));
  for (const { place, name } of groups) await linkFolder(path.join(place, 'published'), folderOf(name));
  if (places.length > 0) await linkFolder(engine, folderOf(folders.engine));
  const whole = folderOf(folders.whole);
  await mkdir(whole, { recursive: true });
  const words = places.map((place) => readPacked<[string, number][]>(path.join(place, 'words.bin')));
  const vocabulary = new Vocabulary(words);
  const newest = places[0] ? readPacked<EntryTable>(path.join(places[0], 'published', 'entries.bin')) : null;
  writePacked(path.join(whole, 'log.bin'), wholeLog(log, vocabulary, newest));
  for (const [letter, words] of vocabulary.byLetter()) writePacked(path.join(whole, `words-${letter}.bin`), words);
}

/** Makes a folder elsewhere in `kept` and then puts it in its place. */
async function made(kept: string, place: string, make: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(kept, BEGUN));
  try {
    await make(folder);
    await keep(folder, place);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Another run may have been quicker: what is there is the same. */
async function keep(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** The files of a folder as hard links, which cost nothing; as copies where links cannot be. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else await link(source, target).catch(() => cp(source, target));
  }
}

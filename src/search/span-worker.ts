/*
 * A thread of the build that indexes spans, one after the other.
 */
import { parentPort } from 'node:worker_threads';
import { readBodyOf } from '../log/bodies.ts';
import type { Law } from '../model/laws.ts';
import { type SpanPlace, writeGroup } from './group-files.ts';
import { type SpanJob, writeSpan } from './write-span.ts';
import { Workplace } from './workplace.ts';

/** Where the entries' bodies are, and where to work. */
export interface ThreadData {
  dir: string;
  cache: string;
  law: Law;
  language: string;
  /** Folder in which folders are made, and deleted at the end. */
  place: string;
}

/** Work for a thread: a span; the files that spans have together, as `writeGroup` is told of them; or nothing more. */
export type Work = SpanJob | { group: { places: readonly SpanPlace[]; to: string; before: readonly string[] } } | null;

/** What a thread is asked: first where it works, then for work. */
export type Asked = { from: ThreadData } | { job: Work };

/** What a thread tells: entries done, or that a span is finished or cannot be. */
export type Told = { entries: number } | { finished: true } | { failed: string };

const port = parentPort;
const tell = (told: Told) => port?.postMessage(told);
let from: ThreadData | null = null;
let workplace: Promise<Workplace> | null = null;

async function work(job: Work): Promise<void> {
  if (job === null) return (await workplace)?.close();
  if ('group' in job) return writeGroup(job.group.places, job.group.to, job.group.before);
  if (!from) throw new Error('A thread of the search index was not told where the log is.');
  const where = from;
  await writeSpan(
    job,
    (entry) => readBodyOf(entry, where),
    await (workplace ??= Workplace.open(where.place, where.language)),
    (entries) => tell({ entries }),
  );
}

port?.on('message', (asked: Asked) => {
  if ('from' in asked) return void (from = asked.from);
  work(asked.job).then(
    () => tell({ finished: true }),
    (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

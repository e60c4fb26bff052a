/*
 * A thread of the build that indexes spans, one after the other.
 */
import { parentPort, workerData } from 'node:worker_threads';
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

/** What a thread tells: entries done, or that a span is finished or cannot be. */
export type Told = { entries: number } | { finished: true } | { failed: string };

const from = workerData as ThreadData;
const port = parentPort;
const tell = (told: Told) => port?.postMessage(told);
let workplace: Promise<Workplace> | null = null;

async function work(job: Work): Promise<void> {
  if (job === null) return (await workplace)?.close();
  if ('group' in job) return writeGroup(job.group.places, job.group.to, job.group.before);
  await writeSpan(
    job,
    (entry) => readBodyOf(entry, from),
    await (workplace ??= Workplace.open(from.place, from.language)),
    (entries) => tell({ entries }),
  );
}

port?.on('message', (job: Work) => {
  work(job).then(
    () => tell({ finished: true }),
    (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

/*
 * A thread of the build that indexes one span, with a Pagefind process of its own: one Pagefind does one thing at a time.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readBodyOf } from '../log/bodies.ts';
import type { Law } from '../model/laws.ts';
import { type SpanJob, writeSpan } from './write-span.ts';

/** Where the entries' bodies are. */
export interface BodyPlaces {
  dir: string;
  cache: string;
  law: Law;
}

/** What a thread tells: entries done, or that a span is finished or cannot be. */
export type Told = { entries: number } | { finished: true } | { failed: string };

const from = workerData as BodyPlaces;
const port = parentPort;
const tell = (told: Told) => port?.postMessage(told);
port?.on('message', (job: SpanJob) => {
  writeSpan(
    job,
    (entry) => readBodyOf(entry, from),
    (entries) => tell({ entries }),
  ).then(
    () => tell({ finished: true }),
    (error: unknown) => tell({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

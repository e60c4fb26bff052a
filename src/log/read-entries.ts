import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Law } from '../model/laws.ts';
import { entryOptions, readOne } from './read-one.ts';
import type { WorkerAnswer, WorkerStart } from './read-worker.ts';
import { engineFolder } from './run-options.ts';

/** One text to read. `key` is what it is kept under; `file` is for errors. */
export interface Unread {
  key: string;
  file: string;
  text: string;
}

/** Takes one reading: facts as JSON, body as JSON in UTF-8. */
export type Keep = (entry: Unread, facts: string, body: Uint8Array) => void;

export interface Reading {
  law: Law;
  /** Contacts that may stand in an answer, see `allowedBy`; none where it is left out. */
  allowed?: readonly string[];
  /** Threads at most; 0 reads everything here. */
  threads: number;
  /** Fewer texts than this are read here. */
  few: number;
  keep: Keep;
}

/** A thread takes about as long to start, and to become as quick as this one, as so many entries take to read. */
export const FEW = 512;
/** Entries sent to a thread at once. */
const BATCH = 16;
/** Batches that wait for a thread at most, for each thread: memory is bounded by this. */
const WAITING = 2;
/** Megabytes of a thread's memory for what is soon dropped: most of a reading is. */
const YOUNG = 64;

/** As many threads as the machine runs at once, none where it runs one; more than these few the feeding of them cannot keep busy. */
export function allThreads(): number {
  const cores = os.availableParallelism();
  return cores > 1 ? Math.min(cores, 16) : 0;
}

/** A reader of many texts, in threads where there are many. Every text given to `add` has been kept when `finish` is done. */
export class EntryReader {
  private readonly reading: Reading;
  private waiting: Unread[] = [];
  private readonly threads = new Set<Thread>();
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** Resolves when there is room for more. Throws what a thread has stopped at. */
  async add(entry: Unread): Promise<void> {
    this.waiting.push(entry);
    const { threads, few } = this.reading;
    if (threads === 0) return this.waiting.length < few ? undefined : this.readHere();
    if (this.threads.size === 0 && this.waiting.length < few) return;
    while (this.waiting.length >= BATCH * WAITING * threads) {
      this.send();
      await this.progress();
    }
    if (this.waiting.length >= BATCH) this.send();
  }

  async finish(): Promise<void> {
    if (this.threads.size === 0) return this.readHere();
    while (this.waiting.length > 0 || [...this.threads].some(({ busy }) => busy)) {
      this.send();
      await this.progress();
    }
    await this.close();
  }

  /** Ends the threads; what they had not read yet is not kept. */
  async close(): Promise<void> {
    const threads = [...this.threads];
    this.threads.clear();
    // One after the other: where threads give back their code at once, V8 may end the whole process (nodejs/node#64500).
    for (const thread of threads) await thread.close();
  }

  private readHere(): void {
    const options = entryOptions(this.reading.law, this.reading.allowed);
    for (const entry of this.waiting) {
      let read: ReturnType<typeof readOne>;
      try {
        read = readOne(entry.text, options);
      } catch (error) {
        throw unreadable(entry.file, error);
      }
      this.reading.keep(entry, read.facts, Buffer.from(read.body));
    }
    this.waiting = [];
  }

  private send(): void {
    while (this.waiting.length > 0 && !this.failure) {
      const thread = [...this.threads].find(({ busy }) => !busy) ?? this.start();
      if (!thread) return;
      thread.read(this.waiting.splice(0, BATCH));
    }
  }

  private start(): Thread | null {
    if (this.threads.size >= this.reading.threads) return null;
    const thread = new Thread(this.reading, (failure) => {
      this.failure ??= failure;
      this.wake?.();
    });
    this.threads.add(thread);
    return thread;
  }

  /** Until a thread has answered. */
  private async progress(): Promise<void> {
    if (!this.failure) await new Promise<void>((resolve) => (this.wake = resolve));
    this.wake = null;
    if (!this.failure) return;
    await this.close();
    throw this.failure;
  }
}

/** One thread and the batch it has. */
class Thread {
  busy = false;
  private batch: readonly Unread[] = [];
  private readonly at = new Int32Array(new SharedArrayBuffer(4));
  private readonly worker: Worker;

  /** @param answered told after each batch, with what went wrong if anything did */
  constructor({ law, allowed = [], keep }: Reading, answered: (failure: Error | null) => void) {
    const workerData: WorkerStart = { law, allowed, at: this.at };
    // Not beside this module: the code that writes the pages is bundled into another folder.
    this.worker = new Worker(path.join(engineFolder(), 'src/log/read-worker.ts'), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    this.worker.on('message', (answer: WorkerAnswer) => {
      this.busy = false;
      answered(this.take(answer, keep));
    });
    this.worker.on('error', (error) => answered(unreadable(this.file(), error)));
    this.worker.on('exit', (code) => {
      if (this.busy) answered(unreadable(this.file(), new Error(`its thread ended with code ${code}`)));
    });
  }

  read(batch: readonly Unread[]): void {
    this.busy = true;
    this.batch = batch;
    this.worker.postMessage(batch.map(({ text }) => text));
  }

  async close(): Promise<void> {
    this.busy = false;
    await this.worker.terminate();
  }

  private take({ facts, bodies, lengths, error }: WorkerAnswer, keep: Keep): Error | null {
    let from = 0;
    try {
      for (const [index, length] of lengths.entries()) {
        keep(this.batch[index] as Unread, facts[index] ?? '', bodies.subarray(from, from + length));
        from += length;
      }
    } catch (thrown) {
      return thrown instanceof Error ? thrown : new Error(String(thrown));
    }
    return error === null ? null : unreadable(this.file(), error);
  }

  /** The file that is being read, or was last. */
  private file(): string {
    return this.batch[Atomics.load(this.at, 0)]?.file ?? 'an entry';
  }
}

function unreadable(file: string, cause: unknown): Error {
  const words = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return new Error(`${file} could not be read. This is a mistake in the program, not in the entry: ${words}`);
}

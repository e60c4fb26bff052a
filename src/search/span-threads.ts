import { Worker } from 'node:worker_threads';
import type { Asked, ThreadData, Told, Work } from './span-worker.ts';

/** Of a thread's memory, what holds objects that are new, in MB: the usual size takes a third of a gigabyte for a few threads, and saves no time here. */
const YOUNG = { maxYoungGenerationSizeMb: 24 } as const;

/** A thread that was started ahead and has not been taken. */
let ahead: Worker | null = null;

/** Starts a thread that the first span will find ready: its code is loaded while the log is read. It holds no process up. */
export function startAhead(): void {
  if (ahead) return;
  const worker = start();
  // One that fails before it is taken is forgotten: the thread that is started in its place says what is wrong.
  const forget = () => void (ahead === worker && (ahead = null));
  worker.on('error', forget).on('exit', forget).unref();
  ahead = worker;
}

function start(): Worker {
  return new Worker(new URL('./span-worker.ts', import.meta.url), { resourceLimits: YOUNG });
}

/** Threads that index, started when there is work for them; work beyond their number waits its turn. */
export class SpanThreads {
  private readonly most: number;
  private readonly from: ThreadData;
  private readonly report: (entries: number) => void;
  private readonly threads: Thread[] = [];
  private readonly idle: Thread[] = [];
  private readonly waiting: { resolve: (thread: Thread) => void; reject: (error: unknown) => void }[] = [];
  private failed: { error: unknown } | null = null;

  /** @param most threads; @param report is told how many entries have been indexed, again and again */
  constructor(most: number, from: ThreadData, report: (entries: number) => void) {
    this.most = most;
    this.from = from;
    this.report = report;
  }

  /** Lets `use` have a thread for itself. After one has failed, whatever waits fails with it. */
  async withThread<T>(use: (run: (job: Work) => Promise<void>) => Promise<T>): Promise<T> {
    const thread = await this.take();
    try {
      const result = await use((job) => thread.run(job));
      this.giveBack(thread);
      return result;
    } catch (error) {
      this.failed ??= { error };
      for (const { reject } of this.waiting.splice(0)) reject(error);
      throw error;
    }
  }

  /** Ends all threads; those that are idle tidy up first. */
  async end(): Promise<void> {
    await Promise.all(this.idle.map((thread) => thread.run(null).catch(() => undefined)));
    // One after the other: where threads give back their code at once, V8 may end the whole process (nodejs/node#64500).
    for (const thread of this.threads) await thread.end();
  }

  private async take(): Promise<Thread> {
    if (this.failed) throw this.failed.error;
    const idle = this.idle.pop();
    if (idle) return idle;
    if (this.threads.length >= this.most) return new Promise((resolve, reject) => void this.waiting.push({ resolve, reject }));
    const thread = new Thread(this.from, this.report);
    this.threads.push(thread);
    return thread;
  }

  private giveBack(thread: Thread): void {
    const next = this.waiting.shift();
    if (next) next.resolve(thread);
    else this.idle.push(thread);
  }
}

/** A worker thread, for one job at a time. */
class Thread {
  private readonly worker: Worker;
  private settle: (failed: Error | null) => void = () => undefined;

  constructor(from: ThreadData, report: (entries: number) => void) {
    this.worker = ahead ?? start();
    ahead = null;
    this.worker.ref();
    this.ask({ from });
    this.worker.on('message', (told: Told) => {
      if ('entries' in told) report(told.entries);
      else this.settle('failed' in told ? new Error(told.failed) : null);
    });
    this.worker.on('error', (error: Error) => this.settle(error));
    this.worker.on('exit', () => this.settle(new Error('A thread of the search index ended before its span was finished.')));
  }

  run(job: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      this.settle = (failed) => (failed ? reject(failed) : resolve());
      this.ask({ job });
    });
  }

  private ask(asked: Asked): void {
    this.worker.postMessage(asked);
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

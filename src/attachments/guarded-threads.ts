import { Worker } from 'node:worker_threads';

export interface Guard {
  /** The module that the threads run: it answers every message with one message. */
  script: string;
  /** Threads at most. */
  threads: number;
  /** One job may take so long. */
  seconds: number;
  /** A thread may hold so much. */
  megabytes: number;
  workerData?: unknown;
}

/** What came of a job: its answer, or why there is none, as the end of a sentence about a file. */
export type Outcome<Answer> = { answer: Answer } | { because: string };

/** How a reader ended that did not end well, as the end of a sentence about a file. */
export const BROKEN = 'it broke the program that reads it';

/**
 * Threads that work on things from strangers: one that takes too long or too much, or dies, costs its job and nothing else, and another takes its
 * place.
 */
export class GuardedThreads<Job, Answer> {
  private readonly guard: Guard;
  private readonly idle: Thread<Job, Answer>[] = [];
  private readonly waiting: { job: Job; done: (outcome: Outcome<Answer>) => void }[] = [];
  private running = 0;

  constructor(guard: Guard) {
    this.guard = guard;
  }

  /** Never rejects. */
  run(job: Job): Promise<Outcome<Answer>> {
    return new Promise((done) => {
      this.waiting.push({ job, done });
      this.next();
    });
  }

  /** Ends the threads; to be called once every job has its outcome. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((thread) => thread.close()));
  }

  private next(): void {
    if (this.running >= this.guard.threads) return;
    const first = this.waiting.shift();
    if (!first) return;
    this.running += 1;
    const thread = this.idle.pop() ?? new Thread<Job, Answer>(this.guard);
    thread.run(first.job, (outcome) => {
      this.running -= 1;
      if (thread.lives) this.idle.push(thread);
      first.done(outcome);
      this.next();
    });
  }
}

/** One thread and the job it has. */
class Thread<Job, Answer> {
  lives = true;
  private readonly guard: Guard;
  private readonly worker: Worker;
  private timer: NodeJS.Timeout | undefined;
  private done: ((outcome: Outcome<Answer>) => void) | null = null;

  constructor(guard: Guard) {
    this.guard = guard;
    const { script, megabytes, workerData } = guard;
    this.worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 } });
    this.worker.on('message', (answer: Answer) => this.end({ answer }));
    this.worker.on('error', ({ code }: NodeJS.ErrnoException) =>
      this.fail(code === 'ERR_WORKER_OUT_OF_MEMORY' ? `reading it took more than ${megabytes} MB of memory` : BROKEN),
    );
    this.worker.on('exit', () => this.fail(BROKEN));
  }

  run(job: Job, done: (outcome: Outcome<Answer>) => void): void {
    const { seconds } = this.guard;
    this.done = done;
    this.timer = setTimeout(() => this.fail(`reading it took longer than ${seconds} seconds`), seconds * 1000);
    this.worker.postMessage(job);
  }

  async close(): Promise<void> {
    this.lives = false;
    await this.worker.terminate();
  }

  private fail(because: string): void {
    void this.close();
    this.end({ because });
  }

  private end(outcome: Outcome<Answer>): void {
    clearTimeout(this.timer);
    const { done } = this;
    this.done = null;
    done?.(outcome);
  }
}

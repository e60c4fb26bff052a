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

/**
 * Threads that work on things from strangers: one that takes too long or too much, or dies, costs its job and nothing else, and another takes its
 * place.
 */
export class GuardedThreads<Job, Answer> {
  private readonly guard: Guard;
  private readonly idle: Worker[] = [];
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
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.running >= this.guard.threads) return;
    const first = this.waiting.shift();
    if (!first) return;
    this.running += 1;
    this.work(this.idle.pop() ?? this.start(), first.job, (outcome) => {
      this.running -= 1;
      first.done(outcome);
      this.next();
    });
  }

  private start(): Worker {
    const { script, megabytes, workerData } = this.guard;
    return new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 } });
  }

  private work(worker: Worker, job: Job, done: (outcome: Outcome<Answer>) => void): void {
    const { seconds, megabytes } = this.guard;
    const end = (outcome: Outcome<Answer>, lives: boolean) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A thread that is ended may still say that it was: nobody listens.
      worker.on('error', () => undefined);
      if (lives) this.idle.push(worker);
      else void worker.terminate();
      done(outcome);
    };
    const timer = setTimeout(() => end({ because: `reading it took longer than ${seconds} seconds` }, false), seconds * 1000);
    worker.on('message', (answer: Answer) => end({ answer }, true));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const because =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? `reading it took more than ${megabytes} MB of memory`
          : 'it broke the program that reads it';
      end({ because }, false);
    });
    worker.on('exit', () => end({ because: 'it broke the program that reads it' }, false));
    worker.postMessage(job);
  }
}

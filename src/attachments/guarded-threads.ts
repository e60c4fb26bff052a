import { Worker } from 'node:worker_threads';

export interface Guard {
  /** The module that the threads run: it answers every message with one message. Before that it may send `FURTHER` as it gets further. */
  script: string;
  /** Threads at most. */
  threads: number;
  /** One job may take so long. */
  seconds: number;
  /** From one `FURTHER` to the next, and to the answer, a thread may take so long: it has shown that its steps are small. */
  secondsAStep?: number;
  /** A thread may hold so much, data outside the heap of its objects (pictures, unpacked streams) included. */
  megabytes: number;
  workerData?: unknown;
}

/** What came of a job: its answer, or why there is none, as the end of a sentence about a file. */
export type Outcome<Answer> = { answer: Answer } | { because: string };

/** What a thread sends while it works, to say that it has done one step of many. */
export const FURTHER = 'further';
/** Milliseconds between two looks at what a thread holds. */
const LOOK = 250;

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
    // One after the other: where threads give back their code at once, V8 may end the whole process (nodejs/node#64500).
    for (const thread of this.idle.splice(0)) await thread.close();
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
  private stepTimer: NodeJS.Timeout | undefined;
  private look: NodeJS.Timeout | undefined;
  private done: ((outcome: Outcome<Answer>) => void) | null = null;

  constructor(guard: Guard) {
    this.guard = guard;
    const { script, megabytes, workerData } = guard;
    this.worker = new Worker(script, { workerData, resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64 } });
    this.worker.on('message', (answer: Answer | typeof FURTHER) => (answer === FURTHER ? this.step() : this.end({ answer })));
    this.worker.on('error', ({ code }: NodeJS.ErrnoException) =>
      this.fail(code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch({ megabytes }) : BROKEN),
    );
    this.worker.on('exit', () => this.fail(BROKEN));
  }

  run(job: Job, done: (outcome: Outcome<Answer>) => void): void {
    const { seconds } = this.guard;
    this.done = done;
    this.timer = setTimeout(() => this.fail(`reading it took longer than ${seconds} seconds`), seconds * 1000);
    this.look = setInterval(() => void this.lookAtMemory(), LOOK);
    this.worker.postMessage(job);
  }

  private step(): void {
    const { secondsAStep } = this.guard;
    if (secondsAStep === undefined || this.done === null) return;
    clearTimeout(this.stepTimer);
    this.stepTimer = setTimeout(() => this.fail(`a part of it took longer than ${secondsAStep} seconds to read`), secondsAStep * 1000);
  }

  /** The limits of a thread do not count what lies outside its heap. Older versions of Node cannot tell. */
  private async lookAtMemory(): Promise<void> {
    const { worker } = this;
    if (typeof worker.getHeapStatistics !== 'function') return;
    const statistics = await worker.getHeapStatistics().catch(() => null);
    if (!statistics || this.done === null) return;
    if (statistics.used_heap_size + statistics.external_memory > this.guard.megabytes * 2 ** 20) this.fail(tooMuch(this.guard));
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
    clearTimeout(this.stepTimer);
    clearInterval(this.look);
    const { done } = this;
    this.done = null;
    done?.(outcome);
  }
}

function tooMuch({ megabytes }: Pick<Guard, 'megabytes'>): string {
  return `reading it took more than ${megabytes} MB of memory`;
}

import { parentPort, workerData } from 'node:worker_threads';
import type { Law } from '../model/laws.ts';
import { entryOptions, readOne } from './read-one.ts';

/*
 * Reads entries in a thread of its own: a batch of texts comes in, their readings go out. Started by `read-entries.ts`.
 */

export interface WorkerStart {
  law: Law;
  allowed: readonly string[];
  /** One number: which text of the batch is being read, so that a thread that ends without a word still tells. */
  at: Int32Array;
}

export interface WorkerAnswer {
  /** JSON, one for each text. */
  facts: string[];
  /** All bodies as UTF-8, one after the other, and the bytes of each. */
  bodies: Uint8Array<ArrayBuffer>;
  lengths: number[];
  /** What stopped the reading of the text that `at` tells; `null` when all were read. */
  error: string | null;
}

// The YAML library asks for a variable at every token, and the real environment is slow to ask.
process.env = { ...process.env };

const { law, allowed, at } = workerData as WorkerStart;
const options = entryOptions(law, allowed);

parentPort?.on('message', (texts: readonly string[]) => {
  const answer = readBatch(texts);
  parentPort?.postMessage(answer, [answer.bodies.buffer]);
});

function readBatch(texts: readonly string[]): WorkerAnswer {
  const facts: string[] = [];
  const bodies: string[] = [];
  let error: string | null = null;
  try {
    for (const [index, text] of texts.entries()) {
      Atomics.store(at, 0, index);
      const reading = readOne(text, options);
      facts.push(reading.facts);
      bodies.push(reading.body);
    }
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  const lengths = bodies.map((body) => Buffer.byteLength(body));
  return { facts, bodies: new TextEncoder().encode(bodies.join('')), lengths, error };
}

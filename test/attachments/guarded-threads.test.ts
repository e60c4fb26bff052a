import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GuardedThreads } from '../../src/attachments/guarded-threads.ts';

let folder: string;
let script: string;
/** A reader that does to its thread what hostile files do. */
const READER = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', (job) => {
  if (job === 'loop') for (;;);
  if (job === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())); }
  if (job === 'pictures') { const all = []; for (;;) if (all.length < 40) all.push(new Uint8Array(1e7).fill(1)); }
  if (job === 'step, then loop') { parentPort.postMessage('further'); for (;;); }
  if (job === 'three steps') for (let left = 3; left > 0; left--) parentPort.postMessage('further');
  if (job === 'throw') throw new Error('broken');
  if (job === 'exit') process.exit(0);
  parentPort.postMessage('read ' + job);
});
`;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'));
  script = path.join(folder, 'reader.mjs');
  writeFileSync(script, READER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what a file does to its reader costs that file and no other', async () => {
  const threads = new GuardedThreads<string, string>({ script, threads: 2, seconds: 2, megabytes: 32 });
  const jobs = ['a', 'loop', 'b', 'throw', 'eat', 'c', 'exit', 'd', 'e', 'throw', 'f'];
  const outcomes = await Promise.all(jobs.map((job) => threads.run(job)));
  await threads.close();
  const broken = { because: 'it broke the program that reads it' };
  expect(outcomes).toEqual([
    { answer: 'read a' },
    { because: 'reading it took longer than 2 seconds' },
    { answer: 'read b' },
    broken,
    { because: 'reading it took more than 32 MB of memory' },
    { answer: 'read c' },
    broken,
    { answer: 'read d' },
    { answer: 'read e' },
    broken,
    { answer: 'read f' },
  ]);
});

test('a reader that gets further step by step is ended where one step takes too long', async () => {
  const threads = new GuardedThreads<string, string>({ script, threads: 1, seconds: 60, secondsAStep: 1, megabytes: 32 });
  const outcomes = await Promise.all(['three steps', 'step, then loop', 'a'].map((job) => threads.run(job)));
  await threads.close();
  expect(outcomes).toEqual([
    { answer: 'read three steps' },
    { because: 'a part of it took longer than 1 seconds to read' },
    { answer: 'read a' },
  ]);
});

const tells = 'getHeapStatistics' in Worker.prototype;
test.skipIf(!tells)('data outside the heap count as memory (skipped where Node is older than 24 and cannot tell)', async () => {
  const threads = new GuardedThreads<string, string>({ script, threads: 1, seconds: 60, megabytes: 200 });
  const outcomes = await Promise.all(['pictures', 'a'].map((job) => threads.run(job)));
  await threads.close();
  expect(outcomes).toEqual([{ because: 'reading it took more than 200 MB of memory' }, { answer: 'read a' }]);
});

test('a reader that cannot even start is an outcome of every file', async () => {
  const threads = new GuardedThreads<string, string>({ script: path.join(folder, 'nowhere.mjs'), threads: 1, seconds: 5, megabytes: 32 });
  expect(await Promise.all([threads.run('a'), threads.run('b')])).toEqual(Array(2).fill({ because: 'it broke the program that reads it' }));
});

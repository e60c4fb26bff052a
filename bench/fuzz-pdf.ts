/**
 * Feeds damaged PDFs and images to their readers: changed bytes, changed figures, parts cut out, doubled, cut off. Each must be read or refused in one clear
 * sentence. Says how many were, what crashed, the slowest and the memory. Then PDFs that are made to be slow or large, each in a process of its own:
 * `--only made` for them alone. `node bench/fuzz-pdf.ts [--each 1000] [--seed 1] [--only pdf]`
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { readImage } from '../src/attachments/image.ts';
import { readPdf } from '../src/attachments/pdf.ts';
import { UnreadableFile } from '../src/attachments/reading.ts';

const FIXTURES = path.join(import.meta.dirname, '../test/fixtures/attachments');
/** Milliseconds after which an input counts as hanging. */
const HANGS = 20_000;
const KINDS = { pdf: ['.pdf'], png: ['.png'], jpeg: ['.jpg'], webp: ['.webp'], gif: ['.gif'] } as const;
type FuzzedKind = keyof typeof KINDS;

interface Job {
  kind: FuzzedKind;
  bytes: Uint8Array;
}
interface Outcome {
  outcome: 'read' | 'refused' | 'crashed';
  error: string;
  ms: number;
  memory: number;
}

if (process.argv[2] === '--made') await readMade(process.argv[3] ?? '');
else if (isMainThread) await main();
else
  parentPort?.on('message', (job: Job) => {
    void readOne(job).then((outcome) => parentPort?.postMessage(outcome));
  });

async function readOne({ kind, bytes }: Job): Promise<Outcome> {
  const started = performance.now();
  const end = (outcome: Outcome['outcome'], error = ''): Outcome => ({
    outcome,
    error,
    ms: performance.now() - started,
    memory: process.memoryUsage().rss,
  });
  try {
    await (kind === 'pdf' ? readPdf(bytes) : readImage(bytes, kind));
    return end('read');
  } catch (error) {
    const cause = error instanceof UnreadableFile ? error.cause : error;
    // A mistake of our own that was taken for a broken file is a crash as well.
    const ours =
      cause instanceof Error &&
      /[\\/]src[\\/]attachments[\\/]/.test(cause.stack?.split('\n')[1] ?? '') &&
      !(cause instanceof UnreadableFile);
    return error instanceof UnreadableFile && !ours ? end('refused') : end('crashed', String((cause as Error).stack).slice(0, 600));
  }
}

/** A small generator of numbers, so that a run can be repeated (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function damage(good: Buffer, next: (below: number) => number): Buffer {
  let bytes = Buffer.from(good);
  for (let times = 1 + next(4); times > 0; times--) {
    const [at, length] = [next(bytes.length), 1 + next(200)];
    const way = next(7);
    if (way === 0) for (let left = 1 + next(30); left > 0; left--) bytes[next(bytes.length)] = next(256);
    else if (way === 1) bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    else if (way === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    else if (way === 3) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
    else if (way === 4) bytes = bytes.subarray(0, Math.max(40, at));
    else if (way === 5) {
      // A figure of the syntax becomes another: lengths, numbers of objects, places.
      const digits = [...bytes.subarray(0, 200_000).entries()].filter(([, byte]) => byte >= 0x30 && byte <= 0x39);
      for (let left = 1 + next(5); left > 0; left--) bytes[digits[next(digits.length)]?.[0] ?? 0] = 0x30 + next(10);
    } else bytes.fill(next(256), at, Math.min(bytes.length, at + length));
    if (bytes.length < 40) return bytes;
  }
  return bytes;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { each: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, only: { type: 'string' } },
  });
  const { gif } = await import('../test/attachments/image-builder.ts');
  const { box, words, writePdf, appendRevision, stream } = await import('../test/attachments/pdf-builder.ts');
  const plain = writePdf({
    pages: [
      {
        content: words('Invented Person') + box(60, 690, 200, 30) + '/G gs q 1 0 0 1 9 9 cm Q',
        resources: '/ExtGState << /G << /ca 0.5 /BM /Multiply >> >>',
      },
    ],
  });
  const own: Partial<Record<FuzzedKind, Uint8Array[]>> = {
    gif: [gif('Invented Person')],
    pdf: [plain, appendRevision(plain, { 11: stream('', words('Gone')) })],
  };
  for (const kind of Object.keys(KINDS) as FuzzedKind[]) {
    if (values.only && values.only !== kind) continue;
    const files = readdirSync(FIXTURES).filter((name) => (KINDS[kind] as readonly string[]).includes(path.extname(name)));
    const seeds = [
      ...files.map((name) => readFileSync(path.join(FIXTURES, name))),
      ...(own[kind] ?? []).map((bytes) => Buffer.from(bytes)),
    ];
    await fuzz(kind, seeds, Number(values.each), numbers(Number(values.seed)));
  }
  if (!values.only || values.only === 'made') await readAllMade();
}

/** Reads one of the files that are made to be slow; prints the work it took, in milliseconds, and the memory above what was held before. */
async function readMade(name: string): Promise<void> {
  const { BOMBS } = await import('../test/attachments/pdf-bombs.ts');
  const bytes = new Uint8Array(BOMBS[name]?.() ?? []);
  const held = process.memoryUsage().rss;
  let most = held;
  const before = process.cpuUsage();
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20);
  const { outcome, error } = await readOne({ kind: 'pdf', bytes });
  clearInterval(look);
  most = Math.max(most, process.memoryUsage().rss);
  const { user, system } = process.cpuUsage(before);
  console.log(`${outcome} ${error}\t${Math.round((user + system) / 1000)} ms\t${Math.round((most - held) / 2 ** 20)} MiB`);
}

async function readAllMade(): Promise<void> {
  const { BOMBS } = await import('../test/attachments/pdf-bombs.ts');
  for (const name of Object.keys(BOMBS)) {
    const { stdout, status } = spawnSync(process.execPath, [import.meta.filename, '--made', name], {
      encoding: 'utf8',
      timeout: 4 * HANGS,
    });
    console.log(`${name}\t${status === 0 ? stdout.trim() : 'IT HUNG, or the process ended'}`);
  }
}

async function fuzz(kind: FuzzedKind, seeds: Buffer[], each: number, next: (below: number) => number): Promise<void> {
  const counts = { read: 0, refused: 0, crashed: 0, hung: 0 };
  let [slowest, most] = [0, 0];
  let worker = start();
  for (let at = 0; at < each; at++) {
    const bytes = damage(seeds[at % seeds.length] ?? Buffer.alloc(40), next);
    const result = await run(worker, { kind, bytes });
    if (typeof result === 'string' || result.outcome === 'crashed') {
      const kept = path.join(tmpdir(), `fuzz-${kind}-${at}`);
      writeFileSync(kept, bytes);
      console.log(`${kind} ${at}: ${typeof result === 'string' ? result : result.error} (kept as ${kept})`);
    }
    if (typeof result === 'string') {
      counts.hung++;
      await worker.terminate();
      worker = start();
    } else {
      counts[result.outcome]++;
      slowest = Math.max(slowest, result.ms);
      most = Math.max(most, result.memory);
    }
  }
  await worker.terminate();
  console.log(
    `${kind}: ${each} inputs, ${counts.read} read, ${counts.refused} refused, ${counts.crashed} crashed, ${counts.hung} hung; slowest ${Math.round(slowest)} ms; at most ${Math.round(most / 2 ** 20)} MiB`,
  );
}

function start(): Worker {
  return new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
}

function run(worker: Worker, job: Job): Promise<Outcome | string> {
  return new Promise((resolve) => {
    const end = (result: Outcome | string) => {
      clearTimeout(timer);
      worker.off('message', end);
      worker.off('error', broke);
      resolve(result);
    };
    const broke = (error: unknown) => end(`the thread ended: ${String(error)}`);
    const timer = setTimeout(() => end('it hung'), HANGS);
    worker.on('message', end);
    worker.on('error', broke);
    worker.postMessage(job);
  });
}

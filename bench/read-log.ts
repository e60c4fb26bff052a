/*
 * node bench/read-log.ts: what it costs to read a log: cold on one thread, cold on all, and warm, when nothing has changed since the last run.
 * Each is the median of several runs, each run a process of its own.
 *
 *   node bench/read-log.ts                   makes a log of 10,000 answers first
 *   node bench/read-log.ts --entries 100000
 *   node bench/read-log.ts --log DIR         a log that is there
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadLog } from '../src/log/load-log.ts';

interface Cost {
  entries: number;
  read: number;
  /** Milliseconds. */
  wall: number;
  cpu: number;
  /** The most memory held at once, in megabytes. */
  memory: number;
}

const { values } = parseArgs({
  options: {
    log: { type: 'string' },
    entries: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '3' },
    // For the processes that this one starts.
    measure: { type: 'string' },
    threads: { type: 'string' },
  },
});

if (values.measure) console.log(JSON.stringify(await measure(values.log ?? '', values.measure, values.threads)));
else await report();

/** What loading the log once costs in this process, its start not counted. */
async function measure(dir: string, cache: string, threads: string | undefined): Promise<Cost> {
  const before = process.cpuUsage();
  const started = performance.now();
  const { counts } = await loadLog({ dir, cache, now: new Date(), ...(threads === undefined ? {} : { threads: Number(threads) }) });
  const { user, system } = process.cpuUsage(before);
  return {
    entries: counts.entries,
    read: counts.read,
    wall: performance.now() - started,
    cpu: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
  };
}

async function report(): Promise<void> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-read-'));
  try {
    const dir = values.log ? path.resolve(values.log) : makeLog(path.join(place, 'log'));
    const cache = path.join(place, 'cache');
    const runs = Array.from({ length: Number(values.runs) }, () => {
      const cold = async (threads?: number) => {
        await rm(cache, { recursive: true, force: true });
        return inProcess(dir, cache, threads);
      };
      return { cold, warm: () => inProcess(dir, cache) };
    });
    const costs: Record<'one' | 'all' | 'warm', Cost[]> = { one: [], all: [], warm: [] };
    for (const { cold, warm } of runs) {
      costs.one.push(await cold(0));
      costs.all.push(await cold());
      costs.warm.push(warm());
    }
    const entries = costs.one[0]?.entries ?? 0;
    console.log(`${entries} entries, ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}, median of ${runs.length}\n`);
    console.log('                        wall        CPU     CPU an entry   memory');
    console.log(`cold, one thread   ${row(costs.one, entries)}  (goal 1.3 ms an entry)`);
    console.log(`cold, all threads  ${row(costs.all, entries)}`);
    console.log(`warm               ${row(costs.warm, entries)}  (goal 1 s for 10,000)`);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function inProcess(dir: string, cache: string, threads?: number): Cost {
  const args = ['--log', dir, '--measure', cache, ...(threads === undefined ? [] : ['--threads', String(threads)])];
  const { status, stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Cost;
}

function row(costs: readonly Cost[], entries: number): string {
  const median = (of: (cost: Cost) => number) => costs.map(of).sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;
  const cpu = median((cost) => cost.cpu);
  const cells = [
    `${(median((cost) => cost.wall) / 1000).toFixed(2)} s`,
    `${(cpu / 1000).toFixed(2)} s`,
    `${(cpu / entries).toFixed(3)} ms`,
    `${median((cost) => cost.memory).toFixed(0)} MB`,
  ];
  return cells.map((cell, index) => cell.padStart([10, 10, 13, 11][index] ?? 0)).join('');
}

function makeLog(dir: string): string {
  const generator = path.resolve(import.meta.dirname, '../../shared/tools/gen-corpus.mjs');
  if (!existsSync(generator)) throw new Error(`${generator} does not exist: name a log with --log.`);
  const { status, stderr } = spawnSync(process.execPath, [generator, values.entries, dir], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return dir;
}

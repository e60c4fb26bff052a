/*
 * npm run bench: what a build costs, beside what else one would take, on this machine and in the same run: logs of several sizes built from no cache,
 * built again with one entry changed, and built with Eleventy + Pagefind and, where it is installed, Hugo + Pagefind. Medians of several runs.
 *
 *   npm run bench                                       1,000 and 10,000 entries, three runs
 *   npm run bench -- --sizes 1000,10000,100000 --runs 1
 *   npm run bench -- --out DIR                          the figures to a folder of their own
 *   npm run bench -- --tools DIR                        where gen-corpus.mjs and peers/compare.sh lie
 *   npm run bench -- --project DIR                      another checkout of this project; the .cache in it is deleted before each run
 *
 * Prints a table for the README; writes bench/results.json and docs/bench.svg. Nothing else should run on the machine meanwhile.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pictureOf } from './build-picture.ts';
import { asTable, gather, readMeasures, type Measure, type Results } from './build-results.ts';

const PROJECT = path.join(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    runs: { type: 'string', default: '3' },
    tools: { type: 'string', default: path.join(PROJECT, '../shared/tools') },
    project: { type: 'string', default: PROJECT },
    out: { type: 'string' },
  },
});

const sizes = values.sizes.split(',').map(Number);
const runs = Number(values.runs);
if (![...sizes, runs].every((number) => Number.isInteger(number) && number > 0))
  stop('expected --sizes and --runs in whole numbers, such as --sizes 1000,10000 --runs 3');
const generator = path.resolve(values.tools, 'gen-corpus.mjs');
const comparison = path.resolve(values.tools, 'peers/compare.sh');
for (const tool of [generator, comparison]) if (!existsSync(tool)) stop(`${tool} is not there; name its folder with --tools`);

const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-bench-'));
try {
  const results: Results = { ...circumstances(), runs, sizes: [] };
  for (const entries of sizes) {
    console.error(`\n${entries.toLocaleString('en-GB')} entries`);
    const log = path.join(place, String(entries));
    const made = spawnSync(process.execPath, [generator, String(entries), log], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.stderr);
    results.sizes.push({ entries, tools: gather(await compare(log)) });
    await rm(log, { recursive: true, force: true });
  }
  const [json, svg] = values.out
    ? [path.join(values.out, 'results.json'), path.join(values.out, 'bench.svg')]
    : [path.join(PROJECT, 'bench/results.json'), path.join(PROJECT, 'docs/bench.svg')];
  mkdirSync(path.dirname(json), { recursive: true });
  writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(svg, pictureOf(results));
  console.log(`\n${asTable(results)}`);
} finally {
  await rm(place, { recursive: true, force: true });
}

/** Runs the comparison over one log and shows each line as it comes. */
async function compare(log: string): Promise<Measure[]> {
  const child = spawn('bash', [comparison, log, path.resolve(values.project), String(runs)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    process.stderr.write(text);
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${comparison} ended with ${code}.`);
  return readMeasures(said);
}

function circumstances(): Pick<Results, 'day' | 'cores' | 'memory' | 'node' | 'hugo' | 'commit'> {
  const say = (command: string, ...args: string[]) => {
    const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', cwd: values.project });
    return status === 0 ? stdout.trim() : null;
  };
  return {
    day: new Date().toISOString().slice(0, 10),
    cores: os.availableParallelism(),
    memory: Math.round(os.totalmem() / 2 ** 30),
    node: process.versions.node,
    hugo: /v(\d[\d.]+)/.exec(say('hugo', 'version') ?? '')?.[1] ?? null,
    commit: say('git', 'rev-parse', '--short', 'HEAD'),
  };
}

function stop(why: string): never {
  console.error(`The benchmark did not start: ${why}.`);
  process.exit(2);
}

/*
 * node bench/killed.ts: a build that is killed at a random moment leaves the old site or the new one, whole. Builds a small log in one of two states, kills
 * the next build with all its processes at a moment between its start and its end, and compares every byte of the output with both.
 *
 *   node bench/killed.ts                 200 times
 *   node bench/killed.ts --times 20
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const PROJECT = path.join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { times: { type: 'string', default: '200' } } });
const times = Number(values.times);
const place = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-killed-'));
const out = path.join(place, 'site');
const ENTRIES = 12;

try {
  await makeLog();
  const sites = new Map<string, string>();
  let usual = 0;
  for (const state of ['old', 'new', 'old']) {
    await changeTo(state);
    const started = performance.now();
    const { code, said } = await build();
    if (code !== 0) throw new Error(said);
    usual = performance.now() - started;
    sites.set(hashOf(out), state);
  }
  if (sites.size !== 2) throw new Error(`Two states gave ${sites.size} sites.`);

  const found: Record<string, number> = { old: 0, new: 0 };
  const broken: string[] = [];
  let killed = 0;
  for (let time = 0; killed < times; time++) {
    await changeTo(time % 2 === 0 ? 'new' : 'old');
    const after = Math.random() * usual * 1.1;
    const { code } = await build(after);
    if (code === 0) continue;
    killed += 1;
    const state = existsSync(out) ? sites.get(hashOf(out)) : undefined;
    if (state === undefined) broken.push(`killed after ${after.toFixed(0)} ms: ${existsSync(out) ? 'neither site' : 'no site'}`);
    else found[state] = (found[state] ?? 0) + 1;
  }
  await changeTo('new');
  const { code, said } = await build();
  const last = code === 0 ? sites.get(hashOf(out)) : said;
  const left = (await readdir(place)).filter((name) => name.startsWith('.site-'));

  console.log(`${killed} builds killed, each at a moment within the ${(usual / 1000).toFixed(1)} s that one takes`);
  console.log(
    `the site afterwards: ${found['old']} times as in one state, ${found['new']} times as in the other, ${broken.length} times neither`,
  );
  for (const each of broken) console.log(`  ${each}`);
  console.log(`the build after all of them: ${last === 'new' ? 'the new site' : last}; left beside it: ${left.join(', ') || 'nothing'}`);
  if (broken.length > 0 || last !== 'new' || left.length > 0) process.exitCode = 1;
} finally {
  await rm(place, { recursive: true, force: true });
}

/** A log of a few entries. */
async function makeLog(): Promise<void> {
  await cp(path.join(PROJECT, 'content/pages'), path.join(place, 'log/pages'), { recursive: true });
  for (let number = 1; number <= ENTRIES; number++) await writeEntry(number, 'Twelve lamps.');
}

/** The state shows on every page as the authority's name, and in the index as what one answer says. */
async function changeTo(state: string): Promise<void> {
  await writeFile(path.join(place, 'log/log.yaml'), `authority: The ${state} authority\nlaw: foia\ntopics: {roads: Roads}\n`);
  await writeEntry(1, `Lamps of the ${state} kind.`);
}

async function writeEntry(number: number, answer: string): Promise<void> {
  const folder = path.join(place, 'log/disclosures', `${number}-26`);
  await mkdir(folder, { recursive: true });
  const head = `title: Lamps ${number}\nreference: ${number}/26\nresponded: 2026-01-${String(number).padStart(2, '0')}\noutcome: granted\ntopics: [roads]`;
  await writeFile(path.join(folder, 'index.md'), `---\n${head}\n---\n## Request\n\nHow many lamps?\n\n## Response\n\n${answer}\n`);
}

/** Builds, and kills the build and all that it started after so many milliseconds. */
function build(killAfter?: number): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [path.join(PROJECT, 'src/cli/bin.js'), 'build', '--log', path.join(place, 'log'), '--out', out, '--cache', path.join(place, 'cache')],
      { detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
    const timer =
      killAfter === undefined
        ? null
        : setTimeout(() => {
            if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
          }, killAfter);
    child.on('close', (code) => {
      if (timer) clearTimeout(timer);
      resolve({ code, said });
    });
  });
}

/** Of every path and every byte in a folder. */
function hashOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((member) => member.isFile())
    .map((member) => path.join(member.parentPath, member.name))
    .sort();
  for (const file of files) hash.update(path.relative(folder, file)).update(readFileSync(file));
  return hash.digest('hex');
}

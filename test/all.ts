/*
 * npm test: everything that CI runs. Prints one section a runner, the output of what failed, and as its last line
 * `N passed, N failed`. Each check of the sources counts as one test.
 *
 *   npm test                             everything
 *   npm test -- --only unit              one runner, or several: --only format,unit
 *   npm test -- --only unit dates        the tests whose path contains `dates`
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readVitestReport, totalLine, type Tally } from './house/tally.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
const MINUTES = 60_000;
const ASTRO = 'astro/bin/astro.mjs';

/** A tool of node_modules, started with the Node that runs this file, so that the machine's own version does not matter. */
interface Runner {
  name: string;
  what: string;
  tool: string;
  args: string[];
}

/** One after the other; those in one list at the same time. ESLint comes after `astro check`, which writes the types it reads. */
const CHECKS: Runner[][] = [
  [
    { name: 'format', what: 'prettier --check', tool: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
    { name: 'types', what: 'astro check', tool: ASTRO, args: ['check', '--minimumSeverity', 'warning'] },
  ],
  [{ name: 'lint', what: 'eslint', tool: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] }],
];

const SUITES: Runner[] = [
  { name: 'unit', what: 'tests without a browser', tool: 'vitest/vitest.mjs', args: [] },
  { name: 'house', what: 'tests of the house: layers, command, browser', tool: 'vitest/vitest.mjs', args: [] },
  { name: 'site', what: 'tests of one built site, in a browser', tool: 'vitest/vitest.mjs', args: [] },
];

const NAMES = [...CHECKS.flat(), ...SUITES].map(({ name }) => name);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' } } });
const only = values.only?.split(',') ?? NAMES;
const unknown = only.filter((name) => !NAMES.includes(name));
if (unknown.length > 0) {
  console.error(`Unexpected --only ${unknown.join(',')}, expected one or more of ${NAMES.join(',')}.`);
  process.exit(2);
}

const started = performance.now();
const reports = path.join(PROJECT, '.cache', 'test');
mkdirSync(reports, { recursive: true });

const total: Tally = { passed: 0, failed: 0, skipped: [] };
if (!only.includes('types') && !existsSync(path.join(PROJECT, '.astro', 'types.d.ts'))) await start(ASTRO, ['sync']);
for (const checks of CHECKS) {
  const wanted = checks.filter(isWanted);
  const ran = await Promise.all(wanted.map(runCheck));
  ran.forEach(({ result, tally }, i) => show(wanted[i] as Runner, result, tally));
}
for (const suite of SUITES.filter(isWanted)) {
  const { result, tally } = await runSuite(suite);
  show(suite, result, tally);
}
if (total.skipped.length > 0) console.log(`\n${total.skipped.length} skipped`);
if (total.passed + total.failed === 0) {
  console.log(`\nNo test found in a path with ${positionals.join(' or ')}.`);
  total.failed = 1;
}
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(totalLine(total));

interface Result {
  code: number;
  output: string;
  seconds: number;
}

interface Ran {
  result: Result;
  tally: Tally;
}

function isWanted({ name }: Runner): boolean {
  return only.includes(name);
}

async function runCheck({ tool, args }: Runner): Promise<Ran> {
  const result = await start(tool, args);
  return { result, tally: { passed: result.code === 0 ? 1 : 0, failed: result.code === 0 ? 0 : 1, skipped: [] } };
}

async function runSuite({ name, tool }: Runner): Promise<Ran> {
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...positionals];
  if (positionals.length > 0) args.push('--passWithNoTests');
  const result = await start(tool, args);
  return { result, tally: readVitestReport(existsSync(file) ? readFileSync(file, 'utf8') : null, result.code, positionals.length > 0) };
}

function start(tool: string, args: string[]): Promise<Result> {
  const begin = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(PROJECT, 'node_modules', tool), ...args], {
      cwd: PROJECT,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 9 * MINUTES,
    });
    let output = '';
    const gather = (text: Buffer): void => void (output += text.toString('utf8'));
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code, signal) => {
      if (signal) output += `Stopped by ${signal}.\n`;
      resolve({ code: code ?? 1, output, seconds: (performance.now() - begin) / 1000 });
    });
  });
}

function show({ name, what }: Runner, { output, seconds }: Result, tally: Tally): void {
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped.push(...tally.skipped);
  console.log(`\n── ${name}: ${what} (${seconds.toFixed(1)} s)`);
  if (tally.failed > 0) console.log(output.trimEnd());
  for (const test of tally.skipped) console.log(`   skipped: ${test}`);
  console.log(`   ${totalLine(tally)}`);
}

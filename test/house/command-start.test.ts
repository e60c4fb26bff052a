import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planStart } from '../../src/cli/node-version.js';
import { PROJECT } from '../browser/project.ts';

const oldNode = findOldNode();
let temp: string;
beforeAll(() => void (temp = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'))));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** Stands where main.ts stands: tells what it was started with, and ends as its first argument says. */
const STAND_IN = `
import { Worker } from 'node:worker_threads';
type Order = 'exit' | 'wait' | 'thread';
export async function run([order, value]: string[]): Promise<number> {
  const started: Record<string, unknown> = { version: process.versions.node, order: order as Order, value };
  console.log(JSON.stringify(started));
  if (order === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000));
  if (order === 'thread') return new Promise((resolve) => new Worker(new URL('./thread.ts', import.meta.url)).on('exit', resolve));
  return Number(value);
}
`;

/** The starting files of the command in a folder of their own, with a stand-in for what they start. */
function place(...at: string[]): string {
  const cli = path.join(temp, ...at, 'src', 'cli');
  mkdirSync(cli, { recursive: true });
  for (const file of ['bin.js', 'compile-cache.js', 'node-version.js', 'strip-types.js'])
    cpSync(path.join(PROJECT, 'src', 'cli', file), path.join(cli, file));
  writeFileSync(path.join(cli, 'main.ts'), STAND_IN);
  writeFileSync(path.join(cli, 'thread.ts'), 'const code: number = 5;\nprocess.exit(code);\n');
  writeFileSync(path.join(temp, ...at, 'package.json'), '{"type": "module"}');
  return path.join(cli, 'bin.js');
}

function start(node: string, bin: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(node, [bin, ...args], {
    cwd: temp,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, stderr, started: stdout ? (JSON.parse(stdout) as Record<string, unknown>) : null };
}

describe.each([
  ['in a folder of its own', ['own']],
  ['below node_modules', ['with space', 'node_modules', 'disclosure-log']],
])('%s', (_, at) => {
  test('the command runs, with its arguments and its exit code, and says nothing else', () => {
    expect(start(process.execPath, place(...at), 'exit', '1')).toEqual({
      status: 1,
      stderr: '',
      started: { version: process.versions.node, order: 'exit', value: '1' },
    });
  });

  test('threads of the command run TypeScript too', () => {
    expect(start(process.execPath, place(...at), 'thread')).toMatchObject({ status: 5, stderr: '' });
  });

  test.runIf(process.platform !== 'win32')('a signal ends the command', async () => {
    const child = spawn(process.execPath, [place(...at), 'wait'], { cwd: temp, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGTERM');
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('exit', (...how) => resolve(how)));
    expect(signal ?? code).toBe(code === null ? 'SIGTERM' : 143);
  });
});

describe.skipIf(!oldNode)('under an old Node', () => {
  test('one sentence says what is needed, and the exit code is that of wrong usage', () => {
    const { status, stderr, started } = start(oldNode!, place('alone'), 'exit', '0');
    expect({ status, started }).toEqual({ status: 2, started: null });
    expect(stderr).toMatch(/^disclosure-log needs Node 22\.12 or newer, and this is Node \d+\.\d+\.\d+: .+\n$/);
  });

  test.each([['own'], ['node_modules/disclosure-log']])('a newer one in node_modules is used (%s)', (at) => {
    const folder = path.join(temp, 'newer', 'node_modules', '.bin');
    mkdirSync(folder, { recursive: true });
    if (!existsSync(path.join(folder, 'node'))) symlinkSync(process.execPath, path.join(folder, 'node'));
    expect(start(oldNode!, place('newer', at), 'exit', '1')).toEqual({
      status: 1,
      stderr: '',
      started: { version: process.versions.node, order: 'exit', value: '1' },
    });
  });
});

describe('the package as npm packs it, installed in another folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = path.join(temp, 'authority');
    const modules = path.join(folder, 'node_modules');
    mkdirSync(modules, { recursive: true });
    await promisify(execFile)('npm', ['pack', '--pack-destination', temp], { cwd: PROJECT, shell: process.platform === 'win32' });
    const packed = readdirSync(temp).find((file) => file.endsWith('.tgz'))!;
    execFileSync('tar', ['-xzf', path.join(temp, packed), '-C', temp]);
    cpSync(path.join(temp, 'package'), path.join(modules, 'disclosure-log'), { recursive: true });
    for (const name of readdirSync(path.join(PROJECT, 'node_modules'))) {
      if (!name.startsWith('.')) symlinkSync(path.join(PROJECT, 'node_modules', name), path.join(modules, name), 'junction');
    }
  });

  const installed = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(folder, 'node_modules', 'disclosure-log', 'src', 'cli', 'bin.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  test('it tells its version', () => {
    expect(installed('--version')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/\d+\.\d+\.\d+/) });
  });

  test("it builds an authority's own log", () => {
    const entry = path.join(folder, 'content', 'disclosures', '2026', '920a-21');
    mkdirSync(entry, { recursive: true });
    writeFileSync(path.join(folder, 'content', 'log.yaml'), 'authority: Northmoor Council\nlaw: foia\ntopics: {roads: Roads}\n');
    writeFileSync(
      path.join(entry, 'index.md'),
      '---\ntitle: Vehicles\nreference: 920A/21\n---\n## Request\nHow many?\n## Response\nTwelve of them.\n',
    );
    const { status, stderr } = installed('build');
    expect(status, stderr).toBe(0);
    expect(readFileSync(path.join(folder, 'dist', 'disclosures', '920a-21', 'index.html'), 'utf8')).toContain('Twelve of them.');
  });
});

/** A Node on this machine that is too old for this package, if there is one. */
function findOldNode(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/local/bin', '/usr/bin'];
  return folders
    .map((folder) => path.join(folder, 'node'))
    .filter((node) => existsSync(node))
    .find((node) => {
      const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim().slice(1) ?? '';
      return /^(1[4-9]|2\d)\./.test(version) && planStart(version, false, '').start === 'newer';
    });
}

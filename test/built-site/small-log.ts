import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { PROJECT } from '../browser/project.ts';

/** What a command answered. */
export interface Answer {
  code: number | null;
  out: string;
  note: string;
}

/** A folder of its own for the tests of one file, deleted after them. */
export function temporaryFolder(): () => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-site-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => folder;
}

/** Writes files, with their folders; keys are paths below `folder`. */
export async function writeFiles(folder: string, files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
}

const BIN = path.join(PROJECT, 'src', 'cli', 'bin.js');

/** `disclosure-log …`, run from `folder`, to its end. @param env beside that of this process */
export function command(folder: string, args: string[], env: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1', ...env } });
    const answer = { out: '', note: '' };
    child.stdout.on('data', (data: Buffer) => (answer.out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (answer.note += data.toString()));
    child.on('close', (code) => resolve({ code, ...answer }));
  });
}

/** Builds `folder`/log into `folder`/`out`; throws with what the command said when it does not. A later `--cache` or `--log` takes precedence. */
export async function buildLog(folder: string, out: string, options: string[] = [], env: Record<string, string> = {}): Promise<Answer> {
  const answer = await command(folder, ['build', '--log', 'log', '--out', out, '--cache', 'cache', ...options], env);
  if (answer.code !== 0) throw new Error(`The log does not build.\n${answer.note}`);
  return answer;
}

/** `disclosure-log serve …`, run from `folder` until `close`. */
export async function serve(folder: string, args: string[]): Promise<{ address: string; close: () => Promise<void> }> {
  const child = spawn(process.execPath, [BIN, 'serve', ...args, '--port', '0'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
  const ended = new Promise<void>((resolve) => void child.on('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /http:\/\/localhost:\d+\S*/.exec(said)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('close', () => reject(new Error(`The server stopped.\n${said}`)));
  });
  return {
    address,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

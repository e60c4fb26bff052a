import { spawn } from 'node:child_process';
import { PAGEFIND } from './index-address.ts';

/** What finds Pagefind's program for this machine. Its Node API does the same work in three times as long (measured with 1.6.0). */
const FINDER = new URL('resolveBinary.js', import.meta.resolve('pagefind')).href;
const PROGRAMS = ['pagefind_extended', 'pagefind'];

/** What a message of Pagefind is cut to. */
const LONGEST = 2000;

/** Indexes the documents of a folder into another. Throws with Pagefind's own words. */
export async function runPagefind(documents: string, { to, language }: { to: string; language: string }): Promise<void> {
  const { resolveBinaryPath } = (await import(/* @vite-ignore */ FINDER)) as { resolveBinaryPath: (names: string[]) => string };
  const program = resolveBinaryPath(PROGRAMS);
  const args = ['--site', documents, '--output-path', to, '--force-language', language, '--max-fragments', '1', '--quiet'];
  const said = await new Promise<string | null>((resolve) => {
    // Away from the folder in which the build was started, which may hold a pagefind.yml of another site.
    const child = spawn(program, args, { cwd: documents, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const gather = (data: Buffer) => void (output += data.toString('utf8'));
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? null : `${output.trim().slice(-LONGEST)} (${signal ?? `code ${code}`})`));
  });
  if (said !== null) throw new Error(`Pagefind could not make the search index: ${said}`);
}

/** For what Pagefind wrote and cannot be read. */
export function unexpected(error: unknown): Error {
  const what = error instanceof Error ? error.message : String(error);
  return new Error(`Pagefind wrote something unexpected (${what}): this needs pagefind ${PAGEFIND}. Install that version.`);
}

import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SHELF, shelfOf } from './client/index/shelves.ts';

/** Pagefind's command, which finds the program for this machine. Its Node API does the same work in three times as long (measured with 1.6.0). */
const COMMAND = path.join(path.dirname(fileURLToPath(import.meta.resolve('pagefind'))), 'runner', 'bin.cjs');

/** What a message of Pagefind is cut to. */
const LONGEST = 2000;

/** Files of texts that Pagefind writes at most. */
const TEXTS = 16;

/** File of the document of an entry, by its place: `2/17.html`. */
export function documentFile(place: number): string {
  return `${shelfOf(place)}.html`;
}

/** The place of an entry, from the address that Pagefind gives its document: `/2/17.html`; `null` for another. */
export function placeOfDocument(url: string): number | null {
  const [, shelf, number] = /^\/(\d+)\/(\d+)\.html$/.exec(url) ?? [];
  return number === undefined ? null : Number(shelf) * SHELF + Number(number);
}

/** Indexes the documents of a folder into another. Throws with Pagefind's own words. */
export async function runPagefind(documents: string, { to, language }: { to: string; language: string }): Promise<void> {
  const args = [
    COMMAND,
    '--site',
    documents,
    '--output-path',
    to,
    '--force-language',
    language,
    '--max-fragments',
    String(TEXTS),
    '--quiet',
  ];
  const said = await new Promise<string | null>((resolve) => {
    // Away from the folder in which the build was started, which may hold a pagefind.yml of another site.
    const child = spawn(process.execPath, args, { cwd: documents, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const gather = (data: Buffer) => void (output += data.toString('utf8'));
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => resolve(code === 0 ? null : `${output.trim().slice(-LONGEST)} (${signal ?? `code ${code}`})`));
  });
  if (said !== null) throw new Error(`Pagefind could not make the search index: ${said}`);
}

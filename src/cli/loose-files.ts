import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { entryOptions } from '../log/read-one.ts';
import { readEntry } from '../markdown/read-entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Law } from '../model/laws.ts';
import { UsageError } from './command.ts';

/** Front matter is short, and an entry's text a few kilobytes: what is larger is checked as a file. */
const LARGEST_ENTRY = 2 * 1024 * 1024;

export interface LooseFiles {
  files: string[];
  /** Of these, the texts of entries: read as such. */
  entries: string[];
  /** What lies in the folders and was left out. */
  left: { file: string; because: string }[];
}

/** The files that a person names, and all that lie below the folders named; links are listed, and never followed. @throws UsageError */
export function findLooseFiles(operands: readonly string[]): LooseFiles {
  const found: LooseFiles = { files: [], entries: [], left: [] };
  for (const operand of operands) {
    const stats = lstatSync(operand, { throwIfNoEntry: false });
    if (!stats) throw new UsageError(`No file or folder ${operand}, expected files to check, or folders of them`);
    if (stats.isDirectory()) walk(operand, found);
    else add(operand, found);
  }
  return { ...found, files: [...new Set(found.files)], entries: [...new Set(found.entries)] };
}

function walk(folder: string, found: LooseFiles): void {
  const members = readdirSync(folder, { withFileTypes: true });
  members.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const member of members) {
    const file = path.join(folder, member.name);
    if (member.name.startsWith('.') || member.name === 'node_modules')
      found.left.push({ file, because: 'its name is one of those that folders keep for themselves; name it to have it looked into' });
    else if (member.isDirectory()) walk(file, found);
    else add(file, found);
  }
}

function add(file: string, found: LooseFiles): void {
  if (isEntry(file)) found.entries.push(file);
  else found.files.push(file);
}

function isEntry(file: string): boolean {
  if (path.basename(file) !== 'index.md' || !lstatSync(file).isFile() || statSync(file).size > LARGEST_ENTRY) return false;
  return /^\uFEFF?---/.test(readFileSync(file, 'utf8'));
}

/** What is wrong with single entries, as far as one of them tells. */
export function readLooseEntries(files: readonly string[], law: Law, allowed: readonly string[]): Finding[] {
  const options = entryOptions(law, allowed);
  return files.flatMap((file) => readEntry(readFileSync(file, 'utf8'), options).findings.map((finding) => ({ ...finding, file })));
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { READ_ENDINGS } from './decode.ts';

/** A file to import, or one that this version cannot read. */
export interface Source {
  /** As the reader would open it: below the operand that was given. */
  file: string;
  /** Named on the command line, and not merely found in a folder. */
  named: boolean;
  /** Its ending is one that an importer reads. */
  readable: boolean;
}

/** Endings of documents that may hold answers and are not read yet; in a folder they are reported, where pictures and scripts are not. */
const DOCUMENTS = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|eml|msg|xml|mht|mhtml|zip)$/i;
/** Files that say what a folder is, and folders that a browser saves beside a page. */
const ABOUT = /^(?:readme|changelog|licen[cs]e|contributing)\b/i;

/**
 * The files of what was named: each file itself, of a folder everything below it, in the order of their names. Hidden files, symbolic links
 * and the folders that browsers save beside a page are passed over.
 * @throws Error with the operand, where there is no such file or folder
 */
export async function findSources(operands: readonly string[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const operand of operands) {
    const what = await stat(operand);
    if (what.isDirectory()) await walk(operand, found);
    else found.push({ file: operand, named: true, readable: isReadable(operand) });
  }
  const seen = new Set<string>();
  return found.filter(({ file }) => {
    const whole = path.resolve(file);
    return !seen.has(whole) && seen.add(whole);
  });
}

async function walk(folder: string, found: Source[]): Promise<void> {
  const members = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(members.map(({ name }) => name));
  for (const member of members) {
    const file = path.join(folder, member.name);
    if (member.name.startsWith('.') || member.isSymbolicLink() || ABOUT.test(member.name)) continue;
    const saved = /^(.*)_files$/i.exec(member.name)?.[1];
    if (member.isDirectory()) {
      const beside = saved !== undefined && (names.has(`${saved}.html`) || names.has(`${saved}.htm`));
      if (!beside && member.name !== 'node_modules') await walk(file, found);
    } else if (isReadable(member.name) || DOCUMENTS.test(member.name))
      found.push({ file, named: false, readable: isReadable(member.name) });
  }
}

function isReadable(file: string): boolean {
  const ending = path.extname(file).toLowerCase();
  return READ_ENDINGS.includes(ending as (typeof READ_ENDINGS)[number]);
}

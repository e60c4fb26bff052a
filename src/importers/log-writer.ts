import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { splitFrontMatter } from '../markdown/front-matter.ts';
import { normaliseReference } from '../model/references.ts';
import type { Draft } from './import-page.ts';

/** What became of a draft. `unchanged`: it is in the log, letter for letter. `kept`: it is in the log and differs. */
export interface Written {
  state: 'written' | 'replaced' | 'unchanged' | 'kept';
  /** Relative to the log's folder. */
  file: string;
}

/** Writes drafts to a log. An entry that is there is never touched unless that was asked for; it is known by its reference, wherever it lies. */
export class LogWriter {
  private readonly log: string;
  private readonly overwrite: boolean;
  /** Files by reference, in the spelling that compares. */
  private readonly known = new Map<string, string>();

  private constructor(log: string, overwrite: boolean) {
    this.log = log;
    this.overwrite = overwrite;
  }

  static async open(log: string, overwrite: boolean): Promise<LogWriter> {
    const writer = new LogWriter(log, overwrite);
    await writer.learn('disclosures');
    return writer;
  }

  /** The file of the entry with this reference; `null` where the log has none. */
  find(reference: string): string | null {
    return this.known.get(normaliseReference(reference)) ?? null;
  }

  /** @param folder the input's folder, from which attachments are taken */
  async write({ record, text, attachments }: Draft, folder: string): Promise<Written> {
    const file = (record.reference === null ? null : this.find(record.reference)) ?? record.file;
    const there = await readFile(path.join(this.log, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (there === text) return { state: 'unchanged', file };
    if (there !== null && !this.overwrite) return { state: 'kept', file };
    const home = path.join(this.log, path.dirname(file));
    await mkdir(home, { recursive: true });
    for (const name of attachments) await copyFile(path.join(folder, name), path.join(home, name));
    await putInPlace(path.join(this.log, file), text);
    if (record.reference !== null) this.known.set(normaliseReference(record.reference), file);
    return { state: there === null ? 'written' : 'replaced', file };
  }

  private async learn(folder: string): Promise<void> {
    const members = await readdir(path.join(this.log, folder), { withFileTypes: true }).catch(() => []);
    for (const member of members) {
      const below = `${folder}/${member.name}`;
      if (member.isDirectory() && !member.name.startsWith('.')) await this.learn(below);
      else if (member.name === 'index.md' && member.isFile()) {
        const yaml = splitFrontMatter(await readFile(path.join(this.log, below), 'utf8'))?.yaml ?? '';
        const reference = /^reference:[ \t]*(["']?)(.+?)\1[ \t]*(?:#.*)?$/m.exec(yaml)?.[2];
        if (reference) this.known.set(normaliseReference(reference), below);
      }
    }
  }
}

/** Written beside and renamed, so that there is at any moment the old file or the new one. */
async function putInPlace(file: string, text: string): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}-${process.pid}`);
  try {
    await writeFile(beside, text, { flag: 'wx' });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

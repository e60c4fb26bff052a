import { closeSync, ftruncateSync, mkdirSync, openSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import type { IndexedBatch } from './batch-file.ts';
import { SHELF } from './client/index/shelves.ts';
import { indexDocument } from './index-document.ts';
import { readOutput, takeEngine } from './pagefind-output.ts';
import { documentFile, runPagefind } from './run-pagefind.ts';
import { WordCounter } from './vocabulary.ts';

/**
 * Where batches are indexed one after the other, in a folder of its own that is deleted at the end. Files are written over those of the batch before: a file
 * system such as ext4 takes long to make files where many have just been deleted (measured: a fifth of a whole build).
 */
export class Workplace {
  private readonly folder: string;
  private readonly language: string;
  private readonly words = new WordCounter();
  private standing = 0;
  private runs = 0;

  private constructor(folder: string, language: string) {
    this.folder = folder;
    this.language = language;
  }

  /** @param place where its folder is made */
  static async open(place: string, language: string): Promise<Workplace> {
    return new Workplace(await mkdtemp(path.join(place, 'new-')), language);
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /**
   * Indexes the entries of one batch. Throws with Pagefind's own words when it reports an error: a site without its search is never published in
   * silence.
   */
  async index(entries: readonly Disclosure[], bodyOf: (entry: Disclosure) => RenderedBody): Promise<IndexedBatch> {
    const named: Citation[][] = [];
    const output = await this.run(
      entries.map((entry) => () => {
        const body = bodyOf(entry);
        const document = indexDocument(entry, body, this.language);
        this.words.add(textOf(document));
        named.push(citationsIn(body, entry));
        return document;
      }),
    );
    const words = this.words.take();
    return { ...(await readOutput(output, entries.length)), words, named };
  }

  /** Puts Pagefind's WebAssembly for the language, and what calls it, into a folder. */
  async writeEngine(to: string): Promise<void> {
    await takeEngine(await this.run([() => `<html lang="${this.language}"><body><p>engine</p></body></html>`]), to);
  }

  /** Indexes documents; returns where Pagefind has put its output. */
  private async run(documents: readonly (() => string)[]): Promise<string> {
    const folder = path.join(this.folder, 'documents');
    for (const [place, document] of documents.entries()) {
      const file = path.join(folder, documentFile(place));
      if (place < this.standing) overwrite(file, document());
      else {
        if (place % SHELF === 0) mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, document());
      }
    }
    for (let place = documents.length; place < this.standing; place++) unlinkSync(path.join(folder, documentFile(place)));
    this.standing = documents.length;
    const output = path.join(this.folder, `pagefind-${this.runs++}`);
    await runPagefind(folder, { to: output, language: this.language });
    return output;
  }
}

/** Not from its first byte on, which ext4 takes for a file that must be on the disk at once. */
function overwrite(file: string, text: string): void {
  const open = openSync(file, 'r+');
  try {
    const bytes = Buffer.from(text);
    writeSync(open, bytes);
    ftruncateSync(open, bytes.length);
  } finally {
    closeSync(open);
  }
}

/** What the authority's own text names: not what the person who asked does. */
function citationsIn(body: RenderedBody, { law }: Disclosure): Citation[] {
  const own = body.sections.filter(({ kind }) => kind !== 'request').flatMap(({ parts }) => parts.map(({ text }) => text));
  return findCitations(own.join('\n'), { law }).map(({ law, provision }) => ({ law, provision }));
}

/** The words of a document that was made by indexDocument. */
function textOf(document: string): string {
  return document.replace(/<[^>]+>/g, ' ').replace(/&(amp|lt|gt|quot);/g, ' ');
}

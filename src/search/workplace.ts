import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { IndexTools } from './index-batch.ts';
import { runPagefind } from './run-pagefind.ts';
import { takeEngine } from './take-engine.ts';
import { WordCounter } from './vocabulary.ts';
import { WordBook } from './word-book.ts';

/** Where batches are indexed one after the other, with a folder of its own, deleted at the end, in which Pagefind is run. */
export class Workplace implements IndexTools {
  readonly book = new WordBook((page) => this.run(page));
  readonly counter = new WordCounter();
  private readonly folder: string;
  private readonly language: string;
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

  /** Puts Pagefind's WebAssembly for the language, and what calls it, into a folder. */
  async writeEngine(to: string): Promise<void> {
    await takeEngine(await this.run('<span>engine</span>'), to);
  }

  /** Lets Pagefind index one page; returns the folder of its output. */
  private async run(body: string): Promise<string> {
    const { folder, language } = this;
    const [site, output] = [path.join(folder, 'site'), path.join(folder, `pagefind-${this.runs++}`)];
    await mkdir(site, { recursive: true });
    await writeFile(path.join(site, 'index.html'), `<html lang="${language}"><body>${body}</body></html>`);
    await runPagefind(site, { to: output, language });
    return output;
  }
}

import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import type { Disclosure } from '../log/disclosure.ts';
import type { Log } from '../log/log.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { addresses } from '../log/addresses.ts';
import { indexAddress } from './index-address.ts';
import { indexDocument } from './index-document.ts';

/** What of Pagefind's output the site needs: its engine and the index. The ready-made interfaces stay out. */
const UNUSED = /^pagefind-(ui|modular-ui|component-ui|highlight)\.|^pagefind-playground/;

/** Entries on their way to Pagefind at once: enough to keep it busy, few enough to hold little. */
const AT_ONCE = 32;

export interface IndexTarget {
  /** Folder of the built site. */
  out: string;
  /** Path under which it is served. */
  base: string;
  onProgress?: (done: number, of: number) => void;
}

/**
 * Indexes the published entries of a log into `out`. Throws with Pagefind's own words when it reports an error: a site without its search is
 * never published in silence.
 */
export async function writeIndex(log: Log, bodyOf: (entry: Disclosure) => RenderedBody, to: IndexTarget): Promise<void> {
  const prefix = to.base.replace(/\/$/, '');
  try {
    const { index, errors } = await createIndex({ forceLanguage: log.settings.language, writePlayground: false });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    for (let from = 0; from < log.entries.length; from += AT_ONCE) {
      const batch = log.entries.slice(from, from + AT_ONCE);
      await Promise.all(
        batch.map(async (entry) => {
          const content = indexDocument(entry, bodyOf(entry), log.settings.language);
          const answer = await index.addHTMLFile({ url: `${prefix}${addresses.entry(entry.slug)}`, content });
          if (answer.errors.length > 0) throw new Error(`Pagefind could not index ${entry.reference}: ${answer.errors.join('; ')}`);
        }),
      );
      to.onProgress?.(from + batch.length, log.entries.length);
    }
    const outputPath = path.join(to.out, indexAddress(log));
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(`Pagefind could not write its index: ${written.errors.join('; ')}`);
    for (const name of await readdir(outputPath)) if (UNUSED.test(name)) await rm(path.join(outputPath, name));
  } finally {
    await close();
  }
}

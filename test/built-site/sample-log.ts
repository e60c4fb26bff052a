import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { PROJECT } from '../browser/project.ts';

/*
 * The sample log as a person reads its files, without the code that builds the site: what the tests of the site compare it with.
 */

const CONTENT = path.join(PROJECT, 'content');

export interface SampleEntry {
  /** Folder of the entry. */
  folder: string;
  /** Last part of its address: the reference in lower case, its signs as hyphens. */
  slug: string;
  reference: string;
  title: string;
  state: 'published' | 'draft' | 'embargoed' | 'withdrawn';
  attachments: { file: string; withdrawn?: unknown }[];
  /** Everything after the front matter. */
  text: string;
}

/** Every entry of the sample log. */
export function sampleEntries(): SampleEntry[] {
  return globSync('disclosures/**/index.md', { cwd: CONTENT }).map((file) => {
    const [, yaml = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path.join(CONTENT, file), 'utf8')) ?? [];
    const fields = parse(yaml, { schema: 'failsafe' }) as Record<string, string> & { attachments?: SampleEntry['attachments'] };
    const embargoed = (fields['publishAfter'] ?? '') > new Date().toISOString();
    return {
      folder: path.join(CONTENT, path.dirname(file)),
      slug: slugOf(fields['reference'] ?? ''),
      reference: fields['reference'] ?? '',
      title: fields['title'] ?? '',
      state: (fields['status'] as SampleEntry['state'] | undefined) ?? (embargoed ? 'embargoed' : 'published'),
      attachments: fields.attachments ?? [],
      text,
    };
  });
}

/** The published ones. */
export function publishedEntries(): SampleEntry[] {
  return sampleEntries().filter(({ state }) => state === 'published');
}

/** log.yaml of the sample log, as text. */
export function sampleSettings(): string {
  return readFileSync(path.join(CONTENT, 'log.yaml'), 'utf8');
}

/** `FOI 2021/00984` has the address `/disclosures/foi-2021-00984/`. */
function slugOf(reference: string): string {
  return reference
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

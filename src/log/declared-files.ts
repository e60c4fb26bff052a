import path from 'node:path';
import type { FrontMatter } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import { OWN_TEXT } from '../markdown/entry-words.ts';
import type { EntryInLog } from './check-across.ts';
import type { State } from './publication.ts';

/** A file that an entry declares and that lies beside it: what is looked into before it is published. */
export interface DeclaredFile {
  /** Absolute. */
  path: string;
  /** As findings name it. */
  file: string;
  /** Of its entry: only the files of published ones reach the output. */
  state: State;
  /** What a person has accepted in it. */
  acknowledged: Acknowledged[];
}

/** An acknowledgement of the front matter, and where it stands. */
export type Acknowledged = NonNullable<FrontMatter['acknowledged']>[number] & {
  place: { file: string; line: number | null; column: number | null; where: string };
};

/** The files that an entry declares, those that were taken back left out. @param dir absolute path of the log; @param entryPath of index.md, from there */
export function declaredFiles(
  dir: string,
  entryPath: string,
  state: State,
  entry: EntryInLog & { facts: { frontMatter: FrontMatter } },
): DeclaredFile[] {
  const acknowledged = acknowledgedIn(entry);
  return (entry.facts.frontMatter.attachments ?? [])
    .filter(({ file, withdrawn }) => !withdrawn && entry.beside.includes(file))
    .map(({ file }) => ({
      path: path.join(dir, path.dirname(entryPath), file),
      file: path.join(path.dirname(entry.file), file),
      state,
      acknowledged: acknowledged.filter((each) => each.file === file),
    }));
}

/** Acknowledgements that accept nothing, as far as the entry alone tells: of a file it does not declare, of words that are not there. */
export function checkAcknowledged(entry: EntryInLog & { facts: { frontMatter: FrontMatter } }): Finding[] {
  const declared = new Set((entry.facts.frontMatter.attachments ?? []).map(({ file }) => file));
  return acknowledgedIn(entry).flatMap(({ file, rule, place }): Finding[] => {
    const isOwn = file === OWN_TEXT;
    if (isOwn ? entry.facts.accepted.some((each) => each.rule === rule) : declared.has(file)) return [];
    const message = isOwn
      ? `“${rule}” is acknowledged in the text of the entry, and the text has changed since or the rule finds nothing in it`
      : `“${file}”, in which “${rule}” is acknowledged, is not among the attachments`;
    return [
      {
        rule: 'stale-acknowledgement',
        severity: 'warn',
        ...place,
        message,
        fix: 'Look again; then correct the acknowledgement, or delete it.',
      },
    ];
  });
}

function acknowledgedIn({ file: entryFile, facts }: EntryInLog & { facts: { frontMatter: FrontMatter } }): Acknowledged[] {
  return (facts.frontMatter.acknowledged ?? []).map((each, index) => {
    const where = `acknowledged[${index + 1}]`;
    const at = facts.places[where];
    return { ...each, place: { file: entryFile, line: at?.line ?? null, column: at?.column ?? null, where } };
  });
}

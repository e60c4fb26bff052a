import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { importPage, type Draft } from '../../src/importers/import-page.ts';
import type { ImportedEntry } from '../../src/importers/entry-record.ts';
import type { Law } from '../../src/model/laws.ts';

/** Pages of invented authorities, one a folder: `input.*`, what a careful reader finds (`facts.json`), and what the importer makes. */
export const FIXTURES = path.join(import.meta.dirname, 'fixtures');

/** Pages that other people labelled, and two real ones. They lie beside the repository, and only on some machines. */
export const SHARED = path.resolve(import.meta.dirname, '../../../shared');

/** What a careful reader finds, written by hand; only the keys that are there are compared. */
export interface Facts extends Partial<Pick<ImportedEntry, 'reference' | 'title' | 'received' | 'responded' | 'outcome' | 'exemptions'>> {
  /** Law of the log it is imported to. */
  law?: Law;
  questions?: Partial<ImportedEntry['questions'][number]>[];
  /** Rules that have to be reported. */
  reported?: string[];
  /** Keys in which the importer is known to be wrong, and why. */
  notYet?: Record<string, string>;
}

export interface Fixture {
  name: string;
  folder: string;
  input: string;
  bytes: Uint8Array;
  facts: Facts;
}

export function readFixtures(): Fixture[] {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter((each) => each.isDirectory())
    .map(({ name }) => {
      const folder = path.join(FIXTURES, name);
      const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.txt';
      const facts = JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8')) as Facts;
      return { name, folder, input, bytes: readFileSync(path.join(folder, input)), facts };
    });
}

/** Every page there is to try: the fixtures, and the shared ones where they are. */
export function readPages(): { name: string; source: string; bytes: Uint8Array; law: Law }[] {
  const own = readFixtures().map(({ name, input, bytes, facts }) => ({
    name,
    source: `${name}/${input}`,
    bytes,
    law: facts.law ?? ('foia' as const),
  }));
  const shared = ['seeds', 'real/pages'].flatMap((folder) => {
    const whole = path.join(SHARED, folder);
    return existsSync(whole)
      ? readdirSync(whole).map((file) => ({
          name: `${folder}/${file}`,
          source: file,
          bytes: new Uint8Array(readFileSync(path.join(whole, file))),
          law: 'foia' as const,
        }))
      : [];
  });
  return [...own, ...shared];
}

export function importFixture({ name, folder, input, bytes, facts }: Fixture): Draft {
  return importPage(`${name}/${input}`, bytes, { law: facts.law ?? 'foia', isBeside: (file) => existsSync(path.join(folder, file)) });
}

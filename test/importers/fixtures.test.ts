import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/markdown/read-entry.ts';
import { importFixture, readFixtures } from './fixtures.ts';

/*
 * Each fixture is a page of an invented authority. `facts.json` is written by hand, before the importer has seen the page: what a careful
 * reader finds. `expected.json` and `expected.md` are what the importer makes; UPDATE=1 writes them anew, to be read in the diff.
 */
const UPDATE = process.env['UPDATE'] === '1';

for (const fixture of readFixtures())
  describe(fixture.name, () => {
    const { facts, folder } = fixture;
    const draft = importFixture(fixture);
    const { record } = draft;

    it('says what a careful reader finds', () => {
      const { law: _, questions, exemptions, reported = [], notYet = {}, ...fields } = facts;
      const wanted: Record<string, unknown> = { ...fields, ...(exemptions ? { exemptions: exemptions.toSorted() } : {}) };
      const got = Object.fromEntries(
        Object.keys(wanted).map((key) => [key, key === 'exemptions' ? record.exemptions.toSorted() : record[key as 'title']]),
      );
      for (const key of Object.keys(notYet)) {
        delete wanted[key];
        delete got[key];
      }
      expect(got).toEqual(wanted);
      if (questions) {
        const asked = questions.map((question) => ({
          ...question,
          ...(question.exemptions ? { exemptions: question.exemptions.toSorted() } : {}),
        }));
        const found = record.questions.map((question, index) => {
          const keys = Object.keys(asked[index] ?? question);
          return Object.fromEntries(
            keys.map((key) => [key, key === 'exemptions' ? question.exemptions.toSorted() : question[key as 'text']]),
          );
        });
        expect(found).toEqual(asked);
      }
      const rules = record.reported.map(({ rule }) => rule);
      for (const rule of reported) expect(rules).toContain(rule);
    });

    it('is the record and the entry it was', () => {
      const files = { 'expected.json': `${JSON.stringify(record, null, 2)}\n`, 'expected.md': draft.text };
      for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, name);
        if (UPDATE || !existsSync(file)) writeFileSync(file, text);
        expect(text).toBe(readFileSync(file, 'utf8'));
      }
    });

    it('reads back as an entry that nothing blocks but what is missing', () => {
      const entry = readEntry(draft.text, { law: facts.law ?? 'foia', citationAddress: () => '/' });
      const wrong = entry.findings.filter(({ rule, severity }) => rule !== 'missing-key' && severity === 'block');
      expect(wrong).toEqual([]);
      const missing = entry.findings.filter(({ rule }) => rule === 'missing-key').map(({ where }) => where);
      expect(missing.every((field) => field !== null && record.missing.includes(field))).toBe(true);
      const stated = (draft.frontMatter['questions'] ?? []) as { number: string; outcome: string }[];
      for (const { number, outcome } of stated) {
        const question = entry.questions.find((each) => each.number === number);
        expect({ number, outcome: question?.outcome, text: question?.text !== null }).toEqual({ number, outcome, text: true });
      }
    });

    it('names no day, number or provision that the page does not show', () => {
      const page = new TextDecoder('utf-8').decode(fixture.bytes);
      for (const citation of record.exemptions) expect(page.replace(/\D/g, '')).toContain(citation.replace(/\D/g, '').slice(0, 2));
      for (const day of [record.received, record.responded]) if (day !== null) expect(page).toContain(day.slice(2, 4));
    });
  });

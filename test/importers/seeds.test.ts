import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/importers/import-page.ts';
import { passes, report, scoreFolder, THRESHOLDS, totalsOf } from '../../bench/import-labels.ts';
import { SHARED } from './fixtures.ts';

/* Real pages and the labels of other readers lie beside the repository; where they are not, these tests say so and are skipped. */

const seeds = path.join(SHARED, 'seeds');
const labelled = path.join(SHARED, 'real');
const lacks = (folder: string) => (existsSync(folder) ? '' : ` (skipped: ${folder} is not on this machine)`);

describe.skipIf(!existsSync(seeds))(`the two real pages of a police force${lacks(seeds)}`, () => {
  const read = (name: string) => importPage(`seeds/${name}`, readFileSync(path.join(seeds, name)), { law: 'foia' });

  it('gives "Mobile phone data extraction" its reference, three questions and no date', () => {
    const { record } = read('000_0eab4163c22275fd.txt');
    expect(record).toMatchObject({
      reference: '920A/21',
      title: 'Mobile phone data extraction',
      received: null,
      responded: null,
      outcome: 'part',
      file: 'disclosures/2021/920a-21/index.md',
    });
    expect(record.questions.map(({ number, outcome }) => [number, outcome])).toEqual([
      ['1', 'part'],
      ['2', 'granted'],
      ['3', 'not-held'],
    ]);
    expect(record.exemptions, 'section 93(4) is one of the Police Act 1997').toEqual([]);
    expect(record.missing).toEqual(expect.arrayContaining(['received', 'responded']));
    expect(record.reported.find(({ rule }) => rule === 'template-leftover')?.message).toContain('Include attachments here');
    expect(record.questions[0]?.text).toContain('1. Serious crimes');
  });

  it('gives "Smart glasses" seven questions, six not held and the seventh neither confirmed nor denied', () => {
    const { record, frontMatter } = read('002_761d8ddfd6a60217.txt');
    expect(record).toMatchObject({
      reference: '1629A/22',
      title: 'Smart glasses',
      received: null,
      responded: null,
      outcome: null,
      exemptions: ['FOIA 24(2)', 'FOIA 31(3)'],
    });
    expect(record.questions.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(record.questions.map(({ outcome }) => outcome)).toEqual([...Array.from({ length: 6 }, () => 'not-held'), 'ncnd']);
    expect(record.questions[6]?.exemptions).toEqual(['FOIA 24(2)', 'FOIA 31(3)']);
    expect(record.questions[0]?.answer).toBe('No information held');
    expect(record.guessed.find(({ field }) => field === 'questions[7].number')?.because).toMatch(/question 7/);
    expect(frontMatter['outcome'], 'several outcomes are not rounded to one word').toBeUndefined();
  });
});

describe.skipIf(!existsSync(labelled))(`nineteen pages that others labelled${lacks(labelled)}`, () => {
  it(`reach the thresholds ${JSON.stringify(THRESHOLDS)}`, () => {
    const rows = scoreFolder(labelled);
    expect(passes(totalsOf(rows)), report(rows)).toBe(true);
  });
});

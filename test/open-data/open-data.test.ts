import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../src/log/disclosure.ts';
import type { Settings } from '../../src/log/log.ts';
import { atomOf } from '../../src/open-data/atom.ts';
import { COLUMNS, csvOf } from '../../src/open-data/csv.ts';
import { publicRecord } from '../../src/open-data/record.ts';

const disclosure: Disclosure = {
  slug: '920a-21',
  reference: '920A/21',
  title: '=HYPERLINK("x"), "quotes" & <tags>',
  law: 'foia',
  file: 'disclosures/2021/920a-21/index.md',
  bodyKey: 'k',
  state: 'published',
  dates: { responded: '2021-07-01', published: '2021-07-09' },
  date: '2021-07-01',
  year: { value: 2021, derived: false },
  topics: ['phones'],
  department: null,
  outcome: { kind: 'several', counts: [{ outcome: 'not-held', count: 6 }] },
  closedReason: null,
  exemptions: [{ law: 'eir', provision: '12(4)(b)' }],
  questions: [
    {
      number: '7',
      anchor: 'question-7',
      text: 'How\nmany?',
      outcome: 'ncnd',
      exemptions: [{ law: 'foia', provision: '31(3)' }],
      closedReason: null,
    },
  ],
  attachments: [
    { file: 'a.csv', title: 'Figures', type: 'CSV', size: 12, path: '/disclosures/920a-21/a.csv' },
    { file: 'b.pdf', title: 'Gone', type: 'PDF', size: null, path: null, withdrawn: { date: '2022-01-01', reason: 'Error.' } },
  ],
  summary: 'None & <none>.',
  named: [],
  more: {},
};
const settings = {
  authority: 'Fernhill',
  language: 'en',
  licence: null,
  topics: [{ slug: 'phones', label: 'Phones' }],
} as unknown as Settings;
const address = (path: string) => `https://foi.example${path}`;

describe('the public record', () => {
  test('holds what is stated, null for what is not, and no withdrawn file', () => {
    const record = publicRecord(disclosure, address);
    expect(record).toMatchObject({
      received: null,
      outcome: null,
      outcomeInWords: '6 not held',
      exemptions: ['EIR 12(4)(b)'],
      address: 'https://foi.example/disclosures/920a-21/',
    });
    expect(record.questions[0]).toMatchObject({
      exemptions: ['FOIA 31(3)'],
      address: 'https://foi.example/disclosures/920a-21/#question-7',
    });
    expect(record.attachments).toEqual([
      { title: 'Figures', kind: null, type: 'CSV', bytes: 12, address: 'https://foi.example/disclosures/920a-21/a.csv' },
    ]);
  });

  test('as CSV has a header, CRLF, quotes doubled, and no cell that a spreadsheet would run', () => {
    const [head, row, ...rest] = csvOf([publicRecord(disclosure, address)]).split('\r\n');
    expect(head).toBe(`\uFEFF${COLUMNS.map(({ name }) => name).join(',')}`);
    expect(row).toContain(`"'=HYPERLINK(""x""), ""quotes"" & <tags>"`);
    expect(rest).toEqual(['']);
  });
});

describe('the feed', () => {
  const feed = { title: 'Fernhill: answers', self: '/feed.xml', page: '/' };

  test('names each answer by its permanent address and escapes its words', () => {
    const xml = atomOf([disclosure], feed, settings, address);
    expect(xml).toContain('<id>https://foi.example/disclosures/920a-21/</id>');
    expect(xml).toContain('<updated>2021-07-09T00:00:00.000Z</updated>');
    expect(xml).toContain('&lt;tags&gt;');
    expect(xml).not.toContain('<tags>');
  });

  test('of a log that states no site carries paths', () => {
    const xml = atomOf([disclosure], feed, settings, (path) => path);
    expect(xml).toContain('<link href="/disclosures/920a-21/"/>');
    expect(xml).not.toContain('.invalid');
  });

  test('leaves out what has no day, holds at most fifty, and is the same bytes each time', () => {
    const many = Array.from({ length: 80 }, (_, index) => ({ ...disclosure, slug: `s${index}` }));
    const xml = atomOf([...many, { ...disclosure, slug: 'undated', date: null, dates: {} }], feed, settings, address);
    expect(xml.match(/<entry>/g)).toHaveLength(50);
    expect(xml).not.toContain('undated');
    expect(atomOf(many, feed, settings, address)).toBe(atomOf(many, feed, settings, address));
    expect(atomOf([], feed, settings, address)).toContain('1970-01-01');
  });
});

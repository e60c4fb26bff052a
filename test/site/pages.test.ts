import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import type { Disclosure } from '../../src/log/disclosure.ts';
import type { Log, Settings } from '../../src/log/log.ts';
import { aftermathOf } from '../../src/site/aftermath.ts';
import { factsOf } from '../../src/site/entry-facts.ts';
import { examplesOf } from '../../src/site/examples.ts';
import { plainHeading, reasonsHeading } from '../../src/site/headings.ts';
import { listsOf, pageNumbers, pagesOf, someOf, underYears } from '../../src/site/lists.ts';
import { cutAtWord, pageTitle } from '../../src/site/page-title.ts';
import { readWith } from '../../src/site/read-with.ts';
import { reviewTime, reviewWords } from '../../src/site/review.ts';
import { writeSitemap } from '../../src/site/sitemap.ts';
import { telephone } from '../../src/site/telephone.ts';

const settings: Settings = {
  authority: 'Fernhill Borough Council',
  law: 'foia',
  laws: ['foia', 'eir'],
  language: 'en',
  site: 'https://foi.fernhill.example',
  description: null,
  timeZone: 'Europe/London',
  calendar: 'united-kingdom',
  accent: '#1d4f76',
  contact: { email: null, phone: null, address: null, url: null, accessibleFormats: null },
  complaints: null,
  reviewDays: 40,
  regulator: { name: 'Information Commissioner', url: 'https://ico.org.uk/', address: null },
  licence: null,
  selection: null,
  examples: [],
  topics: [{ slug: 'parking', label: 'Parking' }],
};

function entry(reference: string, facts: Partial<Disclosure> = {}): Disclosure {
  return {
    slug: reference.toLowerCase(),
    reference,
    title: `About ${reference}`,
    law: 'foia',
    file: '',
    bodyKey: '',
    state: 'published',
    dates: {},
    date: null,
    year: null,
    topics: [],
    department: null,
    outcome: null,
    closedReason: null,
    exemptions: [],
    questions: [],
    attachments: [],
    summary: '',
    more: {},
    ...facts,
  };
}
const one = (outcome: 'granted' | 'part' | 'refused' | 'ncnd' | 'cost') => ({ outcome: { kind: 'one' as const, outcome } });
const question = (number: string, outcome: 'granted' | 'ncnd') => ({
  number,
  anchor: `question-${number}`,
  text: '',
  outcome,
  exemptions: [],
  closedReason: null,
});

function logOf(entries: Disclosure[]): Log {
  return { settings, entries, withdrawn: [], facets: { topics: [], years: [], undated: 0, outcomes: [], exemptions: [] }, pages: [] };
}

describe('lists', () => {
  const entries = [
    entry('3', { year: { value: 2024, derived: false }, topics: ['parking'], ...one('ncnd') }),
    entry('2', {
      year: { value: 2024, derived: false },
      questions: [question('1', 'granted'), question('2', 'ncnd')],
      exemptions: [
        { law: 'foia', provision: '31(3)' },
        { law: 'foia', provision: '31(1)(a)' },
      ],
    }),
    entry('1'),
  ];
  const lists = listsOf(logOf(entries));

  test('hold an entry once under each topic, year, outcome and provision that it or one of its questions has', () => {
    const references = (list: Map<string, Disclosure[]>) =>
      Object.fromEntries([...list].map(([id, each]) => [id, each.map(({ reference }) => reference)]));
    expect(references(lists.topics)).toEqual({ parking: ['3'] });
    expect(references(lists.years)).toEqual({ 2024: ['3', '2'] });
    expect(references(lists.outcomes)).toEqual({ ncnd: ['3', '2'], granted: ['2'] });
    expect(references(lists.exemptions)).toEqual({ 'foia-31': ['2'] });
  });
  test('name the questions they are about, unless it is all of them', () => {
    const about = (id: string) => someOf(entries[1] as Disclosure, ({ outcome }) => outcome === id).map(({ number }) => number);
    expect([about('ncnd'), about('granted'), about('cost')]).toEqual([['2'], ['1'], []]);
    expect(someOf(entries[1] as Disclosure, () => true)).toEqual([]);
  });
  test('are made once for a log', () => {
    const log = logOf(entries);
    expect(listsOf(log)).toBe(listsOf(log));
  });
  test('are grouped by year in their order', () => {
    expect(underYears(entries).map(({ year, entries: of }) => [year, of.length])).toEqual([
      [2024, 2],
      [null, 1],
    ]);
  });
  test('are cut into pages of 50, and an empty one still has a page', () => {
    const pages = pagesOf(
      Array.from({ length: 101 }, (_, index) => entry(String(index), { year: { value: 2000 + (index % 7), derived: false } })),
    );
    expect(pages.map(({ number, last, total, entries: of }) => [number, last, total, of.length])).toEqual([
      [1, 3, 101, 50],
      [2, 3, 101, 50],
      [3, 3, 101, 1],
    ]);
    expect(pages[2]?.span).toEqual([2000, 2006]);
    expect(pagesOf([])).toMatchObject([{ number: 1, last: 1, total: 0, span: null }]);
  });
  test.each([
    [1, 1, [1]],
    [1, 4, [1, 2, 3, 4]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [3, 200, [1, 2, 3, 4, null, 200]],
    [200, 200, [1, null, 199, 200]],
  ])('page %i of %i links to %j', (number, last, expected) => {
    expect(pageNumbers(number, last)).toEqual(expected);
  });
});

describe('what happened since', () => {
  const later = entry('9', { title: 'Parking fines again' });
  const lists = listsOf(logOf([later]));

  test('shows what changes the answer before what does not', () => {
    const of = entry('1', {
      more: {
        internalReview: { outcome: 'upheld', requested: '2024-02-01', date: '2024-03-01' },
        supersededBy: '9',
        regulator: { reference: 'IC-1', outcome: 'upheld' },
      },
    });
    expect(aftermathOf(of, lists, settings, en).map(({ heading, text }) => [heading, text])).toEqual([
      ['A newer answer replaces this one', null],
      ['Information Commissioner: a complaint about this answer was upheld', 'Decision IC-1'],
      ['We looked at this answer again and kept to it', 'The internal review was asked for on 1 February 2024.'],
    ]);
  });
  test('says nothing of an entry that is not published', () => {
    expect(aftermathOf(entry('1', { more: { supersededBy: 'SECRET/1', supersedes: ['SECRET/2'] } }), lists, settings, en)).toEqual([]);
  });
});

describe('entries to read with an answer', () => {
  const others = [entry('8', { more: { series: 'Fines' } }), entry('7', { more: { series: 'Fines' } })];
  test('are those it names and those of its series', () => {
    const of = entry('9', { more: { related: ['8', 'unpublished'], series: 'Fines' } });
    const reading = readWith(of, listsOf(logOf([of, ...others])));
    expect(reading.related.map(({ reference }) => reference)).toEqual(['8']);
    expect(reading.series?.entries.map(({ reference }) => reference)).toEqual(['8', '7']);
  });
  test('are none where anything is neither confirmed nor denied, so that nothing beside it is taken for a hint', () => {
    const of = entry('9', { more: { related: ['8'], series: 'Fines' }, questions: [question('1', 'granted'), question('2', 'ncnd')] });
    expect(readWith(of, listsOf(logOf([of, ...others])))).toEqual({ related: [], series: null });
  });
});

describe('facts beside an answer', () => {
  const terms = (of: Disclosure) =>
    factsOf(of, settings, en).map(({ term, values }) => `${term}: ${values.map(({ text }) => text).join(', ')}`);
  test('are those that are stated', () => {
    expect(terms(entry('1', { dates: { received: '2024-05-01' }, date: '2024-05-01', topics: ['parking'] }))).toEqual([
      'Received: 1 May 2024',
      'Answered under: Freedom of Information Act 2000',
      'Topics: Parking',
    ]);
  });
  test('say that a year was taken from the reference', () => {
    expect(terms(entry('920A/21', { year: { value: 2021, derived: true } }))).toContain('Year: 2021, taken from the reference');
  });
});

describe('until when a review can be asked for', () => {
  test('is the stated day, else counted, else the rule', () => {
    expect(reviewTime(entry('1', { dates: { reviewBy: '2024-07-01', responded: '2024-05-01' } }), settings)).toEqual({
      kind: 'by',
      day: '2024-07-01',
    });
    expect(reviewTime(entry('1', { dates: { responded: '2024-05-01' } }), settings)).toMatchObject({ kind: 'about' });
    expect(reviewTime(entry('1'), settings)).toEqual({ kind: 'rule', days: 40 });
  });
  test("is said in the authority's own words where it has some", () => {
    expect(reviewWords({ kind: 'by', day: '2024-07-01' }, 'Write to us.', en)).toBe(
      'Write to us. For this answer, that is by 1 July 2024.',
    );
    expect(reviewWords({ kind: 'rule', days: 40 }, null, en)).toMatch(/^You can ask us for an internal review within 40 working days/);
  });
});

test.each([
  ['REASON FOR DECISION', 'Reason for decision'],
  ['PUBLIC INTEREST TEST (FOIA)', 'Public interest test (FOIA)'],
  ['Factors *against* disclosure', 'Factors against disclosure'],
  ['NCND', 'NCND'],
  ['Question 3', 'Question 3'],
])('the heading %s is shown as %s', (written, shown) => {
  expect(plainHeading(written)).toBe(shown);
});

test.each([
  [one('refused'), 'Why we withheld information'],
  [one('ncnd'), 'Why we neither confirmed nor denied'],
  [one('cost'), 'Why we did not go further'],
  [{ questions: [question('1', 'granted'), question('2', 'ncnd')] }, 'Why we neither confirmed nor denied'],
  [{ ...one('part'), questions: [question('1', 'granted'), question('2', 'ncnd')] }, 'The reasons'],
])('the reasons for %j are headed %s', (facts, heading) => {
  expect(reasonsHeading(entry('1', facts), en)).toBe(heading);
});

test('a title leaves out the authority where there is no room, and ends at a word', () => {
  expect(pageTitle('Parking fines (1/24)', 'Fernhill Borough Council')).toBe('Parking fines (1/24) – Fernhill Borough Council');
  expect(pageTitle('Fines '.repeat(11).trim(), 'Fernhill Borough Council')).toBe('Fines '.repeat(11).trim());
  expect(cutAtWord('one two three', 9)).toBe('one two…');
  expect(cutAtWord('onetwothreefour', 9)).toBe('onetwoth…');
});

test('a telephone number links to its digits and never breaks over a line', () => {
  expect(telephone('01632 960-148')).toEqual({ href: 'tel:01632960148', text: '01632\u00a0960\u2011148' });
});

test('examples are searches that find something', () => {
  expect(examplesOf(settings, [entry('1/24', { title: 'Parking fines' })])).toEqual(['Parking fines', '1/24']);
  expect(examplesOf({ ...settings, examples: ['bins'] }, [])).toEqual(['bins']);
  expect(examplesOf(settings, [])).toEqual([]);
});

test('a sitemap escapes what XML would misread', () => {
  expect(writeSitemap([{ path: '/a&b/', changed: '2024-05-01' }], (path) => `https://x.example${path}`)).toContain(
    '<url><loc>https://x.example/a&amp;b/</loc><lastmod>2024-05-01</lastmod></url>',
  );
});

test('numbers, sizes and lengths read as people write them', () => {
  expect([en.answers(1), en.answers(12408), en.number(1234567)]).toEqual(['1 answer', '12,408 answers', '1,234,567']);
  expect([0, 999, 182_400, 999_499, 1_400_000].map(en.size)).toEqual(['0 bytes', '999 bytes', '182 kB', '999 kB', '1.4 MB']);
  expect([en.words(7), en.words(641), en.list(['a', 'b', 'c']), en.day('2022-08-06')]).toEqual([
    '7 words',
    '640 words',
    'a, b and c',
    '6 August 2022',
  ]);
});

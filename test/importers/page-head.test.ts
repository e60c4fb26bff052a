import { describe, expect, it } from 'vitest';
import { dropBoilerplate, isBoilerplate } from '../../src/importers/boilerplate.ts';
import { fieldOfLabel, findFields } from '../../src/importers/fields.ts';
import { findTitle, titleOfFileName } from '../../src/importers/title.ts';
import { readText } from '../../src/importers/text.ts';

const blocks = (text: string) => readText(text).blocks;
const fields = (text: string) => findFields(blocks(text)).map(({ field, value }) => [field, value]);

describe('a label names a field', () => {
  it.each([
    ['FOI reference', 'reference'],
    ['Our Ref:', 'reference'],
    ['Request Number', 'reference'],
    ['Case ID', 'reference'],
    ['Cyfeirnod', 'reference'],
    ['Freedom of information request reference no', 'reference'],
    ['Date received', 'received'],
    ['Date of request', 'received'],
    ['Dyddiad derbyn', 'received'],
    ['date_received', 'received'],
    ['Date responded', 'responded'],
    ['Response sent', 'responded'],
    ['Date of our reply', 'responded'],
    ['Published', 'published'],
    ['Date', 'date'],
    ['Subject', 'title'],
    ['Directorate', 'department'],
    ['Decision', 'outcome'],
    ['Exemptions applied', 'exemptions'],
  ] as const)('%s', (label, field) => expect(fieldOfLabel(label)).toBe(field));

  it.each(['Your ref', 'Request', 'Category', 'Telephone', 'Dear Sir', 'The number of references'])('%s does not', (label) =>
    expect(fieldOfLabel(label)).toBeNull(),
  );
});

describe('fields are read', () => {
  it('on one line, on two, and as the items of a list', () => {
    expect(fields('FOI reference: FOI/18/00465\nDate received: 10 February 2018')).toEqual([
      ['reference', 'FOI/18/00465'],
      ['received', '2018-02-10'],
    ]);
    expect(fields('Our Ref:\nFOI 4530\nDate:\n11 December 2017')).toEqual([
      ['reference', 'FOI 4530'],
      ['date', '2017-12-11'],
    ]);
    expect(fields('- Date received\n- 30 September 2020\n- Date responded\n- 27 January 2021')).toEqual([
      ['received', '2020-09-30'],
      ['responded', '2021-01-27'],
    ]);
    expect(fields('Reference No. 21-0934')).toEqual([['reference', '21-0934']]);
    expect(fields('Request: FOI/00013725')).toEqual([['reference', 'FOI/00013725']]);
  });

  it('only where the value is one: no day without its year, no reference without a figure', () => {
    expect(fields('Date received: 18 May\nDate responded: as soon as possible\nReference: see below')).toEqual([]);
    expect(fields('Request 2\nHow many?')).toEqual([]);
    expect(fields('Response: We hold this information.')).toEqual([]);
  });
});

describe('a title', () => {
  const titleOf = (text: string) => {
    const page = readText(text);
    const { title, reference } = findTitle(page, page.blocks, findFields(page.blocks), false);
    return [title, reference];
  };
  it.each([
    ['Mobile phone data extraction (920A/21)', 'Mobile phone data extraction', '920A/21'],
    ['Officer BME (3005_16)', 'Officer BME', '3005_16'],
    ['FOI 8926 - Allotment waiting lists', 'Allotment waiting lists', 'FOI 8926'],
    ['Ferry timetables correspondence: FOI release', 'Ferry timetables correspondence', null],
    ['FOI Request - Penalty Charge Notices Information', 'Penalty Charge Notices Information', null],
    ['Files relating to FOI 201900009848: FOI release', 'Files relating to FOI 201900009848', null],
    ['Subject: Police Kit', 'Police Kit', null],
    ['Freedom of Information request', null, null],
    ['FOI disclosure log', null, null],
    ['Thank you for your request.', null, null],
  ])('%s', (line, title, reference) => expect(titleOf(line)).toEqual([title, reference]));

  it.each([
    ['pages/fly-tipping-fines.html', 'Fly tipping fines'],
    ['https://a.example/foi/all-inter-communications/', 'All inter communications'],
    ['seeds/000_0eab4163c22275fd.txt', null],
    ['FOI-4530.txt', null],
    ['index.html', null],
  ])('of a page that has none may be its name: %s', (name, title) => expect(titleOfFileName(name)).toBe(title));
});

describe('furniture of a site', () => {
  it.each([
    'Skip to content',
    'Skip to main content',
    "Neidio i'r prif gynnwys",
    'We use some essential cookies to make our website work.',
    'Your cookie preferences have been saved.',
    'This site is a beta.',
    'Share this page',
    'Was this page helpful?',
    'Home > FOI > 2020',
    '© Harrowdale Council 2024',
    'Last updated: 3 May 2020',
    'Coronavirus (COVID-19)',
  ])('is left out: %s', (line) => expect(isBoilerplate(line)).toBe(true));
  it.each([
    'How many cookies does the canteen sell?',
    'English',
    'The page was last updated in 2019 by the team that you ask about.',
    'Home',
    'Please share the report.',
    'The Council uses cookies.',
    '(c) how many within 21 and 60 working days?',
  ])('is not: %s', (line) => expect(isBoilerplate(line)).toBe(false));
  it('is a single word only at the top or bottom of the page', () => {
    const { kept, dropped } = dropBoilerplate(blocks('Home\nSearch\n\nLanguages spoken\n\nEnglish\n\nWelsh\n\nShare'));
    expect(kept.map(({ text }) => text)).toEqual(['Languages spoken', 'English', 'Welsh']);
    expect(dropped).toHaveLength(3);
  });
});

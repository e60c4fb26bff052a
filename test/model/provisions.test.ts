import { describe, expect, test } from 'vitest';
import { LAW_IDS, LAWS, type Law } from '../../src/model/laws.ts';
import { describeProvision, findProvision, PROVISIONS, slugOfProvision, statuteUrl } from '../../src/model/provisions.ts';

const everything = LAW_IDS.flatMap((law) => PROVISIONS[law].map((entry) => [law, entry.number, entry] as const));

describe('a citation falls under', () => {
  test.each([
    ['foia', '31(1)(a)', '31'],
    ['foia', '31', '31'],
    ['foia', '22A(1)', '22A'],
    ['foia', '40(5B)(a)(i)', '40'],
    ['eir', '12(5)(b)', '12(5)(b)'],
    ['eir', '12(4)(b)(i)', '12(4)(b)'],
    ['eir', '12(6)', '12(6)'],
    ['eir', '12(2)', '12'],
    ['eir', '12(5)', '12'],
    ['eir', '13(2A)', '13'],
    ['eisr', '10(5)(e)', '10(5)(e)'],
    ['foisa', '38(1)(b)', '38'],
    ['foia', '25', null],
    ['foia', '310', null],
    ['foia', '3', null],
    ['foia', '93(4)', null],
    ['eir', '12(5)(h)', null],
    ['eir', '12(4)(z)(i)', null],
    ['eisr', '12(5)(b)', null],
  ] as const)('%s %s: %j', (law, provision, number) => {
    expect(findProvision({ law, provision })?.number ?? null).toBe(number);
  });
});

describe('a citation reads', () => {
  test.each([
    ['foia', '31', 'Law enforcement'],
    ['foia', '31(3)', 'Law enforcement: the duty to confirm or deny does not arise'],
    ['foia', '31(1)(a)', 'Law enforcement: the prevention or detection of crime'],
    ['foia', '40(2)', 'Personal information: personal data of someone other than the person asking'],
    ['foia', '40(3)(a)(i)', 'Personal information: personal data of someone else, as the Act stood before 25 May 2018'],
    ['foia', '40(5B)(a)(i)', 'Personal information: the duty to confirm or deny does not arise'],
    ['foia', '36(2)(b)', 'Prejudice to effective conduct of public affairs: free and frank advice or exchange of views'],
    ['foia', '1(1)(a)', 'The right to information: the duty to confirm or deny that the information is held'],
    ['foia', '12(2)', 'Cost limit: even finding out whether the information is held would cost more than the limit'],
    ['eir', '12(5)(e)', 'Commercial or industrial confidentiality'],
    ['eir', '12(6)', 'Neither confirming nor denying'],
    ['eir', '13(5A)', 'Personal data: the authority may neither confirm nor deny that it holds the information'],
    ['foisa', '31', 'National security and defence'],
    ['foisa', '38(1)(b)', 'Personal information: personal data of someone other than the person asking'],
    ['foisa', '18(1)', 'Neither confirming nor denying'],
    ['eisr', '10(8)', 'Neither confirming nor denying'],
    ['foia', '93(4)', 'FOIA 93(4)'],
  ] as const)('%s %s: %s', (law, provision, words) => {
    expect(describeProvision({ law, provision })).toBe(words);
  });

  test('differently under laws that share its number', () => {
    const words = (law: Law) => describeProvision({ law, provision: '35' });
    expect(words('foia')).toBe('Formulation of government policy');
    expect(words('foisa')).toBe('Law enforcement');
  });
});

test.each([
  ['foia', '31(1)(a)', 'foia-31', 'https://www.legislation.gov.uk/ukpga/2000/36/section/31'],
  ['foia', '22A(1)', 'foia-22a', 'https://www.legislation.gov.uk/ukpga/2000/36/section/22A'],
  ['eir', '12(5)(b)', 'eir-12-5-b', 'https://www.legislation.gov.uk/uksi/2004/3391/regulation/12'],
  ['foisa', '30(b)(i)', 'foisa-30', 'https://www.legislation.gov.uk/asp/2002/13/section/30'],
  ['eisr', '10(4)(e)', 'eisr-10-4-e', 'https://www.legislation.gov.uk/ssi/2004/520/regulation/10'],
  ['foia', '93(4)', 'foia-93-4', 'https://www.legislation.gov.uk/ukpga/2000/36/section/93'],
] as const)('the page of %s %s is %s and its statute %s', (law, provision, slug, url) => {
  expect(slugOfProvision({ law, provision })).toBe(slug);
  expect(statuteUrl({ law, provision })).toBe(url);
});

describe('the tables', () => {
  const kinds = (law: Law, kind: string) =>
    PROVISIONS[law].filter((entry) => entry.isGround && entry.kind === kind).map(({ number }) => number);

  test('have the exemptions of FOIA Part II with the kinds of section 2(3)', () => {
    expect(kinds('foia', 'absolute')).toEqual(['21', '23', '32', '34', '41', '44']);
    expect(kinds('foia', 'mixed')).toEqual(['36', '37', '40']);
    expect(kinds('foia', 'qualified')).toEqual(['22', '22A', '24', '26', '27', '28', '29', '30', '31', '33', '35', '38', '39', '42', '43']);
    expect(kinds('foia', 'procedural')).toEqual(['12', '14']);
  });

  test('have the exemptions of FOISA Part 2 with the kinds of section 2(2)', () => {
    expect(kinds('foisa', 'absolute')).toEqual(['25', '26', '37']);
    expect(kinds('foisa', 'mixed')).toEqual(['36', '38']);
    expect(kinds('foisa', 'qualified')).toEqual(['27', '28', '29', '30', '31', '32', '33', '34', '35', '39', '40', '41']);
    expect(kinds('foisa', 'procedural')).toEqual(['12', '14', '17', '18']);
  });

  test.each([
    ['eir', '12', '13'],
    ['eisr', '10', '11'],
  ] as const)('have every exception of %s, all but personal data with a public interest test', (law, regulation, personal) => {
    const listed = ['(4)(a)', '(4)(b)', '(4)(c)', '(4)(d)', '(4)(e)', '(5)(a)', '(5)(b)', '(5)(c)', '(5)(d)', '(5)(e)', '(5)(f)', '(5)(g)'];
    expect(kinds(law, 'qualified').slice(0, 12)).toEqual(listed.map((paragraph) => `${regulation}${paragraph}`));
    expect(kinds(law, 'mixed')).toEqual([personal]);
  });

  test('have each number once, under its own law', () => {
    for (const law of LAW_IDS) {
      const numbers = PROVISIONS[law].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(PROVISIONS[law].every((entry) => entry.law === law)).toBe(true);
      expect(new Set(numbers.map((provision) => slugOfProvision({ law, provision }))).size).toBe(numbers.length);
    }
  });

  test.each(everything)('%s %s finds itself, its parts and what lifts the duty to confirm or deny', (law, number, entry) => {
    const below = [number, ...Object.keys(entry.parts ?? {})];
    expect(below.map((provision) => findProvision({ law, provision })?.number)).toEqual(below.map(() => number));
    expect(entry.confirmOrDeny.every((provision) => findProvision({ law, provision }) !== null)).toBe(true);
  });

  test.each(everything)('%s %s is written in plain sentences', (_, __, { title, meaning, test: weighed, parts }) => {
    expect(meaning).toMatch(/^[A-Z].*\.$/);
    expect(weighed).toMatch(/^[A-Z].*\.$/);
    expect(meaning.split(/(?<=\.) (?=[A-Z])/).length).toBeLessThanOrEqual(4);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const words of Object.values(parts ?? {})) expect(words).toMatch(/^[a-z].*[^.]$/);
    expect(`${title} ${meaning} ${weighed}`).not.toMatch(/[’“”]|\brejected\b|\bapplicant\b(?! by other means)|\bcorrectly\b|\brightly\b/);
  });
});

test('every law speaks of its own unit and ground', () => {
  expect(LAW_IDS.map((law) => `${LAWS[law].unit} ${LAWS[law].ground}`)).toEqual([
    'section exemption',
    'regulation exception',
    'section exemption',
    'regulation exception',
  ]);
});

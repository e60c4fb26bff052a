import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQueryCitations, nearness } from '../../../src/search/client/query/citations.ts';

/** What a query cites, as `section 31(3) foia`, and the words that are left. */
function read(query: string): { cited: string[]; words: string } {
  const { citations, rest } = findQueryCitations(query);
  return {
    cited: citations.map(({ unit, number, law }) => [unit, number, law].filter(Boolean).join(' ')),
    words: rest.replace(/\s+/g, ' ').trim(),
  };
}

describe('a provision in a query', () => {
  test.each([
    ['s31', 'section 31'],
    ['S31', 'section 31'],
    ['s 12', 'section 12'],
    ['s.31(1)', 'section 31(1)'],
    ['section 31(3)', 'section 31(3)'],
    ['Section 31 (3)', 'section 31(3)'],
    ['sec 31 (3)', 'section 31(3)'],
    ['sec. 31(1)(a)', 'section 31(1)(a)'],
    ['§31', 'section 31'],
    ['s40(5b)', 'section 40(5B)'],
    ['SECTION 31(1)(A)', 'section 31(1)(a)'],
    ['section 36(2)(b)(ii)', 'section 36(2)(b)(ii)'],
    ['s22a', 'section 22A'],
    ['reg 12(5)(b)', 'regulation 12(5)(b)'],
    ['Reg. 12 (5) (b)', 'regulation 12(5)(b)'],
    ['regulation 12(4)(b)', 'regulation 12(4)(b)'],
    ['exemption 31', '31'],
    ['exception 12(5)(e)', '12(5)(e)'],
    ['40(2)', '40(2)'],
    ['FOIA s31', 'section 31 foia'],
    ['foia 31', '31 foia'],
    ['section 31 of the Freedom of Information Act 2000', 'section 31 foia'],
    ['section 31 of the act', 'section 31 foia'],
    ['EIR 12(5)(b)', '12(5)(b) eir'],
    ['regulation 12(5)(b) of the Environmental Information Regulations 2004', 'regulation 12(5)(b) eir'],
    ['FOISA s38', 'section 38 foisa'],
    ['FOI(S)A s38', 'section 38 foisa'],
  ])('written %j is %s', (query, expected) => {
    expect(read(query).cited).toEqual([expected]);
  });

  test.each([
    ['drones s31(3) police', ['section 31(3)'], 'drones police'],
    ['s31 and s40(2)', ['section 31', 'section 40(2)'], 'and'],
    ['sections 31 and 40', ['section 31', 'section 40'], ''],
    ['Sections 31(3), 40(2) and 43 drones', ['section 31(3)', 'section 40(2)', 'section 43'], 'drones'],
    ['regs 12(4)(b) & 12(5)(b)', ['regulation 12(4)(b)', 'regulation 12(5)(b)'], ''],
    ['section 31 and 40 dogs', ['section 31'], 'and 40 dogs'],
    ['refused under 40(2), dogs', ['40(2)'], 'refused under , dogs'],
  ])('stands among other words: %s', (query, cited, words) => {
    expect(read(query)).toEqual({ cited, words });
  });

  test.each([
    'police officers 12',
    'officer’s 12 hour shifts',
    "officer's 12 hour shifts",
    'class 4',
    'section 136',
    'section sixty',
    '1042/26',
    's31/24',
    '12 dogs (two)',
    '101 calls',
    'a4 paper',
    '2024',
    '',
  ])('is none in %j', (query) => {
    expect(read(query)).toEqual({ cited: [], words: query });
  });
});

test.each([
  ['31', 'foia 31(3)', 3],
  ['31', 'foia 31', 3],
  ['31(3)', 'foia 31', 2],
  ['31(3)', 'foia 31(1)(a)', 0],
  ['31', 'foia 311', 0],
  ['3', 'foia 31', 0],
  ['section 12', 'eir 12(5)(b)', 0],
  ['regulation 12', 'eir 12(5)(b)', 3],
  ['12', 'eir 12(5)(b)', 3],
  ['EIR 12(5)(b)', 'eir 12(5)(b)', 3],
  ['foia 12', 'eir 12(5)(b)', 0],
  ['foisa s38', 'foia 38', 0],
])('to who asks for %s, %s is near by %i', (asked, provision, near) => {
  const [law = '', number = ''] = provision.split(' ');
  const [citation] = findQueryCitations(/\(|[a-z]/i.test(asked) ? asked : `exemption ${asked}`).citations;
  expect(citation && nearness({ law, number }, citation)).toBe(near);
});

test('what is no provision stays as it was typed, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { citations, rest } = findQueryCitations(text);
      if (citations.length === 0) expect(rest).toBe(text);
      for (const { start, end } of citations) expect(text.slice(start, end)).toMatch(/\d/);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchReferences, normalise, referenceIn } from '../../../src/search/client/query/references.ts';

const TABLE = {
  references: ['1042/26', '44/25', '81A/25', '81/25', 'FOI-2024-00044', 'EIR-2024-00044', '920A/21', '01.FOI.22.025733', '457_17', 'RFI 7'],
  withdrawn: [
    { reference: 'FOI-2023-00017', slug: 'foi-2023-00017' },
    { reference: '77B/22', slug: '77b-22' },
  ],
};
const ALL = [...TABLE.references, ...TABLE.withdrawn.map(({ reference }) => reference)];
const nameOf = (place: number) => (place >= 0 ? TABLE.references[place] : TABLE.withdrawn[-1 - place]?.reference);
const matched = (candidate: string) => matchReferences(candidate, TABLE).map(({ place, how }) => [nameOf(place), how]);

describe('a whole reference', () => {
  test.each([
    ['920A/21', '920A/21'],
    ['920a 21', '920A/21'],
    ['920a-21', '920A/21'],
    ['920A21', '920A/21'],
    ['920A–21', '920A/21'],
    ['９２０Ａ／２１', '920A/21'],
    ['FOI-2024-00044', 'FOI-2024-00044'],
    ['foi 2024/00044', 'FOI-2024-00044'],
    ['EIR 2024 00044', 'EIR-2024-00044'],
    ['457 17', '457_17'],
    ['01.foi.22.025733', '01.FOI.22.025733'],
    ['rfi7', 'RFI 7'],
    ['81/25', '81/25'],
    ['foi-2023-00017', 'FOI-2023-00017'],
    ['77b 22', '77B/22'],
  ])('written %j is %s alone', (typed, reference) => {
    expect(matched(typed)).toEqual([[reference, 'whole']]);
  });

  test('without the letters before its number is every one with that number', () => {
    expect(matched('2024-00044')).toEqual([
      ['FOI-2024-00044', 'whole'],
      ['EIR-2024-00044', 'whole'],
    ]);
  });

  test('is known with any joints between its parts, or none, in either case', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ALL),
        fc.array(fc.constantFrom('/', '-', ' ', '_', '.', ''), { minLength: 4, maxLength: 4 }),
        fc.boolean(),
        (reference, joints, isLower) => {
          const parts = reference.split(/[^A-Z0-9]+/);
          const typed = parts.map((part, place) => part + (place < parts.length - 1 ? (joints[place] ?? '') : '')).join('');
          expect(matched(isLower ? typed.toLowerCase() : typed)).toEqual([[reference, 'whole']]);
        },
      ),
    );
  });
});

describe('a part of a reference', () => {
  test.each([
    ['1042', ['1042/26']],
    ['00044', ['FOI-2024-00044', 'EIR-2024-00044', '44/25']],
    ['44', ['44/25', 'FOI-2024-00044', 'EIR-2024-00044']],
    ['2024-44', ['FOI-2024-00044', 'EIR-2024-00044']],
    ['FOI-2024-44', ['FOI-2024-00044']],
    ['81', ['81/25', '81A/25']],
    ['920', ['920A/21']],
    ['920A', ['920A/21']],
    ['920/21', ['920A/21']],
    ['025733', ['01.FOI.22.025733']],
    ['25733', ['01.FOI.22.025733']],
    ['457', ['457_17']],
    ['00017', ['FOI-2023-00017']],
    ['77b', ['77B/22']],
    ['FOI20240', ['FOI-2024-00044']],
  ])('%s could be of %j', (typed, references) => {
    expect(matched(typed)).toEqual(references.map((reference) => [reference, 'part']));
  });

  test.each(['2024', '2023', '25', '26', '22', '9', '104', '10425', 'drones', '', '½', '—'])('is none in %j', (typed) => {
    expect(matched(typed)).toEqual([]);
  });
});

describe('what of a query could be a reference', () => {
  test.each([
    ['1042/26', '1042/26'],
    ['Ref: 1042/26', '1042/26'],
    ['FOI Ref. No. 675/26', '675/26'],
    ['our reference 81A/25', '81A/25'],
    ['“44/25”', '44/25'],
    ['(34/25)', '34/25'],
    ['foi request 871/26', '871/26'],
    ['how many drones', null],
    ['100 dogs', null],
    ['£500', null],
    ['10%', null],
    ['covid 19', null],
    ['3', null],
    ['', null],
  ])('%j: %j', (query, candidate) => {
    expect(referenceIn(query)).toBe(candidate);
  });
});

test('any text is normalised to letters and digits of ASCII, and its own normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(normalise(text)).toMatch(/^[A-Z0-9]*$/);
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});

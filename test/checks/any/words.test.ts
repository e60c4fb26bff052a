import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/attachments/reading.ts';
import { WORD_RULES, wordsOfName } from '../../../src/checks/any/words.ts';

const FILE = { name: 'a.txt', size: 1, allowed: ['a.wren@fernhill.example'] };
const reading = (visible: string[], hidden: string[] = []): Reading => ({
  kind: 'text',
  visible: visible.map((text, at) => ({ text, place: { line: at + 1 } })),
  hidden: hidden.map((text, at) => ({ how: 'invisible-characters', text, count: 1, place: { line: at + 100 } })),
  facts: [],
  stored: [],
  notInspected: [],
});
const said = (its: Reading, file = FILE) =>
  WORD_RULES.flatMap((rule) => rule.find(its, file).map(({ place, message }) => ({ rule: rule.id, place, message })));

describe('words of a file', () => {
  test('are one problem a rule, with how many there are and the first of them', () => {
    expect(said(reading(['AB123456C', 'Write to b.wren@fernhill.example', 'CE123456D']))).toEqual([
      {
        rule: 'national-insurance-number',
        place: { line: 1 },
        message: '2 National Insurance numbers, the first in line 1',
      },
      { rule: 'email-address', place: { line: 2 }, message: 'An e-mail address that may be a person’s, in line 2' },
    ]);
  });

  test('that are seen and that are not are told apart', () => {
    expect(said(reading(['AB123456C', 'AB123456C'], ['CE123456D', 'CE123456D', 'AB123456C'])).map(({ message }) => message)).toEqual([
      '2 National Insurance numbers, the first in line 1',
      '3 National Insurance numbers in what the file holds and does not show, the first in line 100',
    ]);
  });

  test('without a place are told without one, many with a comma between the thousands', () => {
    const its = reading(Array<string>(1204).fill('AB123456C'));
    const nowhere = { ...its, visible: its.visible.map(({ text }) => ({ text, place: {} })) };
    expect(said(nowhere)).toEqual([{ rule: 'national-insurance-number', place: {}, message: '1,204 National Insurance numbers' }]);
  });

  test('that are allowed are left alone', () => {
    expect(said(reading(['Write to a.wren@fernhill.example']))).toEqual([]);
    expect(said(reading(['Write to a.wren@fernhill.example']), { ...FILE, allowed: [] })).toHaveLength(1);
  });

  test('of one reading are not told of the next', () => {
    const [first, second] = [reading(['AB123456C']), reading(['fine'])];
    expect(said(first)).toHaveLength(1);
    expect(said(second)).toEqual([]);
    expect(said(first)).toHaveLength(1);
  });

  test('are looked for in every kind of file', () => {
    for (const { kinds } of WORD_RULES) expect(kinds).toEqual(['xlsx', 'docx', 'pdf', 'png', 'jpeg', 'gif', 'webp', 'csv', 'text']);
  });
});

describe('the name of a file', () => {
  const named = (name: string, allowed: string[] = []) => wordsOfName({ name, size: 1, allowed });
  const number = {
    rule: 'national-insurance-number',
    place: {},
    message: 'The file’s name seems to hold a National Insurance number',
  };

  test.each(['AB123456C.txt', 'Letter_AB_12_34_56_C.docx', 'AB123456C', 'AB123456C AB123456C.pdf', 'AB123456C.12345678'])(
    '%s holds an identifier',
    (name) => expect(named(name)).toEqual([number]),
  );
  test.each([
    ['an ending', 'letter.docx'],
    ['an e-mail address, which another rule tells', 'a.wren@fernhill.example.pdf'],
    ['words of a template, which are no identifier', '[insert date].pdf'],
  ])('%s is none', (_, name) => expect(named(name)).toEqual([]));
  test('may hold what is allowed', () => {
    expect(named('01632 960148.pdf')).toHaveLength(1);
    expect(named('01632 960148.pdf', ['01632960148'])).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/attachments/reading.ts';
import { pdfAuthor } from '../../../src/checks/pdf/pdf-author.ts';

const said = (...facts: [what: string, value: string][]) =>
  pdfAuthor
    .find(
      {
        kind: 'pdf',
        visible: [],
        hidden: [],
        facts: facts.map(([what, value], at): Fact => ({ what, value, place: { page: at + 1 } })),
        stored: [],
        notInspected: [],
      },
      { name: 'a.pdf', size: 1, allowed: ['northmoor constabulary', 'foi@northmoor.example'] },
    )
    .map(({ place, message }) => [place, message]);

describe('properties of a PDF', () => {
  test('that name a person are told once each, at the first of them', () => {
    expect(said(['title', 'T'], ['company', 'Quill Ltd'], ['author', 'A. Quill'], ['company', 'B'])).toEqual([
      [{ page: 2 }, 'The file’s properties name a company, an author'],
    ]);
  });

  test('that may be named are left alone, however they are written', () => {
    expect(said(['author', 'Northmoor CONSTABULARY'], ['title', 'FOI@northmoor.example'])).toEqual([]);
  });

  test.each([
    'C:\\Users\\quill\\letter.doc',
    'c:/letters/answer.doc',
    'From D:\\answer.doc',
    'saved "D:\\answer.doc"',
    "saved 'D:\\answer.doc'",
    'saved (D:\\answer.doc)',
    '\\\\server\\share',
    '/Users/quill',
    '/home/quill',
    'Letter /home/quill/letter.odt',
    'a.quill+foi@north-moor.example',
  ])('%s leads to a person', (value) => {
    expect(said(['title', value])).toEqual([[{ page: 1 }, 'The file’s properties name a folder or an address']]);
    expect(said(['language', value])).toEqual([]);
  });

  test.each(['Answer 1:2', 'ABC:\\x', 'https://x.example/home/', 'and/or', 'x/Users/y', 'at@', '@home', 'a@b', 'x \\\\', '\\\\ x'])(
    '%s does not',
    (value) => expect(said(['title', value])).toEqual([]),
  );
});

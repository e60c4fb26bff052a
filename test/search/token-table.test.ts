import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenTable } from '../../src/search/token-table.ts';
import { endedLine, wordsBetweenSpaces } from '../../src/search/words-between-spaces.ts';

/** White space and marks between which words stand, and letters, also such as take two places. */
const text = fc.string({
  unit: fc.constantFrom(
    ...'abcÀé.’-',
    '\u{1F4A1}',
    ' ',
    ' ',
    '\t',
    '\n',
    '\u0085',
    '\u00A0',
    '\u2003',
    '\u2028',
    '\u3000',
    '\u200B',
    '\uFEFF',
  ),
  maxLength: 60,
});
/** As Unicode says it (White_Space), which is not JavaScript's `\s`: that has U+FEFF and not U+0085. */
const SPACES = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;

function wordsOf(text: string): string[] {
  const words: string[] = [];
  wordsBetweenSpaces(text, (text, start, end) => words.push(text.slice(start, end)));
  return words;
}

test('words are what stands between white space, without the marks at which a line may be broken', () => {
  fc.assert(
    fc.property(text, (text) => {
      const expected = text.split(SPACES).map((word) => word.replaceAll('\u200B', ''));
      expect(wordsOf(text)).toEqual(expected.filter(Boolean));
    }),
  );
  expect(wordsOf('two\u00A0words, \u200Band\u200B one')).toEqual(['two', 'words,', 'and', 'one']);
});

test('a line that ends without a mark ends with a full stop', () => {
  expect(['nine', 'nine?', 'nine)', 'nine”', ''].map(endedLine)).toEqual(['nine.', 'nine?', 'nine).', 'nine”', '']);
});

test('each text has one token, wherever it stands, however many there are', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 50 }), (texts) => {
      const table = new TokenTable();
      const known = new Map(texts.map((text) => [text, table.token(text)]));
      for (const [text, token] of known) {
        expect(token.text).toBe(text);
        expect(table.token(`before${text}behind`, 6, 6 + text.length)).toBe(token);
      }
      expect(table.size).toBe(known.size);
      expect(table.since(0)).toEqual([...known.values()]);
    }),
  );
});

test('a table that grows keeps its tokens', () => {
  const table = new TokenTable();
  const tokens = Array.from({ length: 10_000 }, (_, number) => table.token(`word ${number}`));
  expect(tokens.every((token, number) => table.token(`a word ${number}`, 2) === token)).toBe(true);
  expect(table.since(9_998).map(({ text }) => text)).toEqual(['word 9998', 'word 9999']);
});

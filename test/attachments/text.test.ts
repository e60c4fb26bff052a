import { describe, expect, test } from 'vitest';
import { decode, encodingOf } from '../../src/attachments/encoding.ts';
import { readText } from '../../src/attachments/text.ts';

test('a text is read line by line, with the line of each', () => {
  const { visible, hidden } = readText(Buffer.from('One\r\n\r\ntwo\rthree\n'));
  expect(visible).toEqual([
    { text: 'One', place: { line: 1, column: 1 } },
    { text: 'two', place: { line: 3, column: 1 } },
    { text: 'three', place: { line: 4, column: 1 } },
  ]);
  expect(hidden).toEqual([]);
});

describe('the encoding', () => {
  test.each([
    ['utf-8', Buffer.from('Llŷn £5')],
    ['utf-8', Buffer.from('\ufeffLlŷn £5')],
    ['utf-16le', Buffer.from('\ufeffLlŷn £5', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffLlŷn £5', 'utf16le').swap16()],
    ['utf-16le', Buffer.from('Llyn, plain', 'utf16le')],
  ])('%s is told, and its mark is no part of the text', (encoding, bytes) => {
    expect(encodingOf(bytes)).toBe(encoding);
    expect(decode(bytes)).toMatch(/^Ll[yŷ]n/);
  });

  test('what is not UTF-8 is taken for Windows-1252', () => {
    expect(decode(Buffer.from([0xa3, 0x35, 0x20, 0x93, 0x61, 0x94]))).toBe('£5 “a”');
  });

  test('a zero byte, wherever it is, makes it no text', () => {
    expect(decode(Buffer.from(`${'x'.repeat(100_000)}\0hidden`))).toBeNull();
    expect(decode(Buffer.from('\ufeffa\0b', 'utf16le'))).toBeNull();
    expect(() => readText(Buffer.from('a\0b'))).toThrow('it is no text');
  });
});

describe('what is stored and not shown', () => {
  const tags = [...'AB123456C'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');

  test('is found in tag characters, with what they say', () => {
    const { visible, hidden } = readText(Buffer.from(`plain${tags} text\nmore${tags}`));
    expect(visible.map(({ text }) => text)).toEqual(['plain text', 'more']);
    expect(hidden).toEqual([{ how: 'invisible-characters', text: 'AB123456CAB123456C', count: 18, place: { line: 1, column: 1 } }]);
  });

  test('is found in long runs of zero-width characters, and one joiner is none', () => {
    expect(readText(Buffer.from(`a${'\u200b\u200c'.repeat(8)}b`)).hidden).toMatchObject([{ count: 16 }]);
    expect(readText(Buffer.from('co\u00adoperate, 👩‍🔬')).hidden).toEqual([]);
  });

  test('is found also in very many of them', () => {
    expect(readText(Buffer.from('\u200b'.repeat(3_000_000))).hidden).toMatchObject([{ count: 3_000_000 }]);
  });

  test('does not keep a number from being read', () => {
    expect(readText(Buffer.from('AB12\u200b3456C')).visible[0]?.text).toBe('AB123456C');
  });
});

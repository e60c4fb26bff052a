import { describe, expect, it } from 'vitest';
import { ordinalOf, readMarker } from '../../src/importers/markers.ts';

describe('a line that begins with a marker', () => {
  it.each([
    ['1. How many?', 'decimal', '1', 'How many?'],
    ['1.How many?', 'decimal', '1', 'How many?'],
    ['2) How many?', 'decimal', '2', 'How many?'],
    ['(3) How many?', 'decimal', '3', 'How many?'],
    ['4 - roughly what?', 'decimal', '4', 'roughly what?'],
    ['2. 2017/18: 48,009', 'decimal', '2', '2017/18: 48,009'],
    ['3A) For how long?', 'compound', '3A', 'For how long?'],
    ['1(a) For how long?', 'compound', '1(a)', 'For how long?'],
    ['1.1 How many?', 'dotted', '1.1', 'How many?'],
    ['Q1: How many?', 'label', '1', 'How many?'],
    ['Q1 – 52', 'label', '1', '52'],
    ['Question 2', 'label', '2', ''],
    ['Question 2 How many?', 'label', '2', 'How many?'],
    ['Request 12', 'label', '12', ''],
    ['Cwestiwn 3: Faint?', 'label', '3', 'Faint?'],
    ['a) reports', 'alpha', 'a', 'reports'],
    ['(b) reports', 'alpha', 'b', 'reports'],
    ['ii) reports', 'roman', 'ii', 'reports'],
    ['(iv) reports', 'roman', 'iv', 'reports'],
    ['• reports', 'bullet', '•', 'reports'],
    ['- reports', 'bullet', '-', 'reports'],
    ['o Paid is defined', 'bullet', 'o', 'Paid is defined'],
    ['"a. A copy of it', 'alpha', 'a', '"A copy of it'],
  ])('%s', (line, kind, value, rest) => {
    const found = readMarker(line);
    expect([found?.marker.kind, found?.marker.value, found?.rest]).toEqual([kind, value, rest]);
  });
});

describe('a line that begins with words or figures', () => {
  it.each([
    '11496',
    '1.5 million',
    '10.30am',
    '2019 – 4408',
    '2022/23: £18,402',
    'A large number',
    'I would like',
    'Question 1 and 2',
    'Questions 1 to 3',
    'Question 1 is exempt',
    'Request: FOI/123',
    'Q4 2021',
    'Section 31(3)',
    '£5',
    '3D printing',
  ])('%s', (line) => expect(readMarker(line)).toBeNull());
});

describe('a marker counts', () => {
  const count = (line: string, afterLetters = false) => {
    const found = readMarker(line);
    return found && ordinalOf(found.marker, afterLetters);
  };
  it('as a number, a letter or a Roman numeral', () => {
    expect([count('7. x'), count('c) x'), count('iv) x'), count('xiv) x')]).toEqual([7, 3, 4, 14]);
  });
  it('i as the ninth letter where letters came before it', () => {
    expect([count('i) x'), count('i) x', true)]).toEqual([1, 9]);
  });
});

import { describe, expect, test } from 'vitest';
import { FILE_RULES, OUTER_RULES, RULES_OF_FILES } from '../../src/checks/rules.ts';

const ALL = [...RULES_OF_FILES.values()];
/** A sentence or more: from a capital, a digit or a quotation mark to a full stop. */
const SENTENCE = /^[\p{Lu}\d“`].*\.$/su;

describe('every rule about files', () => {
  test('has a name of its own', () => {
    const names = [...OUTER_RULES, ...FILE_RULES].map(({ id }) => id);
    for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(names).toEqual([...new Set(names)]);
  });

  test('blocks or warns', () => {
    for (const { id, severity } of ALL) expect(['block', 'warn'], id).toContain(severity);
  });

  test('says in sentences what it finds, why that matters and how to mend it', () => {
    for (const { id, finds, why, mend } of ALL) {
      expect(Object.keys(mend), id).not.toEqual([]);
      for (const words of [finds, why, ...Object.values(mend)]) expect(words, id).toMatch(SENTENCE);
    }
  });

  test('looks into at least one kind of file', () => {
    for (const { id, kinds } of FILE_RULES) expect(kinds, id).not.toEqual([]);
  });
});

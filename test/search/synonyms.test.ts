import { describe, expect, test } from 'vitest';
import { readKinds } from '../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../src/search/stop-words.ts';
import { Groups, rootsOf } from '../../src/search/client/query/groups.ts';
import { readQuery } from '../../src/search/client/query/read-query.ts';
import { SYNONYMS } from '../../src/search/synonyms.ts';

const KINDS = readKinds(WORD_KINDS);

describe('the table of synonyms', () => {
  test.each(SYNONYMS.map((group) => [group.join(', '), group]))('%s', (_, group) => {
    expect(group.length).toBeGreaterThan(1);
    expect(new Set(group).size).toBe(group.length);
    for (const words of group) {
      expect(words).toMatch(/^[a-z0-9](?:[a-z0-9' -]*[a-z0-9])?$/);
      // What is in the table is found by who types it.
      expect(readQuery(words, KINDS).tokens.map(({ root }) => root)).toEqual(rootsOf(words));
    }
  });

  test('leads from each word of a group to each other, in either case', () => {
    const groups = new Groups<readonly string[]>();
    for (const group of SYNONYMS) for (const words of group) groups.add(words, group);
    for (const group of SYNONYMS)
      for (const words of group) {
        const roots = readQuery(words.toUpperCase(), KINDS).tokens.map(({ root }) => root);
        const found = groups.at(roots, 0);
        expect(found?.length, words).toBe(roots.length);
        expect(found?.meanings, words).toContain(group);
      }
  });
});

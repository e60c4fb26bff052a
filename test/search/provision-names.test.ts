import { describe, expect, test } from 'vitest';
import { readKinds } from '../../src/search/client/index/open-index.ts';
import { WORD_KINDS } from '../../src/search/stop-words.ts';
import { LAW_IDS } from '../../src/model/laws.ts';
import { OUTCOME_IDS } from '../../src/model/outcomes.ts';
import { PROVISIONS, slugOfProvision } from '../../src/model/provisions.ts';
import { rootsOf } from '../../src/search/client/query/groups.ts';
import { readQuery } from '../../src/search/client/query/read-query.ts';
import { OUTCOME_NAMES, PROVISION_NAMES } from '../../src/search/provision-names.ts';

const KINDS = readKinds(WORD_KINDS);

const GROUNDS = LAW_IDS.flatMap((law) =>
  PROVISIONS[law].flatMap(({ number, isGround }) => (isGround ? [slugOfProvision({ law, provision: number })] : [])),
);

describe('what people call a ground of refusal', () => {
  test.each(Object.entries(PROVISION_NAMES))('%s', (slug, names) => {
    expect(GROUNDS).toContain(slug);
    for (const name of names) expect(readQuery(name, KINDS).tokens.map(({ root }) => root)).toEqual(rootsOf(name));
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(Object.entries(OUTCOME_NAMES))('the outcome %s', (id, names) => {
    expect(OUTCOME_IDS).toContain(id);
    for (const name of names) expect(readQuery(name, KINDS).tokens.map(({ root }) => root)).toEqual(rootsOf(name));
  });

  test('is there for every outcome', () => {
    expect(Object.keys(OUTCOME_NAMES).toSorted()).toEqual(OUTCOME_IDS.toSorted());
  });
});

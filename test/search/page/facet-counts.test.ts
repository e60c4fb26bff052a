import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FACET_NAMES, readAddress } from '../../../src/search/client/page/address.ts';
import { filter, sortByDay } from '../../../src/search/client/page/facet-counts.ts';
import { answerQuery } from '../../../src/search/client/query/answer.ts';
import { fakeIndex } from '../fake-index.ts';
import { fernhill } from '../fernhill.ts';

const index = fakeIndex(fernhill);
const { entries } = index;
const referenceOf = (entry: number) => fernhill.log.entries[entry]?.reference ?? '';

/** What an address such as `?q=drones&topic=roads` shows: references, and the counts of each value that is offered. */
async function shown(address: string) {
  const state = readAddress(address);
  const { order } = await answerQuery(state.q, index);
  const { order: kept, facets } = filter(order, state.chosen, entries);
  const counts = (name: (typeof FACET_NAMES)[number]) => Object.fromEntries(facets[name].map(({ id, count }) => [id, count]));
  return { references: kept.map(referenceOf), counts, facets };
}

describe('facets', () => {
  test('are counted over what the query finds', async () => {
    const { references, counts } = await shown('?q=drones');
    expect(references).toEqual(['1042/26', '301/23', '457_17']);
    expect(counts('topic')).toEqual({ technology: 2 });
    expect(counts('year')).toEqual({ 2026: 1, 2023: 1 });
    expect(counts('outcome')).toEqual({ granted: 1, part: 1, ncnd: 1 });
    expect(counts('exemption')).toEqual({ 'foia-24': 1, 'foia-31': 2 });
  });

  test('narrow to answers with one of the values chosen, and with one of each facet', async () => {
    expect((await shown('?year=2024')).references).toEqual(['EIR-2024-00044', 'FOI-2024-00044']);
    expect((await shown('?year=2024&year=2025')).references).toEqual(['45/25', '44/25', 'EIR-2024-00044', 'FOI-2024-00044']);
    expect((await shown('?year=2024&year=2025&topic=roads')).references).toEqual(['EIR-2024-00044', 'FOI-2024-00044']);
    expect((await shown('?exemption=foia-31&exemption=foia-40')).references).toEqual(['1042/26', '44/25', '457_17']);
    expect((await shown('?department=Highways')).references).toEqual(['920A/21']);
    expect((await shown('?law=eir')).references).toEqual(['EIR-2024-00044']);
  });

  test('follow what is chosen in the other facets, and not in their own', async () => {
    const { counts } = await shown('?topic=roads&year=2024');
    expect(counts('topic')).toEqual({ roads: 2 });
    expect(counts('year')).toEqual({ 2024: 2, 2021: 1 });
    expect(counts('outcome')).toEqual({ refused: 1, cost: 1 });
  });

  test('keep what is chosen where nothing is found, so that it can be taken away', async () => {
    const { references, facets } = await shown('?q=knotweed&topic=animals&year=1999&exemption=__proto__');
    expect(references).toEqual([]);
    const chosen = FACET_NAMES.flatMap((name) => facets[name].filter(({ chosen }) => chosen));
    expect(chosen).toEqual([
      { id: 'animals', label: 'Animals', count: 0, chosen: true },
      { id: '1999', label: '1999', count: 0, chosen: true },
      { id: '__proto__', label: '__proto__', count: 0, chosen: true },
    ]);
  });

  test('say of each value how many answers there would be with it alone beside the other facets', () => {
    const value = (name: (typeof FACET_NAMES)[number]) =>
      fc.uniqueArray(fc.constantFrom<string>('none', ...entries.facets[name].map((value) => value.id)), { maxLength: 3 });
    const chosen = fc.record({
      topic: value('topic'),
      outcome: value('outcome'),
      year: value('year'),
      exemption: value('exemption'),
      law: value('law'),
      department: value('department'),
    });
    const orders = fc.shuffledSubarray(fernhill.log.entries.map((_, entry) => entry));
    fc.assert(
      fc.property(orders, chosen, fc.constantFrom(...FACET_NAMES), (order, chosen, name) => {
        const { order: kept, facets } = filter(order, chosen, entries);
        expect(order.filter((entry) => kept.includes(entry))).toEqual(kept);
        for (const { id, count } of facets[name]) expect(filter(order, { ...chosen, [name]: [id] }, entries).order.length).toBe(count);
        expect(
          facets[name]
            .filter((each) => each.chosen)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(chosen[name].toSorted());
      }),
    );
  });
});

describe('sorted by day', () => {
  const sorted = (sort: 'newest' | 'oldest') => sortByDay(fernhill.log.entries.map((_, entry) => entry).toReversed(), entries, sort);
  const daysOf = (order: number[]) => order.map((entry) => fernhill.log.entries[entry]?.date ?? null);

  test.each(['newest', 'oldest'] as const)('%s first, answers without a day stand last', (sort) => {
    const days = daysOf(sorted(sort));
    expect(days.slice(-2)).toEqual([null, null]);
    const dated = days.filter((day) => day !== null);
    expect(dated.length).toBe(days.length - 2);
    expect(dated).toEqual(sort === 'oldest' ? dated.toSorted() : dated.toSorted().toReversed());
  });

  test('only what was found is there', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(fernhill.log.entries.map((_, entry) => entry)),
        fc.constantFrom('newest', 'oldest'),
        (order, sort) => {
          expect(sortByDay(order, entries, sort).toSorted()).toEqual(order.toSorted());
        },
      ),
    );
  });
});

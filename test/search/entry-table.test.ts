import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outcomesOf } from '../../src/log/facets.ts';
import { slugOfProvision } from '../../src/model/provisions.ts';
import { OUTCOME_IDS } from '../../src/model/outcomes.ts';
import { type FACETS } from '../../src/search/entry-table.ts';
import { wordsOfTitle } from '../../src/search/index-document.ts';
import { fakeIndex } from './fake-index.ts';
import { fernhill } from './fernhill.ts';
import { toldLog, type ToldLog, TOPICS } from './told-log.ts';

/** What the browser reads in the table is what the log has: checked for every entry. */
function expectSame(told: ToldLog): void {
  const { entries } = fakeIndex(told);
  const { log } = told;
  expect(entries.count).toBe(log.entries.length);
  const valuesOf = (name: (typeof FACETS)[number], entry: number) =>
    (entries.values[name][entry] ?? []).map((place) => entries.facets[name][place]?.id).toSorted();
  log.entries.forEach((each, entry) => {
    expect(entries.days[entry]).toBe(each.date);
    expect(entries.titles[entry]).toBe(wordsOfTitle(each.title));
    expect(valuesOf('topic', entry)).toEqual(each.topics.toSorted());
    expect(valuesOf('year', entry)).toEqual(each.year ? [String(each.year.value)] : []);
    expect(valuesOf('outcome', entry)).toEqual(outcomesOf(each).toSorted());
    expect(valuesOf('department', entry)).toEqual(each.department ? [each.department] : []);
    expect(valuesOf('exemption', entry)).toEqual([...new Set(each.exemptions.map(slugOfProvision))].toSorted());
    expect(entries.relied[entry]?.map((place) => entries.provisions[place])).toMatchObject(
      each.exemptions.map(({ law, provision }) => ({ law, number: provision })),
    );
    expect(entries.overall[entry]).toEqual(
      each.outcome?.kind === 'one' ? [{ outcome: each.outcome.outcome, count: null }] : (each.outcome?.counts ?? []),
    );
  });
}

describe('the table that the browser reads', () => {
  test('says of each entry what the log does', () => {
    expectSame(fernhill);
  });

  test('says of an entry what its questions were answered with, as a whole and each', () => {
    const told = toldLog([
      { reference: '1/26', title: 'Dogs', outcome: 'granted' },
      { reference: '2/26', title: 'Drones' },
      { reference: '3/26', title: 'Horses', outcome: 'not-held' },
      { reference: '4/26', title: 'Cats', outcome: 'ncnd' },
    ]);
    const [dogs, drones] = told.log.entries;
    if (!dogs || !drones) throw new Error('two entries expected');
    const question = (outcome: 'granted' | 'not-held' | 'ncnd') => ({ ...({} as (typeof dogs.questions)[number]), outcome });
    dogs.questions = [question('granted'), question('not-held')];
    drones.outcome = {
      kind: 'several',
      counts: [
        { outcome: 'not-held', count: 6 },
        { outcome: 'ncnd', count: 1 },
      ],
    };
    drones.questions = [question('not-held'), question('ncnd')];
    expectSame(told);
  });

  test('says so of any log', () => {
    const days = fc
      .date({ min: new Date('1999-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
    const told = fc.record(
      {
        title: fc.array(fc.constantFrom('drones', 'dogs', 'a', '–'), { maxLength: 5 }).map((words) => words.join(' ')),
        date: days,
        topics: fc.subarray(TOPICS.map(({ slug }) => slug)),
        exemptions: fc.subarray(['foia 31(1)(a)', 'foia 31(3)', 'foia 40(2)', 'eir 12(5)(b)', 'foia 22A']),
        outcome: fc.constantFrom(...OUTCOME_IDS),
        department: fc.constantFrom('Estates', 'Roads & "Parks"', 'Éire'),
      },
      { requiredKeys: ['title'], noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), (all) => {
        expectSame(toldLog(all.map((each, nth) => ({ reference: `${nth + 1}/26`, ...each }))));
      }),
      { numRuns: 40 },
    );
  });

  test('tells what an entry relied on from what its text only names', () => {
    const { entries } = fakeIndex(
      toldLog([
        {
          reference: '1/26',
          title: 'Dogs',
          exemptions: ['foia 40(2)'],
          asked: 'Not s43(2)?',
          answered: 'Section 40(2), not section 31(1)(a).',
        },
      ]),
    );
    const names = (places: number[] = []) =>
      places.map((place) => `${entries.provisions[place]?.law} ${entries.provisions[place]?.number}`);
    expect(names(entries.relied[0])).toEqual(['foia 40(2)']);
    expect(names(entries.named[0])).toEqual(['foia 31(1)(a)']);
  });

  test('offers the law where there are two, and not where there is one', () => {
    expect(
      fakeIndex(fernhill)
        .entries.facets.law.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['eir', 'foia']);
    expect(fakeIndex(toldLog([{ reference: '1/26', title: 'Dogs' }])).entries.facets.law).toEqual([]);
  });

  test('has a group of synonyms only where the log has one of its words, and then all ways to it', () => {
    const { groups } = fakeIndex(toldLog([{ reference: '1/26', title: 'Stun guns', answered: 'Two e-scooters.' }]));
    expect(groups.synonyms.at(['taser'], 0)?.meanings).toEqual([['stun gun']]);
    expect(groups.synonyms.at(['electric', 'scooter'], 0)?.meanings.flat()).toContain('escooter');
    expect(groups.synonyms.at(['drone'], 0)).toBeNull();
  });

  test('has names of exemptions and outcomes that the log has, and of no others', () => {
    const { groups } = fakeIndex(fernhill);
    expect(groups.names.at(['personal', 'data'], 0)).not.toBeNull();
    expect(groups.names.at(['court', 'record'], 0)).toBeNull();
  });
});

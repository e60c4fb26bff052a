import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchIndex } from '../../../src/search/client/index/open-index.ts';
import { answerQuery } from '../../../src/search/client/query/answer.ts';
import { fakeIndex } from '../fake-index.ts';
import { fernhill } from '../fernhill.ts';
import { publishedIndex } from '../published-index.ts';

const referenceOf = (entry: number) => fernhill.log.entries[entry]?.reference ?? '';

let published: Awaited<ReturnType<typeof publishedIndex>>;
beforeAll(async () => {
  published = await publishedIndex(fernhill);
});
afterAll(() => published.close());

/* Everything below is asked of the index of the other tests and of the one that the build publishes: what holds of one holds of both. */
describe.each<[string, () => SearchIndex]>([
  ['an index of texts', () => fakeIndex(fernhill)],
  ['the published index', () => published.index],
])('of %s', (_, indexOf) => {
  const ask = async (query: string) => {
    const answer = await answerQuery(query, indexOf());
    return {
      ...answer,
      references: answer.order.map(referenceOf),
      whole: answer.order.filter((entry) => answer.lacks(entry).length === 0),
    };
  };

  test.each([
    ['920A/21'],
    ['920a 21', '920A/21'],
    ['920a-21', '920A/21'],
    ['920', '920A/21'],
    ['is it 920A/21', '920A/21'],
    ['parking fines 920A/21', '920A/21'],
    ['FOI-2024-00044'],
    ['EIR-2024-00044'],
    ['Our ref: FOI-2024-00044.', 'FOI-2024-00044'],
    ['foi 2024/44', 'FOI-2024-00044'],
    ['44', '44/25'],
    ['FOI request 44/25', '44/25'],
    ['“44/25”', '44/25'],
    ['01.FOI.22.025733'],
    ['457', '457_17'],
    ['RFI 7'],
    ['rfi7', 'RFI 7'],
  ])('the reference %s leads to its answer', async (typed, reference = typed) => {
    const { references, lacks, order, doings } = await ask(typed);
    expect(references[0]).toBe(reference);
    expect(lacks(order[0] ?? -1)).toEqual([]);
    expect(doings.unknown).toEqual([]);
  });

  test('a whole reference is all that was meant: its own answer, then those that mention it', async () => {
    expect((await ask('1042/26')).references).toEqual(['1042/26', '457_17']);
    expect((await ask('the answer FOI 1042/26, please')).references).toEqual(['1042/26', '457_17']);
    const { named, references } = await ask('44/25 and 1042/26');
    expect(named.map(referenceOf)).toEqual(['44/25', '1042/26']);
    expect(references.slice(0, 2)).toEqual(['44/25', '1042/26']);
  });

  test.each(['FOI-2023-00017', 'foi 2023 00017', '2023/00017'])(
    'the reference of a withdrawn answer, %s, leads to its page and nowhere else',
    async (typed) => {
      const { withdrawn, references } = await ask(typed);
      expect(withdrawn).toEqual([{ reference: 'FOI-2023-00017', slug: 'foi-2023-00017' }]);
      expect(references).toEqual([]);
    },
  );

  test('a year alone is a year', async () => {
    expect((await ask('2024')).references).toEqual(['EIR-2024-00044', 'FOI-2024-00044']);
    expect((await ask('2023')).references).toEqual(['305/23', '304/23', '303/23', '302/23', '301/23', '300/23']);
    expect((await ask('2013')).references).toEqual([]);
  });

  test.each([
    ['s31', ['1042/26', '457_17']],
    ['section 31', ['1042/26', '457_17']],
    ['s.31(1)', ['1042/26']],
    ['section 31(3)', ['1042/26', '457_17']],
    ['sec 31 (3)', ['1042/26', '457_17']],
    ['s 12', ['FOI-2024-00044']],
    ['foi act section 12(1)', ['FOI-2024-00044']],
    ['reg 12(5)(b)', ['EIR-2024-00044']],
    ['regulation 12(4)(b)', ['EIR-2024-00044']],
    ['EIR 12(5)(b)', ['EIR-2024-00044']],
    ['12(5)(b)', ['EIR-2024-00044']],
    ['law enforcement exemption', ['1042/26', '457_17', '300/23']],
    ['personal data exemption', ['44/25']],
    ['manifestly unreasonable', ['EIR-2024-00044']],
    ['neither confirm nor deny', ['457_17']],
    ['section 60', ['300/23']],
    ['s 61', []],
  ])('%s leads to the answers that relied on it', async (typed, references) => {
    expect((await ask(typed)).references).toEqual(references);
  });

  test.each([
    ['officer’s 12 hour journey', 'RFI 7'],
    ['drones s31', '1042/26'],
    ['knotweed behind the library', '01.FOI.22.025733'],
    ['e-scooters', 'FOI-2024-00044'],
    ['e scooters', 'FOI-2024-00044'],
    ['escooter', 'FOI-2024-00044'],
    ['heat wave', '300/23'],
    ['pothol', 'FOI-2024-00044'],
    ['LIBRARY', '301/23'],
    ['libráry', '301/23'],
    ['librarys', '301/23'],
  ])('%s leads to what is about it', async (typed, reference) => {
    expect((await ask(typed)).references[0]).toBe(reference);
  });

  test('a title counts before a question, a question before an answer', async () => {
    expect((await ask('drones')).references).toEqual(['1042/26', '301/23', '457_17']);
    expect((await ask('fines')).references).toEqual(['920A/21', '01.FOI.22.025733']);
    expect((await ask('people')).references[0]).toBe('44/25');
  });

  test('of two that say the same, the newer stands first', async () => {
    expect((await ask('waiting list for allotments')).references.slice(0, 2)).toEqual(['303/23', '302/23']);
  });

  test.each([
    ['uav', ['1042/26', '301/23', '457_17']],
    ['unmanned aircraft', ['1042/26', '301/23', '457_17']],
    ['taser', ['45/25']],
    ['stun gun', ['45/25']],
    ['STUN GUNS', ['45/25']],
    ['cctv', ['457_17', '1042/26']],
    ['surveillance camera', ['457_17', '1042/26']],
    ['vehicles', ['305/23']],
    ['care leavers', ['304/23']],
    ['car ', ['305/23']],
  ])('%s finds other words for the same', async (typed, references) => {
    expect((await ask(typed)).references).toEqual(references);
  });

  test('a plain question is answered: words that say nothing give way, and that is said', async () => {
    const { references, doings, lacks, order } = await ask('How many drones does the council actually own?');
    expect(references[0]).toBe('1042/26');
    expect(lacks(order[0] ?? -1)).toEqual([]);
    expect(doings.leftOut).toEqual(['How', 'many', 'does', 'the', 'actually', 'own']);
    expect((await ask('how many')).doings.leftOut).toEqual([]);
  });

  test('where no answer has all of it, the commoner words give way before the rarer, and what each lacks is said', async () => {
    const { references, order, lacks, whole } = await ask('knotweed drones library');
    expect(whole).toEqual([]);
    expect(references[0]).toBe('01.FOI.22.025733');
    expect(lacks(order[0] ?? -1)).toEqual(['drones']);
    expect(order.map((entry) => lacks(entry).length)).toEqual(order.map((entry) => lacks(entry).length).toSorted());
  });

  test.each([
    ['dornes', 'drones', '1042/26'],
    ['knotwead', 'knotweed', '01.FOI.22.025733'],
    ['qnotweed', 'knotweed', '01.FOI.22.025733'],
    ['pottholes', 'potholes', 'FOI-2024-00044'],
  ])('for %s, which no answer has, it looks for %s and says so', async (typed, used, reference) => {
    const { references, doings } = await ask(typed);
    expect(doings.instead).toMatchObject([{ typed }]);
    expect(doings.instead[0]?.used.join()).toMatch(used.replace(/s$/, ''));
    expect(references[0]).toBe(reference);
  });

  test('a word that nothing is like is named, and the others still answer', async () => {
    const { references, doings } = await ask('zzzxqv drones');
    expect(doings.unknown).toEqual(['zzzxqv']);
    expect(references[0]).toBe('1042/26');
    expect((await ask('zzzxqv')).references).toEqual([]);
  });

  test.each([
    ['“waiting list”', ['303/23', '302/23']],
    ['"waiting list"', ['303/23', '302/23']],
    ['«waiting list»', ['303/23', '302/23']],
    ['“list waiting”', []],
    ['“parking fines cancelled”', ['920A/21']],
  ])('%s is looked for as it stands', async (typed, references) => {
    expect((await ask(typed)).references).toEqual(references);
  });

  test.each(['"drones', 'drones"', '“drones', '””drones', '" drones', '""drones', '“”drones', '“…” drones', "'drones'", '‘drones’'])(
    'quotation marks that enclose nothing do no harm: %s',
    async (typed) => {
      expect((await ask(typed)).references).toEqual(['1042/26', '301/23', '457_17']);
    },
  );

  test.each(['', '   ', '?', '“”', '— … !', '🦄'])('without a word, %j, every answer is there, the newest first', async (typed) => {
    const { order, doings } = await ask(typed);
    expect(order).toEqual(fernhill.log.entries.map((_, entry) => entry));
    expect(doings).toEqual({ leftOut: [], instead: [], unknown: [], citations: [] });
  });

  test.each([
    '½ pint',
    'ﷺ',
    '㎧',
    '⁄',
    '1½',
    '\u0000',
    '\ud800',
    '__proto__',
    'constructor',
    '" OR 1=1',
    'toString s31',
    '%%',
    '<script>',
    '((((',
  ])('nothing that is typed is an error: %j', async (typed) => {
    await expect(ask(typed)).resolves.toBeDefined();
  });
});

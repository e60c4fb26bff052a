import { describe, expect, test } from 'vitest';
import { writeCell } from '../../../src/search/client/index/columns.ts';
import { WordLists } from '../../../src/search/client/index/word-lists.ts';

/** Lists of words with how common each is, by letter, that count how often each is fetched. */
function lists(words: Record<string, number>) {
  const fetched: string[] = [];
  const fileOf = (word: string) => (/^[a-z]/.test(word) ? word.charAt(0) : /^\d/.test(word) ? '0' : '_');
  const letters = [...new Set(Object.keys(words).map(fileOf))];
  const load = async (letter: string) => {
    fetched.push(letter);
    const own = Object.keys(words)
      .filter((word) => fileOf(word) === letter)
      .sort();
    return { words: own.join(' '), commonness: own.map((word) => writeCell(words[word] ?? 0)).join('') };
  };
  return { words: new WordLists(letters, load), fetched };
}

const { words } = lists({
  drone: 4,
  drones: 6,
  dronefield: 2,
  dog: 8,
  hate: 4,
  photograph: 4,
  photographs: 0,
  '4x4': 2,
  öl: 0,
  police: 12,
});

describe('what the vocabulary says of a word', () => {
  test.each([
    ['drones', { isKnown: true, isStart: false, hasLonger: true }],
    ['drone', { isKnown: true, isStart: true, hasLonger: true }],
    ['dog', { isKnown: true, isStart: false, hasLonger: false }],
    ['dogs', { isKnown: true, isStart: false }],
    ['photo', { isKnown: false, isStart: true, hasLonger: true }],
    ['hat', { isKnown: false, isStart: true }],
    ['4x4', { isKnown: true }],
    ['öl', { isKnown: true }],
    ['zebra', { isKnown: false, isStart: false, entries: 0, reach: 0 }],
    ['do', { isKnown: false, isStart: false }],
    ['', { isKnown: false, isStart: false }],
    ['constructor', { isKnown: false, isStart: false }],
  ])('%s', async (word, expected) => {
    expect(await words.lookUp(word)).toMatchObject(expected);
  });

  test('counts the entries of all its forms, and what begins with it', async () => {
    expect(await words.lookUp('drones')).toMatchObject({ entries: 4 + 8, reach: 4 + 8 + 2 });
    expect(await words.lookUp('police')).toMatchObject({ entries: 64 });
  });

  test('is fetched once for each letter, and never where the log has none', async () => {
    const { words, fetched } = lists({ dog: 1, drone: 1, police: 1 });
    await Promise.all([words.lookUp('dog'), words.lookUp('dig'), words.lookUp('zebra')]);
    await words.lookUp('drone');
    expect(fetched).toEqual(['d']);
  });

  test('is fetched again after a failure', async () => {
    let fails = true;
    const words = new WordLists(['d'], async () => {
      if (fails) throw new Error('offline');
      return { words: 'dog', commonness: writeCell(0) };
    });
    await expect(words.lookUp('dog')).rejects.toThrow('offline');
    fails = false;
    expect(await words.lookUp('dog')).toMatchObject({ isKnown: true, entries: 1 });
  });
});

test.each([
  ['dornes', 'drone'],
  ['polcie', 'police'],
  ['qolice', 'police'],
  ['olice', 'police'],
  ['photografs', 'photograph'],
])('by %s was probably meant %s', async (typed, meant) => {
  expect((await words.guesses(typed))[0]?.word).toMatch(new RegExp(`^${meant}s?$`));
});

test.each(['cat', 'zzzzzz', '1042', '', 'x'])('by %j nothing of the log was meant', async (typed) => {
  expect(await words.guesses(typed)).toEqual([]);
});

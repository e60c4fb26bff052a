import { expect, test } from 'vitest';
import { fakeIndex } from './fake-index.ts';
import { toldLog } from './told-log.ts';

const { words } = fakeIndex(
  toldLog([
    { reference: '1/26', title: 'Dogs', answered: 'Dogs, dogs and a dog. An e-scooter; Clare’s café in 2024 & 4x4s.' },
    { reference: '2/26', title: 'Dogs', answered: `A kennel. ${'x'.repeat(29)} https://fernhill.example/kennels` },
    { reference: '3/26', title: 'Owls', answered: 'Öland owls.' },
  ]),
);

test.each([
  ['dogs', true],
  ['dog', true],
  ['escooter', true],
  ['scooters', true],
  ['clares', true],
  ['cafe', true],
  ['4x4s', true],
  ['oland', true],
  ['kennel', true],
  ['2024', false],
  ['x'.repeat(29), false],
  ['hound', false],
  ['amp', false],
])('that an answer has %s: %s', async (word, isKnown) => {
  expect((await words.lookUp(word)).isKnown).toBe(isKnown);
});

test('a word counts once for each answer that has it, however often that says it', async () => {
  expect((await words.lookUp('owls')).entries).toBe(1);
  // Two answers have `dogs`, one of them also `dog`.
  expect((await words.lookUp('dogs')).entries).toBe(3);
});

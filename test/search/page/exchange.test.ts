import { expect, test } from 'vitest';
import { exchange } from '../../../src/search/client/page/show-notes.ts';

test.each([
  ['drnes', 'drnes', 'drones', 'drones'],
  ['cat in cattle', 'cat', 'dog', 'dog in cattle'],
  ['cattle and cat', 'cat', 'dog', 'cattle and dog'],
  ['“cat”, cats', 'cat', 'dog', '“dog”, cats'],
  ['costs $& more', '$&', '$1', 'costs $1 more'],
  ['cattle', 'cat', 'dog', 'cattle'],
])('in %j, %j gives way to %j where it stands alone: %j', (text, word, other, expected) => {
  expect(exchange(text, word, other)).toBe(expected);
});

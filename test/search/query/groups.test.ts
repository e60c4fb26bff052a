import { expect, test } from 'vitest';
import { Groups, rootsOf } from '../../../src/search/client/query/groups.ts';

const groups = new Groups<string>();
groups.add('gun', 'firearm');
groups.add('stun gun', 'taser');
groups.add('stun gun', 'electroshock');
groups.add('e-scooter', 'scooter');
groups.add('neither confirm nor deny', 'ncnd');
groups.add('—', 'nothing');
groups.add('', 'nothing');

test.each<[string, number, [number, string[]] | null]>([
  ['stun guns', 0, [2, ['taser', 'electroshock']]],
  ['stun guns', 1, [1, ['firearm']]],
  ['gun stun', 0, [1, ['firearm']]],
  ['stun', 0, null],
  ['E-Scooters', 0, [1, ['scooter']]],
  ['we neither confirm nor deny it', 1, [4, ['ncnd']]],
  ['neither confirm', 0, null],
  ['guns', 1, null],
  ['', 0, null],
])('in %j from word %i the longest meaning is %j', (words, at, expected) => {
  const found = groups.at(rootsOf(words), at);
  expect(found && [found.length, found.meanings]).toEqual(expected);
});

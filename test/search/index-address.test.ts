import { expect, test } from 'vitest';
import { indexAddress, searchFolders } from '../../src/search/index-address.ts';
import { FERNHILL, fernhill, WITHDRAWN } from './fernhill.ts';
import { toldLog } from './told-log.ts';

const own = () => toldLog(FERNHILL, WITHDRAWN).log;

test('the index of a log has one address, which tells nothing and is below /search/', () => {
  expect(indexAddress(own())).toBe(indexAddress(fernhill.log));
  expect(indexAddress(own())).toMatch(/^\/search\/[#a-z0-9.,-]+\/?$/);
});

test.each([
  [
    'an answer changes',
    () => ({ ...own(), entries: own().entries.map((entry, nth) => (nth === 3 ? { ...entry, bodyKey: 'other' } : entry)) }),
  ],
  ['an answer is added', () => toldLog([...FERNHILL, { reference: '9/26', title: 'Owls' }], WITHDRAWN).log],
  ['an answer is taken away', () => toldLog(FERNHILL.slice(1), WITHDRAWN).log],
  ['answers change places', () => ({ ...own(), entries: own().entries.toReversed() })],
  ['a topic is called otherwise', () => ({ ...own(), settings: { ...own().settings, topics: [{ slug: 'roads', label: 'Streets' }] } })],
])('it has another where %s', (_, changed) => {
  expect(indexAddress(changed())).not.toBe(indexAddress(own()));
});

test('it is found once for a log, also where another object holds the same log; another entry is not passed over', () => {
  const log = own();
  const folders = searchFolders(log);
  expect(searchFolders({ ...log, entries: [...log.entries] })).toBe(folders);
  expect(searchFolders({ ...log, entries: log.entries.slice(1) }).spans[0]?.name).not.toBe(folders.spans[0]?.name);
  expect(searchFolders({ ...log, withdrawn: [] }).whole).not.toBe(folders.whole);
});

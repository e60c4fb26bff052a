import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { aftermathOf } from '../../src/site/aftermath.ts';
import { listsOf } from '../../src/site/lists.ts';
import { entry, logOf, settings } from './an-entry.ts';

describe('what happened since', () => {
  const later = entry('9', { title: 'Parking fines again' });
  const lists = listsOf(logOf([later]));

  test('shows what changes the answer before what does not', () => {
    const of = entry('1', {
      more: {
        internalReview: { outcome: 'upheld', requested: '2024-02-01', date: '2024-03-01' },
        supersededBy: '9',
        regulator: { reference: 'IC-1', outcome: 'upheld' },
      },
    });
    expect(aftermathOf(of, lists, settings, en).map(({ heading, text }) => [heading, text])).toEqual([
      ['A newer answer replaces this one', null],
      ['Information Commissioner: a complaint about this answer was upheld', 'Decision IC-1'],
      ['We looked at this answer again and kept to it', 'The internal review was asked for on 1 February 2024.'],
    ]);
  });
  test('says nothing of an entry that is not published', () => {
    expect(aftermathOf(entry('1', { more: { supersededBy: 'SECRET/1', supersedes: ['SECRET/2'] } }), lists, settings, en)).toEqual([]);
  });
});

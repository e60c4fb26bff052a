import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { reviewTime, reviewWords } from '../../src/site/review.ts';
import { entry, settings } from './an-entry.ts';

describe('until when a review can be asked for', () => {
  test('is the stated day, else counted, else the rule', () => {
    expect(reviewTime(entry('1', { dates: { reviewBy: '2024-07-01', responded: '2024-05-01' } }), settings)).toEqual({
      kind: 'by',
      day: '2024-07-01',
    });
    expect(reviewTime(entry('1', { dates: { responded: '2024-05-01' } }), settings)).toMatchObject({ kind: 'about' });
    expect(reviewTime(entry('1'), settings)).toEqual({ kind: 'rule', days: 40 });
  });
  test("is said in the authority's own words where it has some", () => {
    expect(reviewWords({ kind: 'by', day: '2024-07-01' }, 'Write to us.', en)).toBe(
      'Write to us. For this answer, that is by 1 July 2024.',
    );
    expect(reviewWords({ kind: 'rule', days: 40 }, null, en)).toMatch(/^You can ask us for an internal review within 40 working days/);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/dates.ts';
import { CALENDARS, type Calendar } from '../../src/model/log-config.ts';
import { addWorkingDays, calendarOf, isWorkingDay, timeTaken, workingDaysBetween, type TimeFacts } from '../../src/model/working-days.ts';

test('the calendar of a law is that of its own definition of a working day', () => {
  expect([calendarOf('foia'), calendarOf('eir')]).toEqual(['united-kingdom', 'united-kingdom']);
  expect([calendarOf('foisa'), calendarOf('eisr')]).toEqual(['scotland', 'scotland']);
});

describe('a working day', () => {
  test.each<[string, Calendar, boolean | null, string]>([
    ['2024-01-02', 'united-kingdom', false, 'the second of January is a bank holiday in one part'],
    ['2024-01-02', 'england-and-wales', true, 'but not in England and Wales'],
    ['2024-03-18', 'united-kingdom', false, "St Patrick's Day in Northern Ireland, moved from a Sunday"],
    ['2024-03-18', 'scotland', true, 'not in Scotland'],
    ['2024-04-01', 'scotland', true, 'Easter Monday is none in Scotland'],
    ['2024-04-01', 'northern-ireland', false, 'Easter Monday is one elsewhere'],
    ['2024-03-29', 'scotland', false, 'Good Friday is one everywhere'],
    ['2024-08-05', 'united-kingdom', false, 'the first Monday of August, in Scotland'],
    ['2024-08-26', 'scotland', true, 'the last Monday of August, elsewhere'],
    ['2022-09-19', 'scotland', false, 'the state funeral'],
    ['2024-06-15', 'united-kingdom', false, 'a Saturday'],
    ['2024-06-16', 'united-kingdom', false, 'a Sunday'],
    ['2024-06-17', 'united-kingdom', true, 'an ordinary Monday'],
    ['2004-12-31', 'united-kingdom', null, 'before the table'],
    ['2028-01-04', 'united-kingdom', null, 'after the table'],
  ])('%s in %s: %s (%s)', (date, calendar, working) => {
    expect(isWorkingDay(date, calendar)).toBe(working);
  });
});

describe('working days', () => {
  test('count from the day after receipt', () => {
    expect(workingDaysBetween('2022-08-02', '2022-08-02', 'united-kingdom')).toBe(0);
    expect(workingDaysBetween('2022-08-02', '2022-08-03', 'united-kingdom')).toBe(1);
    expect(workingDaysBetween('2022-08-02', '2022-08-26', 'united-kingdom')).toBe(18);
  });

  test('are not counted backwards, nor over years that are not known', () => {
    expect(workingDaysBetween('2022-08-03', '2022-08-02', 'scotland')).toBeNull();
    expect(workingDaysBetween('2004-12-31', '2005-01-10', 'scotland')).toBeNull();
    expect(workingDaysBetween('2027-12-20', '2028-01-10', 'scotland')).toBeNull();
    expect(addWorkingDays('2027-12-20', 20, 'scotland')).toBeNull();
    expect(addWorkingDays('2022-08-02', -1, 'scotland')).toBeNull();
    expect(addWorkingDays('2022-08-02', 1.5, 'scotland')).toBeNull();
  });

  const day = fc.integer({ min: 0, max: 7900 }).map((n) => addDays('2005-01-01', n));
  const calendar = fc.constantFrom(...CALENDARS);

  test('added and counted are inverses', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), calendar, (from, n, where) => {
        const to = addWorkingDays(from, n, where);
        if (to !== null) expect(workingDaysBetween(from, to, where)).toBe(n);
      }),
    );
  });

  test('agree with asking day by day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 500 }), calendar, (from, length, where) => {
        const to = addDays(from, length);
        const counted = Array.from({ length }, (_, n) => isWorkingDay(addDays(from, n + 1), where)).filter((working) => working === true);
        const between = workingDaysBetween(from, to, where);
        if (between !== null) expect(between).toBe(counted.length);
      }),
      { numRuns: 60 },
    );
  });

  test('of the whole United Kingdom are never more than those of a part', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), calendar, (from, length, where) => {
        const to = addDays(from, length);
        expect(workingDaysBetween(from, to, 'united-kingdom') ?? 0).toBeLessThanOrEqual(workingDaysBetween(from, to, where) ?? 0);
      }),
    );
  });
});

describe('the time taken', () => {
  const facts = (given: Partial<TimeFacts>): TimeFacts => ({ law: 'foia', calendar: 'united-kingdom', ...given });
  const NOT_TOLD = { days: null, inTime: null, limit: 20 };

  test.each([
    ['on the twentieth working day is in time', { received: '2022-09-05', responded: '2022-10-04' }, { days: 20, inTime: true, limit: 20 }],
    ['a day later is late', { received: '2022-09-05', responded: '2022-10-05' }, { days: 21, inTime: false, limit: 20 }],
    [
      'from a Saturday counts from the Monday',
      { received: '2018-02-10', responded: '2018-03-09', law: 'foisa', calendar: 'scotland' },
      { days: 20, inTime: true, limit: 20 },
    ],
    ['on the day of receipt is none', { received: '2022-09-05', responded: '2022-09-05' }, { days: 0, inTime: true, limit: 20 }],
    [
      'after a clarification counts from its receipt',
      { received: '2022-07-01', clarificationRequested: '2022-07-20', clarificationReceived: '2022-09-05', responded: '2022-10-04' },
      { days: 20, inTime: true, limit: 20 },
    ],
    [
      'within an extension recorded under FOIA keeps that limit',
      { received: '2022-09-05', responded: '2022-10-20', extended: { until: '2022-11-01' } },
      { days: 32, inTime: true, limit: 40 },
    ],
    [
      'after the extension is late',
      { received: '2022-09-05', responded: '2022-11-02', extended: { until: '2022-11-01' } },
      { days: 41, inTime: false, limit: 40 },
    ],
    [
      'an extension shorter than the limit takes nothing away',
      { received: '2022-09-05', responded: '2022-10-04', extended: { until: '2022-09-10' } },
      { days: 20, inTime: true, limit: 20 },
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(timeTaken(facts(given))).toEqual({ because: null, ...expected });
  });

  test.each([
    [
      'an extension beyond 40 days under the Regulations',
      { law: 'eir', received: '2022-09-05', responded: '2022-12-01', extended: { until: '2022-12-20' } },
      { days: 61, limit: 40 },
    ],
    [
      'an extension under FOISA, which has none',
      { law: 'foisa', received: '2022-09-05', responded: '2022-10-20', extended: { until: '2022-11-01' } },
      { days: 32, limit: 20 },
    ],
    ['a later day recorded as due', { received: '2022-09-05', responded: '2022-10-20', due: '2022-10-21' }, { days: 32, limit: 20 }],
  ] as const)('is counted but not called late with %s', (_, given, expected) => {
    const taken = timeTaken(facts(given));
    expect(taken).toMatchObject({ inTime: null, ...expected });
    expect(taken.because).toMatch(/^The .*\.$/);
  });

  test.each([
    ['The day the request was received is not stated.', { responded: '2022-09-05' }],
    ['The day of the answer is not stated.', { received: '2022-09-05' }],
    [
      'The authority asked what was meant; the day of the reply is not stated.',
      { received: '2022-09-05', clarificationRequested: '2022-09-06', responded: '2022-12-01' },
    ],
    ['The days that are stated are not in order.', { received: '2022-09-05', responded: '2022-09-04' }],
    [
      'The days that are stated are not in order.',
      { received: '2022-09-05', clarificationReceived: '2022-10-04', responded: '2022-10-03' },
    ],
    ['One of the days does not exist in the calendar.', { received: '2022-02-30', responded: '2022-03-04' }],
    ['Bank holidays are known here for 2005 to 2027 only.', { received: '2027-12-20', responded: '2028-01-10' }],
  ])('is not told: %s', (because, given) => {
    expect(timeTaken(facts(given))).toEqual({ ...NOT_TOLD, because });
  });

  test('is late only with a count above the limit, and never while something else explains it', () => {
    const optionalDay = fc.option(
      fc.integer({ min: 0, max: 200 }).map((n) => addDays('2022-06-01', n)),
      { nil: undefined },
    );
    const law = fc.constantFrom('foia', 'eir', 'foisa', 'eisr');
    fc.assert(
      fc.property(
        fc.record({
          received: optionalDay,
          responded: optionalDay,
          clarificationRequested: optionalDay,
          clarificationReceived: optionalDay,
          due: optionalDay,
          until: optionalDay,
          law,
        }),
        ({ until, ...given }) => {
          const taken = timeTaken({ ...given, extended: until === undefined ? undefined : { until }, calendar: calendarOf(given.law) });
          if (taken.inTime !== false) return;
          expect(taken.days).toBeGreaterThan(taken.limit);
          expect(given.clarificationRequested !== undefined && given.clarificationReceived === undefined).toBe(false);
          expect((given.responded ?? '') > (until ?? '')).toBe(true);
          expect((given.responded ?? '') > (given.due ?? '')).toBe(true);
        },
      ),
    );
  });
});

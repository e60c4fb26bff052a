import { describe, expect, test } from 'vitest';
import { bankHolidays, easterSunday, EXCEPTIONS, FIRST_YEAR, LAST_YEAR, PARTS } from '../../src/model/bank-holidays.ts';
import { weekday } from '../../src/model/dates.ts';

test.each([
  [2005, '2005-03-27'],
  [2008, '2008-03-23'],
  [2011, '2011-04-24'],
  [2016, '2016-03-27'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2027, '2027-03-28'],
])('Easter of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day);
});

describe('bank holidays as GOV.UK lists them', () => {
  test.each([
    ['england-and-wales', 2011, '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27'],
    ['england-and-wales', 2012, '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26'],
    ['england-and-wales', 2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
    ['england-and-wales', 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
    ['england-and-wales', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['england-and-wales', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['scotland', 2012, '01-02 01-03 04-06 05-07 06-04 06-05 08-06 11-30 12-25 12-26'],
    ['scotland', 2013, '01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26'],
    ['scotland', 2017, '01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26'],
    ['scotland', 2021, '01-01 01-04 04-02 05-03 05-31 08-02 11-30 12-27 12-28'],
    ['scotland', 2022, '01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27'],
    ['scotland', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['northern-ireland', 2014, '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26'],
    ['northern-ireland', 2018, '01-01 03-19 03-30 04-02 05-07 05-28 07-12 08-27 12-25 12-26'],
    ['northern-ireland', 2020, '01-01 03-17 04-10 04-13 05-08 05-25 07-13 08-31 12-25 12-28'],
  ] as const)('%s %i', (part, year, days) => {
    expect(bankHolidays(year, part)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });
});

test("St Andrew's Day is a bank holiday of Scotland from 2007", () => {
  expect(bankHolidays(2006, 'scotland')).not.toContain('2006-11-30');
  expect(bankHolidays(2007, 'scotland')).toContain('2007-11-30');
});

test('every listed day is a weekday of its year, once', () => {
  for (const part of PARTS) {
    for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
      const days = bankHolidays(year, part) ?? [];
      expect(days.filter((day) => weekday(day) === 0 || weekday(day) === 6 || !day.startsWith(`${year}-`))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    }
  }
});

test('a holiday that was moved is not listed on its old day', () => {
  for (const { instead, day } of EXCEPTIONS) {
    if (instead === null) continue;
    for (const part of PARTS) {
      expect(bankHolidays(Number(day.slice(0, 4)), part)).not.toContain(instead);
      expect(bankHolidays(Number(day.slice(0, 4)), part)).toContain(day);
    }
  }
});

test.each([2004, 2028, 2020.5, Number.NaN])('the bank holidays of %d are not known', (year) => {
  expect(bankHolidays(year, 'scotland')).toBeNull();
});

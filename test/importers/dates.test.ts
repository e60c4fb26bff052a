import { describe, expect, it } from 'vitest';
import { findDay, parseDay } from '../../src/importers/dates.ts';

describe('a day', () => {
  it.each([
    ['10 February 2018', '2018-02-10'],
    ['1 June 2017', '2017-06-01'],
    ['4^th March 2015', '2015-03-04'],
    ['4th March, 2015', '2015-03-04'],
    ['Monday 3rd July 2023', '2023-07-03'],
    ['1.1.2020', '2020-01-01'],
    ['29/01/18', '2018-01-29'],
    ['08/05/2025', '2025-05-08'],
    ['22-03-2014', '2014-03-22'],
    ['2023-04-27', '2023-04-27'],
    ['2023-04-27 14:05', '2023-04-27'],
    ['September 29, 2022', '2022-09-29'],
    ['4 Mawrth 2020', '2020-03-04'],
    ['12 Sept 2022', '2022-09-12'],
  ])('%s', (text, day) => expect(parseDay(text)).toBe(day));
});

describe('no day', () => {
  it.each([
    '18 May',
    '31 February 2020',
    '29/02/2019',
    '13/13/2020',
    '2021/22',
    '1.2.3.4',
    '0161 496 0000',
    '1 January 1066',
    'May 2020',
    '12/2020',
    '32 May 2020',
  ])('%s', (text) => expect(parseDay(text)).toBeNull());
});

it('a sentence with a day in it is no date, but the day can be found in it', () => {
  const text = 'your request received 7 December 2017, processed under the Act';
  expect(parseDay(text)).toBeNull();
  expect(findDay(text)).toMatchObject({ day: '2017-12-07' });
});

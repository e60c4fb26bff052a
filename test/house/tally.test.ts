import { expect, test } from 'vitest';
import { readVitestReport, totalLine } from './tally.ts';

const report = (...files: [status: string, ...tests: string[]][]): string =>
  JSON.stringify({
    testResults: files.map(([status, ...tests]) => ({ status, assertionResults: tests.map((test) => ({ status: test })) })),
  });

test.each([
  ['tests that pass, fail and are skipped are counted', report(['failed', 'passed', 'failed', 'pending', 'todo']), 1, [1, 1, 2]],
  ['files are added up', report(['passed', 'passed', 'passed'], ['passed', 'passed']), 0, [3, 0, 0]],
  ['a file that does not load is a failure', report(['passed', 'passed'], ['failed']), 1, [1, 1, 0]],
  ['a hook that throws is a failure, though its tests are skipped', report(['passed', 'passed'], ['failed', 'pending']), 1, [1, 1, 1]],
  ['an error outside any test is a failure', report(['passed', 'passed']), 1, [1, 1, 0]],
  ['a runner without a report is a failure', null, 0, [0, 1, 0]],
  ['a report cut off is a failure', '{"testResults": [', 0, [0, 1, 0]],
  ['not one test is a failure', report(), 0, [0, 1, 0]],
  ['nothing but skipped tests is a failure', report(['passed', 'pending']), 0, [0, 1, 1]],
])('%s', (_, json, exitCode, [passed, failed, skipped]) => {
  expect(readVitestReport(json, exitCode)).toMatchObject({ passed, failed, skipped: { length: skipped } });
});

test('the last line of a run is the number passed and failed', () => {
  expect(totalLine({ passed: 812, failed: 0, skipped: [] })).toBe('812 passed, 0 failed');
});

test('skipped tests are told by name', () => {
  const json = JSON.stringify({
    testResults: [{ status: 'passed', assertionResults: [{ status: 'pending', fullName: 'a page prints' }] }],
  });
  expect(readVitestReport(json, 0).skipped).toEqual(['a page prints']);
});

test('where only some files were asked for, a project may have none of them', () => {
  expect(readVitestReport(null, 0, true)).toEqual({ passed: 0, failed: 0, skipped: [] });
});

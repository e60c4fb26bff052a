/** What a runner of tests has done. */
export interface Tally {
  passed: number;
  failed: number;
  /** The names of the tests that were not run. */
  skipped: string[];
}

/** The line that `npm test` ends with. */
export function totalLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

/** What is read of Vitest's JSON report. */
interface VitestReport {
  testResults: { status: string; assertionResults: { status: string; fullName?: string }[] }[];
}

/**
 * Counts what Vitest reports. Never fewer than one failure when something went wrong that no test tells of: no report (the runner
 * broke down), a file that does not load, a hook that throws, an error outside any test, not one test found
 * (unless `mayBeEmpty`, when only some files were asked for).
 */
export function readVitestReport(json: string | null, exitCode: number, mayBeEmpty = false): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: [] };
  const files = parse(json);
  for (const file of files) {
    const states = file.assertionResults.map(({ status }) => status);
    const failed = states.filter((status) => status === 'failed').length;
    tally.passed += states.filter((status) => status === 'passed').length;
    tally.failed += failed || (file.status === 'failed' ? 1 : 0);
    for (const { status, fullName } of file.assertionResults)
      if (status !== 'passed' && status !== 'failed') tally.skipped.push(fullName ?? 'a test without a name');
  }
  const untold = exitCode !== 0 || (tally.passed === 0 && !mayBeEmpty);
  if (tally.failed === 0 && untold) tally.failed = 1;
  return tally;
}

function parse(json: string | null): VitestReport['testResults'] {
  try {
    return (JSON.parse(json ?? '{}') as Partial<VitestReport>).testResults ?? [];
  } catch {
    return [];
  }
}

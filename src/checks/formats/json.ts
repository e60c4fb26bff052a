import { NOT_CHECKED, type CheckReport } from '../report.ts';

/** `check --format json`: exactly `{findings, notInspected, summary}`; what was accepted is in the summary. */
export function formatJson({ findings, accepted, notInspected, counts }: CheckReport): string {
  const summary = { ...counts, acknowledged: accepted, notChecked: NOT_CHECKED };
  return JSON.stringify({ findings, notInspected, summary }, null, 2);
}

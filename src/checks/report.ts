import type { AnyFinding } from '../model/finding.ts';
import type { AcceptedFinding } from './acknowledged.ts';

/** What a check found, however it is printed. */
export interface CheckReport {
  findings: readonly AnyFinding[];
  /** What a person has accepted: shown, and it stops nothing. */
  accepted: readonly AcceptedFinding[];
  notInspected: readonly { file: string; because: string }[];
  /** Numbers, by name: of entries by state, of files looked into. */
  counts: Readonly<Record<string, number>>;
}

/** What no rule looks for. Said in every format: a report without findings is no promise. */
export const NOT_CHECKED: readonly string[] = [
  'What pictures, scans, sound and film show or say: no picture is read, and nobody is recognised.',
  'Names of people in running text, and whether somebody can be recognised from what is told about them.',
  'Whether an answer is right, and whether what it gives may be given.',
  'Whether figures of several tables or answers, put together, tell of one person.',
];

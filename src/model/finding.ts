import type { Rule } from './rules.ts';

/**
 * One thing wrong, or worth a second look, in a log: the one shape that every reader, check and command reports in.
 * `check --format json` prints exactly this. `Id` is what rules it can name: those of a log, or with `string` those about files as well.
 */
export interface Finding<Id extends string = Rule> {
  /** Stable kebab-case name of the rule, by which documentation addresses it: `unknown-key`. */
  rule: Id;
  /** `block` stops publication (exit 1, nothing written); `warn` does not. */
  severity: 'block' | 'warn';
  /** The file, as a path the reader can open: relative to the working directory where it lies below it. */
  file: string;
  /** First line is 1; `null` when the finding is about the file as a whole. */
  line: number | null;
  /** First column is 1; `null` with `line`. */
  column: number | null;
  /** The place in the reader's words: a field (`questions[2].outcome`), a sheet, a page; `null` when the line says it all. */
  where: string | null;
  /** What is wrong and what was expected, in one sentence. */
  message: string;
  /** How to mend it, in one sentence that starts with a verb. */
  fix: string;
}

/** A finding before it knows its file: what readers of a single text return. */
export type FindingInText = Omit<Finding, 'file'>;

/** A finding of any rule, of a log or about a file. */
export type AnyFinding = Finding<string>;

/** True when something found stops publication. */
export function blocks(findings: readonly Pick<AnyFinding, 'severity'>[]): boolean {
  return findings.some(({ severity }) => severity === 'block');
}

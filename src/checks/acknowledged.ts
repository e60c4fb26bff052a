import type { AnyFinding } from '../model/finding.ts';

/** What a person has accepted, as the front matter of an entry has it, with where it stands there. */
export interface Acknowledgement {
  rule: string;
  /** The file's name. */
  file: string;
  /** Of the bytes that the person looked at, in hexadecimal. */
  sha256: string;
  reason: string;
  /** A role, not a name. */
  by: string;
  on: string;
  /** The entry that says so. */
  place: { file: string; line: number | null; column: number | null; where: string };
}

/** A finding that a person has accepted: reported, and it stops nothing. */
export interface AcceptedFinding extends AnyFinding {
  reason: string;
  by: string;
  on: string;
}

/**
 * Takes out of a file's findings what was accepted for exactly these bytes. An acknowledgement that accepts nothing is a finding of its own: the file
 * has changed since, or the rule finds nothing in it.
 */
export function accept(
  findings: readonly AnyFinding[],
  sha256: string | null,
  acknowledged: readonly Acknowledgement[],
): { findings: AnyFinding[]; accepted: AcceptedFinding[] } {
  const isThese = (each: Acknowledgement) => each.sha256.trim().toLowerCase() === sha256;
  const left: AnyFinding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const its = acknowledged.find((each) => each.rule === finding.rule && isThese(each));
    if (its) accepted.push({ ...finding, reason: its.reason, by: its.by, on: its.on });
    else left.push(finding);
  }
  const stale = acknowledged.filter((each) => !(isThese(each) && findings.some(({ rule }) => rule === each.rule)));
  return { findings: [...left, ...stale.map((each) => staleFinding(each, sha256, isThese(each)))], accepted };
}

function staleFinding({ rule, file, place }: Acknowledgement, sha256: string | null, isThese: boolean): AnyFinding {
  const changed = {
    message: `“${file}” has changed since “${rule}” was accepted in it: the acknowledgement no longer counts`,
    fix: 'Look at the file again. ',
  };
  const nothing = { message: `The rule “${rule}” finds nothing in “${file}” that could be accepted`, fix: 'Delete the acknowledgement.' };
  const words = isThese
    ? nothing
    : {
        ...changed,
        fix: `${changed.fix}If it is still right, write sha256: ${sha256 ?? 'of the new bytes'}; else delete the acknowledgement.`,
      };
  return { rule: 'stale-acknowledgement', severity: 'warn', ...place, ...words };
}

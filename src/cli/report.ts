import pc from 'picocolors';
import type { LoadedLog } from '../log/load-log.ts';
import type { AnyFinding } from '../model/finding.ts';

/** `path:line:column  severity  what is wrong, what was expected  [rule]`, and the mend on the line below. */
export function formatFinding(finding: AnyFinding, colour: boolean): string {
  const { bold, dim, red, yellow } = pc.createColors(colour);
  const place = [finding.file, finding.line, finding.column].filter((part) => part !== null).join(':');
  const severity = finding.severity === 'block' ? red('error') : yellow('warning');
  return `${bold(place)}  ${severity}  ${finding.message}  ${dim(`[${finding.rule}]`)}\n    ${finding.fix}`;
}

/** `3 errors and 1 warning in 2 files`; `No problems found` where there is none. */
export function summarise(findings: readonly AnyFinding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'block').length;
  const warnings = findings.length - errors;
  if (findings.length === 0) return 'No problems found';
  const parts = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')].filter(Boolean);
  return `${parts.join(' and ')} in ${count(new Set(findings.map(({ file }) => file)).size, 'file')}`;
}

/** `1 entry`, `1,204 entries` */
export function count(number: number, one: string, many = one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** `46 entries: 43 published, 1 draft, 1 under embargo, 1 withdrawn.` */
export function describeCounts(counts: LoadedLog['counts']): string {
  const parts = [
    `${counts.published.toLocaleString('en-GB')} published`,
    counts.drafts > 0 && count(counts.drafts, 'draft'),
    counts.embargoed > 0 && `${counts.embargoed.toLocaleString('en-GB')} under embargo`,
    counts.withdrawn > 0 && `${counts.withdrawn.toLocaleString('en-GB')} withdrawn`,
  ];
  return `${count(counts.entries, 'entry')}: ${parts.filter(Boolean).join(', ')}.`;
}

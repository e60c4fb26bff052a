import pc from 'picocolors';
import { NOT_CHECKED, type CheckReport } from '../checks/report.ts';
import type { Terminal } from './command.ts';
import { formatFinding, summarise } from './report.ts';

/**
 * A check for people: findings to standard output; then, where it is read last, what was accepted, what was not inspected and what is never checked.
 * @param closing what was looked at, in a sentence
 */
export function writeReport(report: CheckReport & { hashes: ReadonlyMap<string, string> }, closing: string, terminal: Terminal): void {
  const { findings, accepted, notInspected, hashes } = report;
  const { bold, dim } = pc.createColors(terminal.colour);
  for (const finding of findings) terminal.out(formatFinding(finding, terminal.colour));
  for (const { file, rule, message, by, on, reason } of accepted)
    terminal.note(`${bold(file)}  accepted  ${message}  ${dim(`[${rule}]`)}\n    By ${by} on ${on}: ${reason}`);
  for (const { file, because } of notInspected) terminal.note(`${bold(file)}  not inspected  ${because}`);
  const files = [...new Set(findings.map(({ file }) => file))].filter((file) => hashes.has(file));
  if (files.length > 0) {
    terminal.note(
      '\nTo accept a finding, write its rule and the sha256 of its file under acknowledged (docs/rules.md#accepting-a-finding):',
    );
    for (const file of files) terminal.note(`  ${hashes.get(file)}  ${file}`);
  }
  if (findings.length > 0) terminal.note(`\ndisclosure-log check --explain ${findings[0]?.rule ?? 'RULE'} tells more of a rule.`);
  terminal.note(`Not checked by any rule:\n${NOT_CHECKED.map((line) => `  ${line}`).join('\n')}`);
  terminal.note(`${summarise(findings)}. ${closing}`);
}

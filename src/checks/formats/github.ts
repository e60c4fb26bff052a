import type { AnyFinding } from '../../model/finding.ts';
import { NOT_CHECKED, type CheckReport } from '../report.ts';

/**
 * `check --format github`: workflow commands, which GitHub Actions shows beside the lines of a change.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub({ findings, accepted, notInspected }: CheckReport): string {
  const lines = [
    ...findings.map((finding) => annotation(finding.severity === 'block' ? 'error' : 'warning', finding, wordsOf(finding))),
    ...accepted.map((finding) =>
      annotation('notice', finding, `Accepted by ${finding.by} on ${finding.on}: ${finding.message}. ${finding.reason}`),
    ),
    ...notInspected.map(({ file, because }) => command('notice', { file, title: 'Not inspected' }, because)),
    command('notice', { title: 'What is not checked' }, NOT_CHECKED.join('\n')),
  ];
  return lines.join('\n');
}

function wordsOf({ message, fix, where, rule }: AnyFinding): string {
  return `${message}${where ? ` (${where})` : ''}. ${fix}\ndisclosure-log check --explain ${rule} tells more.`;
}

function annotation(level: string, { file, line, column, rule }: AnyFinding, words: string): string {
  return command(level, { file, ...(line === null ? {} : { line, col: column ?? 1 }), title: rule }, words);
}

function command(level: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(message)}`;
}

/** Texts come from files: none of them may begin a command of its own. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

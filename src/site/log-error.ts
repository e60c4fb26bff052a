import type { AnyFinding } from '../model/finding.ts';

/** What stops a build, as text: every finding with its file, line and mend. */
export class LogError extends Error {
  constructor(findings: readonly AnyFinding[]) {
    const lines = findings.filter(({ severity }) => severity === 'block').map(lineOf);
    super(`The log has ${lines.length} problem${lines.length === 1 ? '' : 's'}; nothing was published.\n${lines.join('\n')}`);
    this.name = 'LogError';
  }
}

export function lineOf({ file, line, column, message, fix, rule }: AnyFinding): string {
  const place = [file, line, column].filter((part) => part !== null).join(':');
  return `${place}  ${message}. ${fix}  [${rule}]`;
}

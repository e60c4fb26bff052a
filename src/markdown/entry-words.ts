import { hash } from 'node:crypto';
import type { FrontMatter } from '../model/entry.ts';
import type { FindingInText } from '../model/finding.ts';
import { checkWords } from './check-words.ts';
import type { SplitText } from './front-matter.ts';

/** The words of the whole file, but for what its front matter acknowledges. */
export function checkAllWords(text: string, { yaml, body, bodyLine }: SplitText, allowed: ReadonlySet<string>): FindingInText[] {
  const stated = yaml.includes('acknowledged:')
    ? yaml.replace(/^acknowledged:.*(?:\n[ \t-].*)*/m, (lines) => lines.replace(/[^\n]/g, ''))
    : yaml;
  // Groups and lists stand in the brackets in which a template says what to write.
  const fields = stated.replace(/(?<!\{)\{(?!\{)|(?<!\})\}(?!\})|[[\]]/g, ' ');
  const marks = text.startsWith('\uFEFF') ? 1 : 0;
  return [...checkWords(fields, 2, allowed), ...checkWords(body, bodyLine, allowed)].map((finding) =>
    finding.line === 1 && finding.column !== null ? { ...finding, column: finding.column + marks } : finding,
  );
}

/** The name under which front matter accepts words of the entry's own text, and what binds the acceptance to it. */
export const OWN_TEXT = 'index.md';

/** What `acknowledged` names for the entry's own text: of the text below the front matter, so that it does not change with what is written there. */
export function hashOfText(body: string): string {
  return hash('sha256', body, 'hex');
}

/** Takes out of the findings about words those that a person has accepted for exactly this text. */
export function acceptWords(
  findings: FindingInText[],
  acknowledged: NonNullable<FrontMatter['acknowledged']>,
  body: string,
): { findings: FindingInText[]; accepted: FindingInText[] } {
  const own = acknowledged.filter(({ file }) => file === OWN_TEXT);
  const sha256 = own.length > 0 ? hashOfText(body) : '';
  const isAccepted = ({ rule }: FindingInText) => own.some((each) => each.rule === rule && each.sha256.trim().toLowerCase() === sha256);
  return { findings: findings.filter((each) => !isAccepted(each)), accepted: findings.filter(isAccepted) };
}

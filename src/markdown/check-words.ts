import type { FindingInText } from '../model/finding.ts';
import { ALONE, type Near } from '../model/text-rules/text-rule.ts';
import { findInLine, TEXT_RULES, type TextRuleId } from '../model/text-rules/text-rules.ts';

/** Of the line before, in characters: enough for the words that name what follows. */
const LABEL = 60;

/**
 * What words of a text should not be published: what tells who a person is, greetings, what a template left behind. One finding a rule and line.
 * @param firstLine the line of the file on which `text` begins
 */
export function checkWords(text: string, firstLine: number, allowed: ReadonlySet<string>): FindingInText[] {
  const findings: FindingInText[] = [];
  let before = '';
  let headings: string[] | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    const isRow = line.trimStart().startsWith('|');
    headings = isRow ? (headings ?? cellsOf(line)) : null;
    const found = isRow && headings ? findInRow(line, headings, allowed) : findInLine(line, allowed, { ...ALONE, label: before });
    const byRule = new Map<TextRuleId, { column: number; count: number }>();
    for (const { rule, match } of found) {
      const same = byRule.get(rule);
      if (same) same.count += 1;
      else byRule.set(rule, { column: match.index + 1, count: 1 });
    }
    for (const [rule, { column, count }] of byRule) findings.push(findingOf(rule, count, index + firstLine, column));
    if (line.trim() !== '') before = line.slice(-LABEL);
  }
  return findings;
}

/** A row of a table: each cell stands under its heading and beside the others. */
function findInRow(line: string, headings: readonly string[], allowed: ReadonlySet<string>): ReturnType<typeof findInLine> {
  const found = findInLine(line, allowed);
  const places = new Set(found.map(({ rule, match }) => `${rule} ${match.canonical}`));
  const near = (label: string): Near => ({ label, beside: () => `${headings.join(', ')}, ${line}`.slice(0, 4000) });
  let from = 0;
  for (const [column, cell] of line
    .replace(/^\s*\|/, '')
    .split('|')
    .entries()) {
    const at = line.indexOf(cell, from);
    from = at + cell.length;
    for (const { rule, match } of findInLine(cell.trim(), allowed, near(headings[column] ?? '')))
      if (!places.has(`${rule} ${match.canonical}`))
        found.push({ rule, match: { ...match, index: match.index + at + cell.search(/\S|$/) } });
  }
  return found;
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\s*\|/, '')
    .split('|')
    .map((cell) => cell.trim());
}

function findingOf(rule: TextRuleId, count: number, line: number, column: number): FindingInText {
  const { severity, one, many, mend } = TEXT_RULES[rule];
  const what = count === 1 ? one : `${count} ${many}`;
  return { rule, severity, line, column, where: null, message: `${what.charAt(0).toUpperCase()}${what.slice(1)} in the text`, fix: mend };
}

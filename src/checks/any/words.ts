import { describePlace, type Reading } from '../../attachments/reading.ts';
import { KINDS, type Kind } from '../../attachments/kinds.ts';
import { findInLine, IDENTIFIERS, TEXT_RULES, type TextRuleId } from '../../model/text-rules/text-rules.ts';
import { passagesOf, type Passage } from '../passages.ts';
import type { FileInHand, FileRule, Problem } from '../rule.ts';

/** The rules about words as rules about files: in what a reader sees, and in what is hidden as well. */
export const WORD_RULES: readonly FileRule[] = (Object.keys(TEXT_RULES) as TextRuleId[]).map((id) => {
  const { severity, finds, why, mend } = TEXT_RULES[id];
  const find = (reading: Reading, file: FileInHand) => (wordsIn(reading, file).get(id) ?? []).map((found) => problemOf(id, found));
  return { id, severity, kinds: Object.keys(KINDS) as Kind[], finds, why, mend: { any: mend }, find };
});

/** What one rule found among what is seen, or among what is hidden: a cause each. */
interface Found {
  count: number;
  first: Passage;
}

let last: { reading: Reading; found: Map<TextRuleId, Found[]> } | null = null;

/** One pass for all rules about words: they are asked one after the other of the same reading. */
function wordsIn(reading: Reading, { allowed }: FileInHand): Map<TextRuleId, Found[]> {
  if (last?.reading === reading) return last.found;
  const found = new Map<TextRuleId, Found[]>();
  const allowedSet = new Set(allowed);
  for (const passage of passagesOf(reading))
    for (const { rule } of findInLine(passage.line, allowedSet, passage.near)) {
      const its = found.get(rule) ?? [];
      found.set(rule, its);
      const same = its.find(({ first }) => first.isHidden === passage.isHidden);
      if (same) same.count += 1;
      else its.push({ count: 1, first: passage });
    }
  last = { reading, found };
  return found;
}

function problemOf(id: TextRuleId, { count, first }: Found): Problem {
  const { one, many } = TEXT_RULES[id];
  const what = count === 1 ? one : `${count.toLocaleString('en-GB')} ${many}`;
  const words = `${what.charAt(0).toUpperCase()}${what.slice(1)}${first.isHidden ? ' in what the file holds and does not show' : ''}`;
  const at = describePlace(first.place);
  return { place: first.place, message: at === '' ? words : `${words}, ${count === 1 ? '' : 'the first '}in ${at}` };
}

/** Identifiers in the name of a file; an e-mail address there is of the rule about names. */
export function wordsOfName({ name, allowed }: FileInHand): (Problem & { rule: string })[] {
  const rules = new Set(findInLine(name.replace(/_/g, ' '), new Set(allowed)).map(({ rule }) => rule));
  rules.delete('email-address');
  return [...rules]
    .filter((rule) => rule in IDENTIFIERS)
    .map((rule) => ({ rule, place: {}, message: `The file’s name seems to hold ${TEXT_RULES[rule].one}` }));
}

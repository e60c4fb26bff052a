import type { Segment } from './answers.ts';
import { textBlock, type Block } from './block.ts';
import { findMentions } from './mentions.ts';
import { placeOf } from './question-places.ts';
import type { Question } from './questions.ts';
import { sentencesOf } from './sentences.ts';

/** What the authority says outside the answers: about some questions by number, or about the request as a whole. */
export interface Passages {
  /** About one question: by its place in the list. */
  about: Map<number, Block[]>;
  /** About no question in particular. */
  general: Block[];
  /** Numbers by which questions are spoken of, with the words: `7` → `“question 7”, line 97`. */
  cited: Map<string, string>;
}

/** A question is only pointed at, and nothing said about it. */
const POINTER =
  /\b(?:see|refer to|as per|as in|as for|response to|answers? to|answered (?:in|at|under)|set out in|given in)\s+(?:the |our |your )?(?:answers? (?:to|for) |response (?:to|for) )?(?:questions?|q\.? ?\d|parts?|points?)/i;

/** Sorts the sentences outside of answers by the questions they are about. A list after a colon belongs to the sentence before it. */
export function sortPassages(blocks: readonly Block[], questions: readonly Question[]): Passages {
  const about = new Map<number, Block[]>();
  const general: Block[] = [];
  const cited = new Map<string, string>();
  let target: number[] | null = null;
  let opened = false;
  for (const each of blocks) {
    if (each.kind === 'table' || each.figures || each.quote) continue;
    if (!opened) target = null;
    const sentences = sentencesOf(each.text);
    for (const { text } of sentences) {
      const mentions = findMentions(text);
      const places = [...new Set(mentions.flatMap(({ numbers }) => numbers.flatMap((number) => placeOf(questions, number))))];
      for (const mention of mentions)
        for (const number of mention.numbers)
          if (!cited.has(number)) cited.set(number, `“${text.slice(mention.start, mention.end).trim()}”, line ${each.line}`);
      if (places.length > 0 && !POINTER.test(text)) target = places;
      else if (mentions.length > 0) target = null;
      const part = textBlock('paragraph', each.line, text);
      if (target === null) general.push(part);
      else for (const place of target) about.set(place, [...(about.get(place) ?? []), part]);
      // A sentence that only names the questions in passing says nothing of what follows it.
      if (mentions.length > 0 && !mentions.some(({ leads }) => leads) && !/:$/.test(text)) target = null;
    }
    const last = sentences.at(-1)?.text ?? '';
    const lists = /:$/.test(last) || /\bfollowing (?:exemptions?|exceptions?|sections?)\.?$/i.test(last);
    const listed: boolean = opened && each.text.length < 140 && target !== null;
    opened = lists || listed;
  }
  return { about, general, cited };
}

/** Numbers cited in answers too: they show how the page counts. */
export function citedIn(segments: readonly Segment[]): Map<string, string> {
  const cited = new Map<string, string>();
  for (const { blocks } of segments)
    for (const each of blocks)
      for (const mention of each.kind === 'table' ? [] : findMentions(each.text))
        for (const number of mention.numbers)
          if (!cited.has(number)) cited.set(number, `“${each.text.slice(mention.start, mention.end).trim()}”, line ${each.line}`);
  return cited;
}

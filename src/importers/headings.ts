import { answerNumbersOf, reasonKindOf } from '../markdown/part-headings.ts';
import { sectionKindOf } from '../markdown/section-headings.ts';
import type { ReasonKind } from '../markdown/body.ts';
import { shownText, type Block } from './block.ts';
import { findDay } from './dates.ts';
import { readMarker } from './markers.ts';

/** A line that is marked as a heading, or bold as a whole. */
export function isMarkedHeading(each: Block): boolean {
  return each.kind === 'heading' || (each.kind === 'paragraph' && each.strong);
}

const WORD =
  /^(?:(?:the |your |our |my |foi |freedom of information |original |full |initial )*(?:request(?:s| details| text| for information)?|questions?)(?: (?:was|is|were|are|as follows|details|received|made|text|for information))*|details of (?:your |the )?request|information (?:you )?(?:have )?(?:requested|sought|asked for)|(?:what )?you (?:have )?(?:asked|requested)(?: for| us)?(?: the following)?(?: information)?)$/i;
const REPLY =
  /^(?:the |your |our |foi |full |initial |final |\p{L}[\p{L}'’ ]{0,40} )?(?:response|reply|answer)s?(?: (?:to|from|sent|provided|is|was|as follows|letter|details|text)\b.{0,60})?$/iu;
const BOTH =
  /^(?:(?:your |the |foi )?(?:requests?|questions?) (?:and|&) (?:our |the )?(?:answers?|responses?|repl(?:y|ies))|q ?(?:and|&) ?a|cais ac ymateb)$/i;

/**
 * What a line announces when it stands alone as a heading over a section. `both`: request and answer follow each other under it.
 * Headings that are not marked as such must be words of the vocabulary, or end with a colon.
 */
export function sectionOf(each: Block): 'request' | 'response' | 'attachments' | 'both' | null {
  if (each.kind === 'table' || each.text.length > 90) return null;
  if (each.kind === 'item' && !/^\d/.test(each.marker?.raw ?? '')) return null;
  const text = each.text.trim();
  // "Response 22-03-2014", "Response (sent 3 May 2019)": the day is no part of the heading's meaning.
  const day = text.length < 60 ? findDay(text) : null;
  if (day && /:\s*$/.test(text.slice(0, day.start))) return null;
  const bare = (day ? text.slice(0, day.start) : text).replace(/[\s:.–—(-]+(?:sent|dated|issued)?[\s:.–—(-]*$/i, '');
  if (BOTH.test(bare)) return 'both';
  const known = sectionKindOf(bare);
  const marked = isMarkedHeading(each) || /:$/.test(text);
  // A lone word such as "Documents" or "Decision" in running text is a heading only where it is marked as one.
  if (known)
    return marked ||
      !/^(?:documents?|files|downloads|disclosure|questions?|reply|decision|attachment|dogfennau)$/i.test(bare) ||
      (!each.tight && /^\p{Lu}/u.test(bare))
      ? known
      : null;
  if (!marked || answersOf(each)) return null;
  if (WORD.test(bare)) return 'request';
  return REPLY.test(bare) ? 'response' : null;
}

/** The step of reasoning that a line announces, where it is a heading; in running text only lines that cannot be a sentence. */
export function reasonOf(each: Block, next: Block | undefined): ReasonKind | null {
  const text = shownText(each);
  if (each.kind === 'table' || text.length > 130 || /[.;,]$/.test(text)) return null;
  const kind = reasonKindOf(text);
  if (!kind) return null;
  const cites = /^(?:sections?|regulations?|s\.?|reg\.?) ?\d/i.test(text);
  if (cites) return isMarkedHeading(each) && next?.kind === 'paragraph' && !next.strong && next.text.length > 90 ? kind : null;
  if (isMarkedHeading(each) || text === text.toUpperCase()) return kind;
  const sentence = /\b(?:is|are|was|were|has|have|you|we|i|please|may|must|will)\b/i.test(
    text.replace(/\b(?:is|are) (?:or is |or are )?(?:held|not held|engaged)\b|whether any information is held|if you are|how you/gi, ''),
  );
  return each.kind === 'paragraph' && !sentence && text.split(' ').length <= 22 && next !== undefined ? kind : null;
}

/** The numbers of the questions that a heading answers: `Question 1`, `Answers 2 & 3`, `Response to question 4`; `null` where it is none. */
export function answersOf(each: Block): string[] | null {
  const text = shownText(each);
  if (text.length > 70 || each.kind === 'table' || /[?]$/.test(text)) return null;
  const bare = text.replace(/[\s:.–—-]+$/, '');
  // "Q1 – 52" is an answer of 52; "Questions 1 – 3" and "Q1-3" are three questions.
  if (/^\d/.test(bare) || /^(?:q|question|request|answer)\.?\s?\d{1,3}\s+[–—-]\s+\d/i.test(bare)) return null;
  const numbers = answerNumbersOf(bare);
  if (!numbers) return null;
  // Nothing but the label: words after the number make it a sentence or a labelled question.
  const rest = bare
    .replace(
      /^(?:(?:our |the )?(?:answers?|responses?|reply|repl(?:y|ies)) (?:to |for )?)?(?:questions?|qs?|requests?|parts?|points?|cwestiwn|cwestiynau|answers?|responses?|a)\b[\s.:]*/i,
      '',
    )
    .replace(/\b(?:and|to|a)\b|[\d\s,;&–—().-]|\b[a-z]\b/gi, '');
  return rest === '' || /^(?:questions?|q|requests?)+$/i.test(rest) ? numbers : null;
}

/** Only the label of a question: `Question 1`, `Request 2:`, `Q3.` with nothing after it. */
export function questionLabelOf(each: Block): string | null {
  const found = readMarker(shownText(each));
  return found?.marker.kind === 'label' && found.rest === '' ? found.marker.value : null;
}

import { spellOut } from '../markdown/part-headings.ts';

/** A place where a text speaks of questions by number: `In relation to Q2`, `questions 1, 3 and 4`, `your second question`. */
export interface Mention {
  numbers: string[];
  start: number;
  end: number;
  /** The sentence is about them: `With regard to question 2, …`, `Question 4 is exempt`; not `see question 2`. */
  leads: boolean;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'] as const;
const NUMBER = String.raw`\d{1,2}[a-z]?(?:\([a-z]{1,4}\))?`;
const LIST = String.raw`${NUMBER}(?:\s{0,2}(?:,|;|&|–|-|\band\b|\bto\b|\bor\b|, and)\s{0,2}(?:q\.?\s?|questions?\s|points?\s|parts?\s)?${NUMBER}){0,20}`;
const LEADING = String.raw`(?:(?:also|and|however|further|additionally|similarly|finally|firstly|secondly|but),?\s)?(?:(?:with|in|as)\s(?:regards?|respect|relation|reference|response|answer|reply|regard)(?:\s(?:to|of))?|regarding|concerning|turning to|as for|as to|for|in terms of|to answer|on|under|re:?)\s(?:(?:the\s)?information (?:requested )?(?:in|at|for|under|relating to)\s)?(?:your\s|the\s|both\s)?`;
const WORD = String.raw`(?:questions?|requests?|parts?|points?|items?|q[s.]?)\s?(?:numbers?\s|nos?\.?\s)?`;
const BY_NUMBER = new RegExp(
  String.raw`(?:^(${LEADING}))?\b${WORD}(${LIST})(?![\d/(]|\s?(?:days?|working|hours|%|per)|\s(?:19|20)\d\d)`,
  'gi',
);
const BY_ORDINAL = new RegExp(
  String.raw`(?:^(${LEADING}))?\b(?:your|the)?\s?\b(${ORDINALS.join('|')})(?:\s(?:and|&)\s(${ORDINALS.join('|')}))?\s(?:questions?|requests?|points?|parts? of (?:your|the) request)`,
  'gi',
);

/** The first mention of questions in a text; `null` where there is none. */
export function findMention(text: string): Mention | null {
  return findMentions(text)[0] ?? null;
}

/** Every mention of questions in a text, in its order. */
export function findMentions(text: string): Mention[] {
  if (!/q|request|part|point|item/i.test(text)) return [];
  const found: Mention[] = [];
  for (const match of text.matchAll(BY_NUMBER)) {
    const numbers = spellOut((match[2] ?? '').replace(/\bor\b/gi, ','));
    const subject =
      match.index === 0 &&
      /^\s*(?:[–—:-]|is\b|are\b|was\b|has\b|have\b|–|can\b|cannot\b|relates?\b|asks?\b|would\b)/i.test(text.slice(match[0].length));
    if (numbers.length > 0)
      found.push({ numbers, start: match.index, end: match.index + match[0].length, leads: match[1] !== undefined || subject });
  }
  for (const match of text.matchAll(BY_ORDINAL)) {
    const numbers = match
      .slice(2, 4)
      .flatMap((word) => (word ? [String(ORDINALS.indexOf(word.toLowerCase() as (typeof ORDINALS)[number]) + 1)] : []));
    found.push({ numbers, start: match.index, end: match.index + match[0].length, leads: match[1] !== undefined });
  }
  return found.sort((a, b) => a.start - b.start);
}

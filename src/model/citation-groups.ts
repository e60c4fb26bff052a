import type { Law } from './laws.ts';
import type { Unit } from './legislation.ts';
import { continueLevels, readBelow, readLevels, type Levels } from './provision-grammar.ts';

/** One number of a citation: `31(3)` of "Sections 24(2) and 31(3)". `start` takes in the word before the first. */
export interface CitedItem {
  levels: Levels;
  start: number;
  end: number;
}

/** The numbers that one word introduces. */
export interface CitationGroup {
  /** `ground`: after "exemption" or "exception", without a section word. `law`: straight after the law's short name. */
  opening: Unit | 'ground' | 'law';
  /** The opening word as written. */
  word: string;
  start: number;
  end: number;
  items: [CitedItem, ...CitedItem[]];
}

/** In English, and in Welsh (`adran`, `rheoliad`). Found from the number backwards: digits are rare, and the letters of these words are not. */
const OPENING =
  /\d(?<=(?<![\p{L}\p{N}])(?:(?<section>sections?(?:\(s\))?|adran(?:nau)?|secs?\.?|ss?\.?)|(?<regulation>regulations?(?:\(s\))?|rh?eoliad(?:au)?|regs?\.?)|(?<ground>(?:exemptions?|exceptions?|exempt)(?:\s{1,4}(?:at|under|in|by\s{1,3}virtue\s{1,3}of|of))?(?=\s))|(?<law>FOISA|FOIA|EISRs?|EIRs?)(?=\s))(?<blanks>\s{0,9})\d)/giu;
/** What stands before a word that is no opening: `sub-section 2`, `it's 40`, `U.S. 12`. */
const NO_OPENING = /(?:['’‘`´]|sub\s|-|[^\s]\.)$/i;
const PLURAL = /^(?:sections|secs|ss|adrannau|regulations|regs|rh?eoliadau)|\(s\)/i;

const SEPARATOR =
  /\s{0,4}(?:,\s{0,4}(?:and\b|or\b|&)?|;\s{0,4}(?:and\b|or\b)?|&|\+|and\/or\b|and\b|or\b|ac?\b|neu\b|\/|to\b|-|–|as\s+well\s+as\b|plus\b)\s{0,4}/iy;
/** Separators that also stand between other things: `Section 31 – 12 officers`, `s.12/21`. */
const WEAK = /[/–-]|to/i;
/** A gloss in brackets between the numbers of a list: `18 (wounding), 20 (assault) and 29`. */
const GLOSS = /\s{0,2}\((?=\s?\p{L})[^()\n]{3,80}\)(?=\s{0,3}(?:,|;|&|and\b|or\b))/uy;
/** What cannot follow a number that stands for a provision: `4.2`, `12,000`, `10:30`, `40%`, `12/21`, `31-1234`. */
const NO_END = /\s{0,2}%|[.,:/-]\d|\.\p{Ll}|-\p{Lu}{2,}\d/uy;
/** After a further number without levels: words that a count would have. */
const COUNTS =
  /\s{0,3}(?:per\b|percent|hours?\b|days?\b|weeks?\b|months?\b|years?\b|minutes?\b|working\b|people\b|persons?\b|officers?\b|staff\b|requests?\b|cases?\b|records?\b|pages?\b|questions?\b|of\s+(?:these|those|them|which|whom|the\s+\d|\d))/iy;
/** After a further number without levels where the word is singular: what shows that it is a provision. */
const GOES_ON =
  /\s{0,3}(?:$|[.;)\],&–]|and\b|or\b|of\b|are\b|is\b|was\b|were\b|appl|both\b|exempt|under\b|FOI|do(?:es)?\b|would\b|which\b|\()/iy;

const CLOSED = /[ \t]{0,3}(?:[)\]\n]|$)/y;

function matches(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Every group of numbers with a word before it, in reading order. Whose law they are is not asked here. */
export function readCitationGroups(text: string): CitationGroup[] {
  const groups: CitationGroup[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const group = readGroup(text, match);
    if (!group) continue;
    groups.push(group);
    OPENING.lastIndex = group.end;
  }
  return groups;
}

function readGroup(text: string, { index: at, groups = {} }: RegExpExecArray): CitationGroup | null {
  const { section, regulation, ground, law, blanks = '' } = groups;
  const opening = law !== undefined ? 'law' : ground !== undefined ? 'ground' : section !== undefined ? 'section' : 'regulation';
  const word = section ?? regulation ?? ground ?? law ?? '';
  const from = at - blanks.length - word.length;
  const before = text.slice(Math.max(0, from - 4), from);
  // A sentence may have lost the space after its full stop, but then its section word is written out.
  if (NO_OPENING.test(before) && (word.length < 4 || !/\.$/.test(before))) return null;
  if (word.length < 4 && before.endsWith('/')) return null;
  const first = readLevels(text, at);
  if (!first) return null;
  const start = opening === 'ground' ? at : from;
  const items: [CitedItem, ...CitedItem[]] = [{ levels: first.levels, start, end: first.end }];
  for (let next = readNext(text, items, word); next; next = readNext(text, items, word)) items.push(next);
  const end = items.at(-1)!.end;
  // "FOIA 40(2)" is a citation, "under FOIA 21" may be a count, unless brackets or a line hold nothing else.
  if (opening === 'law' && items.length === 1 && first.levels.length === 1 && !matches(CLOSED, text, end)) return null;
  return matches(NO_END, text, end) ? null : { opening, word, start: from, end, items };
}

/** The next number of a list, or the next level (`& (b)`); `null` where the list ends. */
function readNext(text: string, items: readonly CitedItem[], word: string): CitedItem | null {
  const last = items.at(-1)!;
  const gloss = matches(GLOSS, text, last.end);
  // "31(1)(a)(b)" stands for two.
  const beside = readBelow(text, last.end);
  const sibling = gloss ? null : continueLevels(last.levels, beside.levels);
  if (sibling) return { levels: sibling, start: beside.start, end: beside.end };
  const separator = matches(SEPARATOR, text, gloss ? last.end + gloss[0].length : last.end);
  if (!separator || /\n\s*\n/.test(separator[0])) return null;
  const start = separator.index + separator[0].length;
  if (text[start] === '(') {
    const below = readBelow(text, start);
    const levels = continueLevels(last.levels, below.levels);
    return levels && { levels, start, end: below.end };
  }
  const number = readLevels(text, start);
  if (!number || matches(NO_END, text, number.end)) return null;
  if (number.levels.length === 1) {
    if (matches(COUNTS, text, number.end)) return null;
    if (!PLURAL.test(word) && (WEAK.test(separator[0]) || !matches(GOES_ON, text, number.end))) return null;
  }
  return { ...number, start };
}

const JOINED = /^\s{0,4}(?:,|;|&|\+|and|or|and\/or|,\s{0,3}(?:and|or))\s{0,4}(?:(?:under|by)\s{1,4})?$/i;

/** Whether a list goes on in the next group: "section 18, section 20 and section 29 of …". */
export function isJoined(text: string, group: CitationGroup, next: CitationGroup | undefined): boolean {
  return (
    next !== undefined && next.opening === group.opening && next.start - group.end < 20 && JOINED.test(text.slice(group.end, next.start))
  );
}

/** The law whose short name opens a group. */
export function lawOfOpening(word: string, scottish: boolean): Law {
  if (/^FOISA/i.test(word)) return 'foisa';
  if (/^FOIA/i.test(word)) return 'foia';
  return /^EISR/i.test(word) || scottish ? 'eisr' : 'eir';
}

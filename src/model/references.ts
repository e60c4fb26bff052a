import { isReferenceToken, LABELLED_TOKEN, looksLikeDate, looksLikeYears, plausibleAlone, TOKEN } from './reference-shapes.ts';

/** The reference in a title or a header line, and where it stands. */
export interface FoundReference {
  /** As written, without its label and brackets: `FOI/18/00465`. */
  reference: string;
  /** Of the reference alone, in UTF-16 units. */
  start: number;
  end: number;
  /** After a label such as `Our Ref:`; in brackets, as at the end of a title; or standing alone. */
  kind: 'labelled' | 'bracketed' | 'bare';
}

/**
 * The address of an entry, from its reference alone: `920A/21` → `920a-21`. Letters and digits of ASCII in lower case, accents dropped,
 * anything else a single hyphen; empty when nothing is left. Applied to its own result it changes nothing.
 */
export function slugOfReference(reference: string): string {
  const plain = reference
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** For comparing references in any spelling: upper-case letters and digits alone. `920A/21` and `920a 21` give `920A21`. */
export function normaliseReference(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

/** Where a reference holds a year: what stands before it, the year, what stands after it. Each shape says which part is the year. */
const YEAR_SHAPES: readonly RegExp[] = [
  /^(?:[A-Z]+[-/_. ]?(?!20\d\d[/_]))?\d{1,6}[A-Z]?[/_](\d\d)$/i, // 920A/21, 457_17, FOI 123/21
  /^(?:[A-Z]+[-/_. ]?)?\d{1,6}[A-Z]?[/_](20\d\d)$/i, // 1234/2025
  /^(?:[A-Z]+[-/_. ]?)?(20\d\d)[-/_]\d{1,7}$/i, // FOI-2024-00442, RFI2021/0345, 2024-00442
  /^[A-Z]+[-/_. ](\d\d)[-/_]\d{3,7}$/i, // FOI/18/00465, FOI 23-456
  /^\d\d\.[A-Z]+\.(\d\d)\.\d{3,8}$/i, // 01.FOI.22.025733
  /^(20\d\d)\d{8}$/, // 202400442407
];

/**
 * The year that a reference carries, from 2005 to 2099; two digits count from 2005 to 2049. `null` when there is none, or when the shape
 * could be read in two ways that differ (`2021/22`). To be shown as derived, never as a date.
 */
export function yearOfReference(reference: string): number | null {
  const years = new Set<number>();
  for (const shape of YEAR_SHAPES) {
    const written = shape.exec(reference.trim())?.[1];
    if (written === undefined) continue;
    const year = Number(written) + (written.length === 2 ? 2000 : 0);
    if (year >= 2005 && (written.length === 4 || year < 2050)) years.add(year);
  }
  const [year = null] = years;
  return years.size === 1 ? year : null;
}

interface Located extends FoundReference {
  /** With label and brackets: what a title loses. */
  from: number;
  to: number;
}

/**
 * The reference in a title, a header line or a short run of header lines; `null` when there is none. A labelled one wins over a bracketed
 * one, that over a bare one; among equals the first. Dates, financial years, telephone numbers, provisions and ordinary words in brackets
 * are no references. A long number alone, such as `202400442407`, is one only after a label or as the whole line.
 */
export function findReference(text: string): FoundReference | null {
  const located = locate(text);
  if (!located) return null;
  const { reference, start, end, kind } = located;
  return { reference, start, end, kind };
}

/**
 * A title line as its title and its reference: `Smart glasses (1629A/22)`, `FOI 23-456: Potholes`, `Freedom of Information request 1234/25
 * - Dog bites`. The title is empty when the line is nothing but the reference.
 */
export function splitTitle(line: string): { title: string; reference: string | null } {
  const text = line.replace(/\s+/g, ' ').trim();
  const located = locate(text);
  if (!located) return { title: text, reference: null };
  const before = withoutTrailing(text.slice(0, located.from), ' -–—:|,');
  const after = text.slice(located.to).replace(/^[\s\-–—:|,.]+/, '');
  const kept = [isOnlyLabel(before) ? '' : before, after].filter((part) => part !== '');
  return { title: kept.join(' – '), reference: located.reference };
}

/** By hand, because a pattern for the end of a text takes the square of a long run's length. */
function withoutTrailing(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Nothing but words such as `Freedom of Information request`, which say what the page is and not what was asked. */
function isOnlyLabel(words: string): boolean {
  return (
    words.length < 100 &&
    words
      .replace(/freedom of information(?: act(?: 2000)?)?|environmental information(?: regulations)?/gi, '')
      .split(/[\s\-–—:()]+/)
      .every((word) =>
        /^(?:|foia?|foisa|eir|request|response|disclosure|release|log|our|to|the|your|case|enquiry|ref|reference|no\.?|number)$/i.test(
          word,
        ),
      )
  );
}

function locate(text: string): Located | null {
  return locateLabelled(text) ?? locateBracketed(text) ?? locateBare(text);
}

/** `Our Ref:`, `Freedom of information request reference no:`, `Request Number`, `Case reference`; never `Your ref`. */
const LABEL =
  /(?<![\p{L}\p{N}\-/])(?:cyfeirnod|ein\s{1,3}cyf\.?|(?:reference|ref)\.?(?:\s{0,3}(?:number|num|no|id)(?!\p{L})\.?)?|(?:request|case|foia?|eir|rfi|enquiry)(?:\s{1,3}request)?\s{1,3}(?:number|num|no|id)(?!\p{L})\.?|(?:information|foia?|eir)\s{1,3}request)(?!\p{L})/giu;
/** What may stand between a label and its value; the value may be on the next line only after a colon. */
const AFTER_LABEL = /[ \t\u00a0]{0,4}(?:(:)\s{0,8}#?|[#=.\-–—]?[ \t\u00a0]{0,4}(?:is[ \t\u00a0]{1,4}:?\s{0,4})?)/y;
/** The rest of a label, before its core. */
const BEFORE_LABEL = /(?:(?:freedom|of|environmental|information|our|the|case|request|enquiry|foia?|eir|rfi)\s{1,3}){1,6}$/i;

function locateLabelled(text: string): Located | null {
  for (const label of text.matchAll(LABEL)) {
    const lead = text.slice(Math.max(0, label.index - 70), label.index);
    if (/(?:your|eich)\s{1,3}$/i.test(lead)) continue;
    AFTER_LABEL.lastIndex = label.index + label[0].length;
    const gap = AFTER_LABEL.exec(text);
    const start = AFTER_LABEL.lastIndex;
    LABELLED_TOKEN.lastIndex = start;
    const reference = gap && LABELLED_TOKEN.exec(text)?.[0];
    if (!reference || !isLabelledValue(reference, label[0], gap[1] === ':')) continue;
    const end = start + reference.length;
    const from = label.index - (BEFORE_LABEL.exec(lead)?.[0].length ?? 0);
    const bracketed = /[([]\s{0,2}$/.test(text.slice(Math.max(0, from - 3), from)) && /^\s{0,2}[)\]]/.test(text.slice(end, end + 3));
    if (!bracketed) return { reference, start, end, kind: 'labelled', from, to: end };
    const open = Math.max(text.lastIndexOf('(', from - 1), text.lastIndexOf('[', from - 1));
    const close = end + (/[)\]]/.exec(text.slice(end, end + 3))?.index ?? 0) + 1;
    return { reference, start, end, kind: 'labelled', from: open, to: close };
  }
  return null;
}

/** After a colon almost any value with a digit will do; without one it has to look like a reference. */
function isLabelledValue(value: string, label: string, colon: boolean): boolean {
  if (!/\d/.test(value) || looksLikeDate(value) || /^0\d{8,}$/.test(value)) return false;
  if (isReferenceToken(value)) return colon || !looksLikeYears(value);
  if (/request$/i.test(label)) return /^\d{4,8}$/.test(value) && !/^(?:19|20)\d\d$/.test(value);
  if (/^\d+$/.test(value)) return colon ? value.length > 1 : value.length > 2 && !/^(?:19|20)\d\d$/.test(value);
  return colon || /\d{3}/.test(value);
}

/** In round or square brackets that hold nothing else. */
function locateBracketed(text: string): Located | null {
  for (const match of text.matchAll(/[([]\s{0,2}([^()[\]\n]{3,40}?)\s{0,2}[)\]]/g)) {
    const inner = match[1] ?? '';
    if (!isReferenceToken(inner) && !/^\d{2}-\d{4,6}$/.test(inner)) continue;
    if (!plausibleAlone(inner)) continue;
    const start = match.index + match[0].indexOf(inner);
    return { reference: inner, start, end: start + inner.length, kind: 'bracketed', from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** The reference that the person asking gave their own letter. */
const YOURS = /(?:your\s{1,3}ref|eich\s{1,3}cyf)(?:erence|eirnod)?(?:\s{1,3}(?:number|no))?[\s.:]{0,6}$/i;

/** With a known prefix anywhere in the line; any other shape only where a line starts or ends with it. */
function locateBare(text: string): Located | null {
  for (const match of text.matchAll(TOKEN)) {
    const reference = match[0];
    const start = match.index;
    const end = start + reference.length;
    if (!plausibleAlone(reference) || YOURS.test(text.slice(Math.max(0, start - 40), start))) continue;
    const named = /^[A-Z]|\.(?:FOI|EIR)\./i.test(reference);
    const atStart = /(?:^|\n)[\s>#*•\-–]{0,12}$/.test(text.slice(Math.max(0, start - 13), start));
    const atEnd = /^[\s.:\-–]{0,4}(?:\n|$)/.test(text.slice(end, end + 6));
    if (!named && (/^\d{2}\D/.test(reference) || !(atStart || atEnd))) continue;
    return { reference, start, end, kind: 'bare', from: start, to: end };
  }
  const line = /^\s*(20\d{8,12})\s*$/.exec(text);
  if (!line?.[1]) return null;
  const start = line[0].indexOf(line[1]);
  return { reference: line[1], start, end: start + line[1].length, kind: 'bare', from: start, to: start + line[1].length };
}

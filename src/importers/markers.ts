/**
 * What a line begins with when it is one of a series. `value` is what the text shows without punctuation: `1`, `3A`, `a`, `ii`.
 * `label`: `Q1:`, `Question 3`, `Request 2`. `decimal`: `1.`, `(1)`, `1 -`. `compound`: `3A)`, `2(b)`. `dotted`: `1.1`.
 */
export interface Marker {
  kind: 'label' | 'decimal' | 'compound' | 'dotted' | 'alpha' | 'roman' | 'bullet';
  raw: string;
  value: string;
}

const BULLET = /^[•·●▪■◦‣○*–—-]\s+(?=\S)|^[•●▪■◦‣]|^o\s+(?=[A-Z“"‘'])/;
const LABEL_WORD = String.raw`(?:(?:[Qq]uestion|QUESTION|[Rr]equest|REQUEST|[Qq]uery|[Cc]westiwn)\s{0,3}(?:[Nn]o\.?|[Nn]umber)?\s{0,3}|[Qq]\.?\s{0,2})`;
const LABEL = new RegExp(
  String.raw`^${LABEL_WORD}(\d{1,3}(?:\.\d{1,2})?\s?[a-zA-Z]?(?:\([a-z0-9]{1,4}\))?)(?:\s{0,2}[).:–—-]{1,2}(?!\d)|(?=\s*$)|(?=\s+[A-Z“"‘'(]))`,
);
const PART_LABEL = /^(?:part|point|item|rhan)\s{1,3}(\d{1,3}[a-z]?)\s{0,2}(?:[).:–—-]|$)/i;
const DOTTED = /^\(?(\d{1,2}\.\d{1,2})(?:[.):]|\))?\s+(?=[A-Z“"‘'(£\d])/;
const COMPOUND = /^\(?(\d{1,3}\s?(?:[a-z]|\([a-z]{1,4}\)))(?:[.:]\s+|\)[.:]?\s*|(?<=\))\s+)(?=\S|$)/i;
const DECIMAL = /^(?:\((\d{1,3})\)\s*|(\d{1,3})[.)]{1,2}\s*(?=[^\d\s.)]|\s\S|$)|(\d{1,3}):\s+|(\d{1,2})\s?[–—-]\s+(?=[A-Za-z“"‘']))/;
const ALPHA = /^(?:\(([a-zA-Z])\)\s*|([a-zA-Z])\)\s*|([a-z])\.\s+)(?=\S)/;
const ROMAN = /^(?:\(([ivx]{1,5})\)\s*|([ivx]{1,5})\)\s*|([ivx]{1,5})\.\s+)(?=\S)/i;

/** The marker at the start of a line and the words after it; `null` where the line begins with words. */
export function readMarker(line: string): { marker: Marker; rest: string } | null {
  const text = line.trimStart();
  // A quotation of a list: the quotation mark belongs to the words.
  const quote = /^[“"‘']\s?(?=\(?\d|\(?[a-z][.)])/i.exec(text);
  if (quote) {
    const inner = readMarker(text.slice(quote[0].length));
    return inner && { marker: inner.marker, rest: `${quote[0].trim()}${inner.rest}` };
  }
  const take = (kind: Marker['kind'], match: RegExpExecArray | null) => {
    if (!match) return null;
    const value = (match.slice(1).find(Boolean) ?? match[0]).replace(/\s+/g, '');
    return { marker: { kind, raw: match[0].trim(), value }, rest: text.slice(match[0].length).trimStart() };
  };
  return (
    take('label', LABEL.exec(text) ?? PART_LABEL.exec(text)) ??
    take('dotted', DOTTED.exec(text)) ??
    take('decimal', DECIMAL.exec(text)) ??
    take('compound', COMPOUND.exec(text)) ??
    take('roman', isRoman(text) ? ROMAN.exec(text) : null) ??
    take('alpha', ALPHA.exec(text)) ??
    take('bullet', BULLET.exec(text))
  );
}

function isRoman(text: string): boolean {
  const match = ROMAN.exec(text);
  return match !== null && /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv)$/i.test(match.slice(1).find(Boolean) ?? '');
}

/** A marker that a list was given by its markup: `3.`, `b)`, `•`. */
export function markerFrom(raw: string): Marker {
  return readMarker(`${raw} x`)?.marker ?? { kind: 'bullet', raw, value: raw };
}

/** 1 for `a`, 3 for `iii`, 7 for `7`; `null` for what does not count on its own. `i` counts as a letter where letters came before it. */
export function ordinalOf(marker: Marker, afterLetters = false): number | null {
  if (marker.kind === 'alpha' || (marker.kind === 'roman' && afterLetters)) {
    return marker.value.length === 1 ? marker.value.toLowerCase().charCodeAt(0) - 96 : null;
  }
  if (marker.kind === 'roman') return romanValue(marker.value.toLowerCase());
  const digits = /^\d+$/.exec(marker.value);
  return digits ? Number(digits[0]) : null;
}

function romanValue(text: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10 };
  const values = [...text].map((letter) => worth[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** A provision that a query names: `31(3)`, of a section or of a regulation, and of which law where it says so. */
export interface QueryCitation {
  /** Canonical: `12(5)(b)`. */
  number: string;
  unit: 'section' | 'regulation' | null;
  /** `foia`, `eir`, `foisa`, `eisr`; `null` where none is named. */
  law: string | null;
  start: number;
  end: number;
}

const LAW_NAMES: readonly (readonly [string, RegExp])[] = [
  ['foisa', /\bfoi\(?s\)?a\b|\bfreedom of information \(?scotland\)? act(?: 2002)?/i],
  ['eisr', /\bei\(?s\)?rs?\b|\benvironmental information \(?scotland\)? regulations(?: 2004)?/i],
  ['eir', /\beirs?\b|\benvironmental information(?: regulations)?(?: 2004)?/i],
  ['foia', /\bfoia?(?: act)?\b|\bfreedom of information act(?: 2000)?|\bthe act\b/i],
];

const NUMBER = String.raw`\d{1,2}[a-z]?(?:\s?\((?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})\))*`;
const WITH_UNIT = new RegExp(
  String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}]['’])(sections?|secs?\.?|ss?\.?|§|regulations?|regs?\.?|exemptions?|exceptions?)\s?(${NUMBER})(?![\p{L}\p{N}/])`,
  'giu',
);
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}(/])(\d{1,2}[a-z]?(?:\s?\((?:\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})\))+)(?![\p{L}\p{N}/])`,
  'giu',
);
/** Another number of a list. */
const NEXT = new RegExp(String.raw`^(?:\s?[,;&]\s?(?:and |or )?|\s(?:and|or)\s)(${NUMBER})(?![\p{L}\p{N}/])`, 'iu');
const AFTER_LAW = new RegExp(String.raw`\b(foia?|foisa|eirs?|eisrs?)\s(${NUMBER})(?![\p{L}\p{N}/])`, 'giu');

/**
 * The provisions that a query names, in any of the usual spellings: `s31`, `s.31(3)`, `Section 31 (3)`, `reg 12(5)(b)`, `EIR 12(5)(b)`,
 * `40(2)`. Where one law is named anywhere in the query, it is that of all of them.
 */
export function findQueryCitations(query: string): { citations: QueryCitation[]; rest: string } {
  const found: QueryCitation[] = [];
  const isFree = (start: number, end: number) => found.every((each) => end <= each.start || start >= each.end);
  const add = (number: string, unit: QueryCitation['unit'], start: number, end: number) => {
    if (isFree(start, end)) found.push({ number: canonical(number), unit, law: null, start, end });
  };
  for (const { 0: whole, 1: word = '', 2: number = '', index } of query.matchAll(WITH_UNIT)) {
    const unit = /^[s§]/i.test(word) ? 'section' : /^r/i.test(word) ? 'regulation' : null;
    let end = index + whole.length;
    add(number, unit, index, end);
    // `sections 31, 40 and 43`: one after the other, each after a comma or an `and`.
    if (/.s\.?$/i.test(word))
      for (let next; (next = NEXT.exec(query.slice(end))); end += next[0].length) add(next[1] ?? '', unit, end, end + next[0].length);
  }
  for (const { 0: whole, 1: law = '', 2: number = '', index } of query.matchAll(AFTER_LAW))
    add(number, null, index + law.length, index + whole.length);
  for (const { 0: whole, 1: number = '', index } of query.matchAll(BARE)) add(number, null, index, index + whole.length);
  if (found.length === 0) return { citations: [], rest: query };
  let rest = query;
  for (const { start, end } of found) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  let law: string | null = null;
  for (const [id, name] of LAW_NAMES) {
    if (!name.test(rest)) continue;
    law ??= id;
    rest = rest.replace(name, ' ');
  }
  return { citations: found.map((each) => ({ ...each, law })).sort((a, b) => a.start - b.start), rest };
}

/** `40 (5B) (A)` → `40(5B)(a)`: letters beside a number are capital, letters alone small. */
function canonical(number: string): string {
  return number
    .replace(/\s/g, '')
    .toLowerCase()
    .replace(/\d+[a-z]/g, (level) => level.toUpperCase());
}

/** How near a provision is to the one asked for: 3 the same or a part of it, 2 the whole that it is part of, 0 another. */
export function nearness(provision: { law: string; number: string }, asked: QueryCitation): 0 | 2 | 3 {
  if (asked.law !== null && asked.law !== provision.law) return 0;
  if (asked.unit !== null && (asked.unit === 'section') !== (provision.law === 'foia' || provision.law === 'foisa')) return 0;
  if (isWithin(provision.number, asked.number)) return 3;
  return isWithin(asked.number, provision.number) ? 2 : 0;
}

function isWithin(part: string, whole: string): boolean {
  return part === whole || part.startsWith(`${whole}(`);
}

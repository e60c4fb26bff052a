import { LAWS, type Law } from './laws.ts';

/*
 * Which law a phrase names: one of the four, another Act or Regulations, or none. Works on short slices of a text, so that its cost stays
 * in proportion to the number of citations.
 */

/** What the words beside a citation say of its law. `other`: some other law, document or thing. `null`: nothing. */
export type Naming = Law | 'other' | null;

/** The section or regulation word that a citation is written with. */
export type Unit = 'section' | 'regulation';

/** The law that a bare number under such a word belongs to, in an entry answered under `law`; `null` where that is not certain. */
export function lawOfUnit(unit: Unit, law: Law): Law | null {
  return unit === 'section' ? (LAWS[law].unit === 'section' ? law : null) : LAWS[law].environmental;
}

function isScottish(law: Law): boolean {
  return LAWS[law].environmental === 'eisr';
}

const INFORMATION = String.raw`(?:freedom\s+of\s+information|FOI)`;
const ENVIRONMENTAL = String.raw`environmental\s+information`;
/** The names of the four laws, longest first. */
const OURS = [
  String.raw`(?<foisa>${INFORMATION}\s*\(\s*(?:scotland|S)\s*\)\s*A(?:ct\b)?|FOISA\b)`,
  String.raw`(?<eisr>${ENVIRONMENTAL}\s*\(\s*scotland\s*\)\s*regulations?\b|EISRs?\b|EI\s?\(S\)\s?Rs?\b|EIRs?\s?\(\s?S(?:cotland)?\s?\))`,
  String.raw`(?<eir>${ENVIRONMENTAL}\s+regulations?\b|EIRs?\b|Rh?eoliadau\s+Gwybodaeth\s+Amgylcheddol\b)`,
  String.raw`(?<foia>D?deddf\s+Rhyddid\s+Gwybodaeth\b|(?:UK\s+)?${INFORMATION}\s+(?:act|legislation|law)\b|(?:UK\s+)?FOIA\b|freedom\s+of\s+information(?=\s*[.,;)]|\s*$))`,
].join('|');
/** `2000`, `(FOIA) 2000`, `, 2002`: the year that may follow a name. */
const YEAR_AFTER = String.raw`(?:\s{0,3}\(?\s?["“'‘]?(?:FOIA|FOISA|EIRs?|FOI|the\s+Act)["”'’]?\s?\))?(?:\s{0,3},?\s{0,3}(?<year>(?:18|19|20)\d\d)\b)?`;

const OURS_AT_START = new RegExp(`^(?:${OURS})${YEAR_AFTER}`, 'i');
const OURS_AT_END = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${OURS})${YEAR_AFTER}[\s,:()\[\]–—-]*(?:(?:exemptions?|exceptions?|under|by|at|the)\s+){0,3}["“(]?$`,
  'iu',
);

/** Words that stand inside the names of Acts. */
const NAME_WORD = String.raw`(?:[A-Z][\p{L}’'\-]*|\([A-Z][\p{L}’',&\s\-]{1,60}\)|of|and|the|to|against|for|in|on|with|etc\.?|&),?`;
const KIND = String.raw`(?:Acts?|Regulations?|Regs|Order|Rules|Bill|Directive|Convention|GDPR)\b`;
/** `Police Act 1997`, `Offences Against the Person Act`, at the start. */
const FOREIGN_AT_START = new RegExp(String.raw`^(?:the\s+)?(?:${NAME_WORD}\s+){1,14}?${KIND}`, 'u');
/** `DPA`, `PACE 1984`, `UK GDPR`. */
const FOREIGN_SHORT =
  /^(?:the\s+)?(?:(?:UK\s+)?(?:DPA|GDPR|PACE|RIPA|IPA|OAPA|MHA|RTA|HRA|LGA|TCPA|HSWA|POCA|CJA|PCA|MDA)\b|(?!FOIA|FOISA|EIR)[A-Z]{2,6}\s+(?:18|19|20)\d\d\b)/;
/** The same just before a citation. `The Act, section 17` names nothing. */
const FOREIGN_AT_END =
  /(?:(?<!\p{L})(?!(?:The|This|That|An|Our|Said|Same|Information|FOI)\s)[A-Z][\p{L}’'-]+|\))\s+(?:Act|Regulations|Order|Rules)(?:\s+(?:18|19|20)\d\d)?[ \t,:–—-]*\(?(?:under\s+)?$/u;

/** A law of ours that was matched with, with its year weighed against the name. */
function ours(match: RegExpExecArray, context: Law): Naming {
  const { foisa, eisr, eir, foia, year } = match.groups ?? {};
  if (foisa !== undefined) return year === undefined || year === '2002' ? 'foisa' : 'other';
  if (eisr !== undefined) return year === undefined || year === '2004' ? 'eisr' : 'other';
  // Scottish authorities call their Regulations "the EIRs"; regulation 10 of one and 12 of the other cannot be confused.
  if (eir !== undefined) return year !== undefined && year !== '2004' ? 'other' : isScottish(context) ? 'eisr' : 'eir';
  if (year === '2002') return 'foisa';
  if (year !== undefined && year !== '2000') return 'other';
  // "The Freedom of Information Act" without a year, in Scotland, may be either Act, and the numbers differ.
  return isScottish(context) && year === undefined && !/FOIA|UK/i.test(foia ?? '') ? 'other' : 'foia';
}

const CONNECTED = /^[\s,]{0,6}[([]?\s{0,3}(of|o['’]r|o|under|dan|in|from|within|pursuant\s+to)(?![\p{L}\p{N}])\s{0,4}/iu;
const DETERMINED = /^(?:(the|this|our|said|yr?)\s+|(that|those|these|the\s+(?:same|said|above|aforementioned|above[\s-]mentioned))\s+)?/i;
/** A gloss between a citation and its law: `(personal information)`, `– Law Enforcement`. */
const GLOSS =
  /^\s{0,4}(?:\([^()\n]{2,100}\)|(?:[-–—:,]\s{0,3})?["“‘]?[A-Z][\p{L}’'-]*,?(?:\s+(?:[A-Z][\p{L}’'-]*|and|of|or|to|in|by|with|for),?){0,8}?["”’]?)(?=\s+of\s+the\b)/u;

/**
 * The law named just after a citation.
 * @param rest what follows the citation, up to 240 characters
 * @param column how far into its line the citation ends: a long line is wrapped prose, a short one a heading
 * @param named the law that "the Act" and "that Act" stand for at this place, asked only when needed
 */
export function lawAfter(rest: string, column: number, unit: Unit, context: Law, named: (words: 'the' | 'that') => Naming): Naming {
  const connected = CONNECTED.exec(rest);
  if (connected) return afterConnector(connected[1] ?? '', rest.slice(connected[0].length), unit, context, named);
  const sameLine = unwrap(rest, column);
  const bare = sameLine.replace(/^[ \t\u00a0]{0,4}[,([–-]?[ \t\u00a0]{0,4}/, '');
  const own = OURS_AT_START.exec(bare);
  if (own) return ours(own, context);
  if (FOREIGN_AT_START.test(bare) || FOREIGN_SHORT.test(bare)) return 'other';
  const gloss = GLOSS.exec(sameLine);
  if (!gloss) return null;
  const beyond = CONNECTED.exec(sameLine.slice(gloss[0].length));
  // After a gloss, "of the" may go on with the gloss: it counts only where a law follows.
  return beyond && afterConnector('in', sameLine.slice(gloss[0].length + beyond[0].length), unit, context, named);
}

/** "Of" always says what a number belongs to; "under" and "in" only where a law follows. */
function afterConnector(connector: string, words: string, unit: Unit, context: Law, named: (words: 'the' | 'that') => Naming): Naming {
  if (/^course\b/i.test(words)) return null;
  const determiner = DETERMINED.exec(words);
  const rest = words.slice(determiner?.[0].length ?? 0);
  const own = OURS_AT_START.exec(rest);
  if (own) return ours(own, context);
  const isAct =
    unit === 'section'
      ? /^(?:act|legislation)\b/i.test(rest) || /^Ddeddf(?!\p{L}|\s+(?:yr?\s+)?\p{Lu})/u.test(rest)
      : /^regulations?\b/i.test(rest) || /^Rheoliadau(?!\p{L}|\s+\p{Lu})/u.test(rest);
  const year =
    /^((?:18|19|20)\d\d)\s+(?:Act|Regulations)\b/i.exec(rest)?.[1] ?? /^(?:Act|Regulations),?\s+((?:18|19|20)\d\d)\b/i.exec(rest)?.[1];
  if (year !== undefined) return named('that') === 'other' ? 'other' : lawOfYear(year, unit, context);
  if (isAct) return named(determiner?.[2] === undefined ? 'the' : 'that') ?? 'other';
  if (/^(?:of|o['’]?r?)$/i.test(connector)) return 'other';
  // The fees regulations belong to the cost limit and do not take a section away from the Act.
  if (/^freedom\s+of\s+information\s+and\s+data\s+protection/i.test(rest)) return null;
  return FOREIGN_AT_START.test(rest) || FOREIGN_SHORT.test(rest) ? 'other' : null;
}

/** "The 2000 Act", where the year is that of the law that the unit and the context give. */
function lawOfYear(year: string, unit: Unit, context: Law): Naming {
  const law = lawOfUnit(unit, unit === 'section' ? (isScottish(context) ? 'foisa' : 'foia') : context);
  return law && LAWS[law].name.endsWith(year) ? law : 'other';
}

/** The law named just before a citation, from up to 160 characters: `FOIA s12`, `Police Act 1997, section 93`. */
export function lawBefore(before: string, context: Law): Naming {
  const own = OURS_AT_END.exec(before);
  if (own) return ours(own, context);
  return FOREIGN_AT_END.test(before) ? 'other' : null;
}

const OURS_ANYWHERE = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${OURS})${YEAR_AFTER}`, 'giu');
const OTHERS_ANYWHERE =
  /(?:(?<!\p{L})(?!(?:The|This|That|An|Our|Said|Same|Information|FOI)\s)[A-Z][\p{L}’'-]+|\))\s+(?:Act|Regulations)\b/gu;

/** The last law that a stretch of text, of a few hundred characters, mentions by name. */
export function lastMention(text: string, context: Law): Naming {
  const own = [...text.matchAll(OURS_ANYWHERE)].at(-1);
  const other = [...text.matchAll(OTHERS_ANYWHERE)].at(-1);
  // "Freedom of Information (Scotland) Act" is found by both: the one that ends later is another law.
  const ownEnd = own ? own.index + own[0].length : -1;
  const otherEnd = other ? other.index + other[0].length : -1;
  if (otherEnd > ownEnd) return 'other';
  return own ? ours(own, context) : null;
}

/** Text up to the end of the line, or of the next where this line is so long that it must have been wrapped. */
function unwrap(rest: string, column: number): string {
  const [first = '', second] = rest.split(/\r?\n/, 2);
  return second === undefined || second.trim() === '' || column + first.length < 45 ? first : `${first} ${second}`;
}

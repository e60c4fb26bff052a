import leven from 'leven';
import { LAW_IDS, LAWS, type Law } from './laws.ts';
import { lastMention, lawAfter, lawBefore, lawOfUnit, type Naming, type Unit } from './legislation.ts';
import { isJoined, lawOfOpening, readCitationGroups, type CitationGroup } from './citation-groups.ts';
import { isForeignHeading, isLegalLead, isThingOfAnotherLaw, speaksOf } from './citation-cues.ts';
import { readLevels, writeLevels } from './provision-grammar.ts';
import { findProvision, PROVISIONS, type Provision } from './provisions.ts';

/** A citation found in a text: its law is certain, and its number is in that law's table. */
export interface FoundCitation {
  law: Law;
  /** In canonical spelling: `31(1)(b)` for the `(b)` of "s.31(1)(a) & (b)". */
  provision: string;
  /** Of the number, with its word where that stands beside it; in UTF-16 units, for linking. */
  start: number;
  end: number;
  /** The text between `start` and `end`. */
  text: string;
}

const UNIT_WORD = { section: /^(?:sections?|secs?\.?|ss?\.?)(?=[\s\d])/i, regulation: /^(?:regulations?|regs?\.?)(?=[\s\d])/i } as const;

/**
 * The canonical spelling of a provision written alone: `s.40 (2)(a)(i)` → `40(2)(a)(i)`, `Section 12(1)` → `12(1)`, `FOIA 31(3)` → `31(3)`.
 * `null` when it is not of that grammar, or its word or its law's name belongs to another law.
 */
export function parseProvision(written: string, law: Law): string | null {
  let rest = written.trim();
  const { short, unit } = LAWS[law];
  if (rest.toUpperCase().startsWith(`${short} `)) rest = rest.slice(short.length).trim();
  rest = rest.replace(UNIT_WORD[unit], '').trim();
  const read = readLevels(rest, 0, true);
  return read && /^[\s.]*$/.test(rest.slice(read.end)) ? writeLevels(read.levels) : null;
}

/**
 * Checks a provision as front matter states it: its spelling, and that its law has it. Gives the canonical spelling, or what is wrong and
 * how to mend it. Levels below a section are not checked, because the Acts change more often than this table.
 */
export function checkProvision(written: string, law: Law): { provision: string } | { problem: string; fix: string } {
  const { short, unit } = LAWS[law];
  const provision = parseProvision(written, law);
  if (!provision) {
    const elsewhere = otherLawOf(written, law);
    if (elsewhere) {
      return {
        problem: `Unexpected "${written}" under ${short}: it is written as a provision of ${LAWS[elsewhere.law].short}.`,
        fix: `Write {law: ${elsewhere.law}, provision: ${elsewhere.provision}}.`,
      };
    }
    const example = law === 'foia' ? '31(3)' : law === 'foisa' ? '38(1)(b)' : law === 'eir' ? '12(4)(b)' : '10(4)(b)';
    return {
      problem: `Unexpected "${written}", expected a ${unit} of ${short}.`,
      fix: `Write the number with its parts in brackets, such as ${example}.`,
    };
  }
  if (findProvision({ law, provision })) return { provision };
  const others = LAW_IDS.filter((other) => other !== law && isKnownExactly(other, provision));
  const elsewhere = others.map((other) => `{law: ${other}, provision: ${provision}}`).join(' or ');
  return {
    problem: `${short} has no ${unit} ${provision} that an answer can rest on; the nearest ${nearest(provision, law)}.`,
    fix: elsewhere ? `Correct the number, or write ${elsewhere} if another law is meant.` : 'Correct the number.',
  };
}

/** Whether a law has a ground of this very number, or a part of one that its table describes. */
function isKnownExactly(law: Law, provision: string): boolean {
  const entry = findProvision({ law, provision });
  return entry !== null && entry.isGround && (entry.number === provision || entry.parts?.[provision] !== undefined);
}

/** The law that a spelling names by its word or short name, when that is not `law`. */
function otherLawOf(written: string, law: Law): { law: Law; provision: string } | null {
  const nearby: Law[] = [LAWS[law].environmental, ...LAW_IDS];
  for (const other of nearby) {
    const provision = other === law ? null : parseProvision(written, other);
    if (provision && findProvision({ law: other, provision })) return { law: other, provision };
  }
  return null;
}

/** The two grounds spelled most like a number that does not exist, then those closest in number: "are 43 (…) and 33 (…)". */
function nearest(provision: string, law: Law): string {
  const depth = (number: string) => number.split('(').length;
  const distance = ({ number }: Provision) =>
    leven(number, provision.slice(0, Math.max(number.length, provision.indexOf('(')))) * 1000 +
    Math.abs(depth(number) - depth(provision)) * 500 +
    Math.abs(parseInt(number, 10) - parseInt(provision, 10));
  const grounds = PROVISIONS[law].filter(({ isGround }) => isGround).toSorted((a, b) => distance(a) - distance(b));
  return `are ${grounds
    .slice(0, 2)
    .map(({ number, title }) => `${number} (${title})`)
    .join(' and ')}`;
}

/**
 * The citations in a text, in reading order.
 *
 * A citation is found only where its law is certain: named just after it ("of FOISA", "of the Act") or just before ("FOIA s12"), or else
 * given by its word under `context.law`, the law that the text was written under: a section belongs to that Act, a regulation to the
 * Environmental Information Regulations of the same place. Under the Regulations a bare section belongs to nothing. What is named after a
 * list holds for all of it. Left out: numbers of another Act or document, numbers that the law's table lacks (and, where no law is named,
 * their whole list), and bare numbers beside words of another law ("section 60 order", "Section 12: Staffing").
 *
 * A range ("sections 30 to 32") gives its two ends: what lies between is not written. Costs time in proportion to the text.
 */
export function findCitations(text: string, context: { law: Law }): FoundCitation[] {
  const groups = readCitationGroups(text);
  if (groups.length === 0) return [];
  const namings = nameLaws(text, groups, context.law);
  return groups.flatMap((group, index) => {
    const named = namings[index] ?? null;
    if (named === 'other') return [];
    const law = named ?? lawOf(group, context.law);
    if (!law) return [];
    const known = group.items.flatMap(({ levels, start, end }) => {
      const provision = writeLevels(levels);
      const entry = findProvision({ law, provision });
      return entry ? [{ entry, cited: { law, provision, start, end, text: text.slice(start, end) } }] : [];
    });
    if (!named && (known.length < group.items.length || known.every(({ entry }) => isDoubtful(text, group, entry, context.law)))) return [];
    return known.map(({ cited }) => cited);
  });
}

/** The unit that a group's word stands for: an exception is of Regulations, an exemption of whatever the text was written under. */
function unitOf({ opening, word }: CitationGroup, context: Law): Unit {
  if (opening === 'section' || opening === 'regulation') return opening;
  return /^exception/i.test(word) ? 'regulation' : LAWS[context].unit;
}

/** The law of a group that nothing names. */
function lawOf(group: CitationGroup, context: Law): Law | null {
  const { opening, word, items } = group;
  if (opening === 'law') return lawOfOpening(word, LAWS[context].environmental === 'eisr');
  const law = lawOfUnit(unitOf(group, context), context);
  if (opening !== 'ground' || law !== context) return law;
  // "Exempt under 12(5)(b)" names an exception of the Regulations, whatever the letter is about.
  const environmental = LAWS[context].environmental;
  const isException = items.some(({ levels }) =>
    findProvision({ law: environmental, provision: writeLevels(levels) })?.number.includes('('),
  );
  return isException && environmental !== context ? null : law;
}

/** What is named beside each group, or beside the list that it is part of. */
function nameLaws(text: string, groups: readonly CitationGroup[], context: Law): Naming[] {
  const definitions = definitionsOf(text, context);
  let defined = 0;
  const namings: Naming[] = groups.map((group) => {
    if (group.opening === 'law') return lawOf(group, context);
    while (defined < definitions.length && definitions[defined]!.at < group.start) defined += 1;
    const unit = unitOf(group, context);
    const before = text.slice(Math.max(0, group.start - 400), group.start);
    const named = (words: 'the' | 'that'): Naming =>
      words === 'that' ? lastMention(before, context) : theLaw(before, unit, context, definitions[defined - 1]?.law ?? null);
    return lawAfter(text.slice(group.end, group.end + 240), columnOf(text, group.end), unit, context, named);
  });
  for (let index = groups.length - 2; index >= 0; index -= 1) {
    if (namings[index] === null && isJoined(text, groups[index]!, groups[index + 1])) namings[index] = namings[index + 1] ?? null;
  }
  for (const [index, group] of groups.entries()) {
    if (namings[index] !== null) continue;
    const joined = index > 0 && isJoined(text, groups[index - 1]!, group);
    const before = joined ? namings[index - 1]! : lawBefore(text.slice(Math.max(0, group.start - 160), group.start), context);
    // "Under the EIR, section 40(2)": the number is not of the law before it.
    namings[index] = before && before !== 'other' && group.opening !== 'ground' && LAWS[before].unit !== group.opening ? null : before;
  }
  return namings;
}

/**
 * What "the Act" or "the Regulations" is: as the text defines it, or the law it was written under, unless the paragraph has just spoken of
 * another Act. Data protection law does not count: answers speak of it all the time and mean their own Act.
 */
function theLaw(before: string, unit: Unit, context: Law, defined: Naming): Naming {
  if (unit === 'section' && defined !== null) return defined;
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1).replace(/data\s+protection\s+act/gi, '');
  return lastMention(paragraph, context) === 'other' ? 'other' : lawOfUnit(unit, context);
}

const DEFINITION =
  /\(\s{0,3}(?:(?:hereafter|hereinafter|herein|referred\s{1,3}to\s{1,3}as|or)\s{1,3}){0,3}["“'‘]?\s?the\s{1,9}(?:(?:18|19|20)\d\d\s{1,9})?Act\s?["”'’]?\s{0,3}\)/gi;

/** Where a text says what "the Act" is: `the Mental Health Act 1983 ("the Act")`. */
function definitionsOf(text: string, context: Law): { at: number; law: Naming }[] {
  return [...text.matchAll(DEFINITION)].map(({ index }) => ({
    at: index,
    law: lastMention(text.slice(Math.max(0, index - 160), index), context),
  }));
}

/** How far into its line a place is; counted up to 60. */
function columnOf(text: string, at: number): number {
  const back = text.slice(Math.max(0, at - 60), at);
  return back.length - (back.lastIndexOf('\n') + 1);
}

/** Whether something speaks against a citation whose law nothing names. */
function isDoubtful(text: string, group: CitationGroup, entry: Provision, context: Law): boolean {
  const rest = text.slice(group.end, group.end + 160);
  if (isThingOfAnotherLaw(rest, entry)) return true;
  const bare = group.items.every(({ levels }) => levels.length === 1);
  if (group.opening === 'ground') return bare || !entry.isGround;
  if (!bare) return false;
  const before = text.slice(Math.max(0, group.start - 80), group.start);
  if (group.items.length === 1 && isForeignHeading(before, rest, entry)) return true;
  // A lone letter may be the end of a word, or a telephone: "the force s 40 officers", "Galaxy S21".
  const isLetter = group.word === 'S' || (group.word === 's' && /\s/.test(text[group.start + 1] ?? ''));
  if (isLetter && !isLegalLead(before)) return true;
  const ownRegulations = group.opening === 'section' || LAWS[context].unit === 'regulation';
  return !(entry.isGround && ownRegulations) && !speaksOf(entry, `${before} ${rest.slice(0, 80)}`);
}

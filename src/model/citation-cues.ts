import type { Provision } from './provisions.ts';

/*
 * Signs beside a bare number that it is not one of ours. "Section 60 order", "section 21 notices", "section 31 grant" and "Section 29 –
 * Sending, throwing or using a corrosive substance" are written without their Act, and the same numbers exist in the access laws.
 */

/** Things that sections of other Acts are known by. One of them counts only if the provision's title does not have it. */
const THINGS =
  /^\s{1,3}["“]?(orders?|notices?|agreements?|detentions?|detainees?|detained|assessments?|payments?|enquir(?:y|ies)|investigations?|dispersals?|authori[sz]ations?|search(?:es)?|stops?|offen[cs]es?|offenders?|assaults?|wounding|doctors?|warnings?|meetings?|reports?|child(?:ren)?|patients?|licen[cs]es?|permits?|applications?|grants?|funding|works|appeals?|inquir(?:y|ies)|powers?|contributions?|consents?|officers?|register|evictions?|tenan(?:ts?|cy|cies)|land|sites?|zones?|areas?|roads?|schools?|certificates?|arrests?|suites?|monies|money|loans?|consultations?|panels?|approved|forms?|tests?|statements?|declarations?|directions?|transfers?|GBH|ABH|robbery|theft|murder|affray|harassment|aftercare|accommodation|team|manager)(?![\p{L}\p{N}])/iu;
/** "Section 12 below": a part of this or another document. */
const PLACES = /^\s{1,3}\(?(?:below|above|overleaf|on\s+page|attached|of\s+this)\b/i;
/** Before `S21` or `s 40`, which may also be a telephone or the end of a word. */
const LEGAL_LEAD =
  /(?:under|exempt|exempted|exemptions?|exceptions?|virtue\s+of|by|per|see|FOIA|Act|appl(?:y|ies|ied|ying)|engag\w{1,4}|cit(?:e|es|ed|ing)|\()\s{0,4}$/i;
const LINE_START = /(?:^|\n)[\s•*\-–().\d]{0,10}[a-z]?[).]?\s{0,3}$/i;
/** `– Law enforcement`, `: Staffing` after a number. */
const HEADING_GLOSS = /^[ \t\u00a0]{0,3}([-–—:])[ \t\u00a0]{0,3}([^\n]{1,120})/;
/** Words that offences are glossed with. */
const OFFENCES =
  /(?<!\p{L})(?:possess\w*|wound\w*|assault\w*|sending|throwing|causing|carrying|unlawful\w*|intent|weapons?|murder|theft|burglary|stalking|harass\w*|grievous|bodily|GBH|ABH|acid|corrosive|kni(?:fe|ves))(?!\p{L})/iu;

/** Words of the field itself, which any provision may be glossed with. */
const FIELD_WORDS =
  'exempt exemption exemptions exception absolute qualified class based prejudice public interest disclosure disclose refuse refused refusal withheld withhold confirm deny cost costs fees limit hours excessive data third party redaction redacted';
const EMPTY_WORDS = new Set(
  'that this with from where which would does have someone other another anyone person people their those they under about what such only also than them into information authority authorities made gave give giving given asking asked could'.split(
    ' ',
  ),
);

/** The first five letters of each telling word, so that "investigation" and "investigate" are one. */
function stems(words: string): Set<string> {
  const found = words.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(found.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.slice(0, 5)));
}

const vocabularies = new Map<Provision, ReadonlySet<string>>();

function vocabularyOf(provision: Provision): ReadonlySet<string> {
  const known = vocabularies.get(provision);
  if (known) return known;
  const vocabulary = stems([provision.title, provision.meaning, ...Object.values(provision.parts ?? {})].join(' '));
  vocabularies.set(provision, vocabulary);
  return vocabulary;
}

const FIELD = stems(FIELD_WORDS);

/** Whether some of the words are the provision's own. */
export function speaksOf(provision: Provision, words: string): boolean {
  const vocabulary = vocabularyOf(provision);
  return [...stems(words)].some((stem) => vocabulary.has(stem));
}

/** Whether what follows makes the number a thing of another Act, or a part of a document. */
export function isThingOfAnotherLaw(rest: string, provision: Provision): boolean {
  if (PLACES.test(rest)) return true;
  const thing = THINGS.exec(rest)?.[1];
  return thing !== undefined && ![...stems(thing)].some((stem) => stems(provision.title).has(stem));
}

/**
 * Whether a bare number heads a line with a gloss that is not the provision's: `Section 12: Staffing` in a form, `Section 29 – Sending,
 * throwing` among offences. After a dash only the words of an offence tell, because answers gloss their exemptions freely there. A gloss
 * without a telling word, such as `LPP`, is let pass.
 */
export function isForeignHeading(before: string, rest: string, provision: Provision): boolean {
  const [, mark, gloss] = (LINE_START.test(before) && HEADING_GLOSS.exec(rest)) || [];
  if (gloss === undefined || speaksOf(provision, gloss)) return false;
  if (mark !== ':') return OFFENCES.test(gloss);
  const told = stems(gloss);
  return told.size > 0 && ![...told].some((stem) => FIELD.has(stem));
}

/** Whether the words before allow a lone `S21` or `s 40` to be read as a section. */
export function isLegalLead(before: string): boolean {
  return LEGAL_LEAD.test(before) || LINE_START.test(before);
}

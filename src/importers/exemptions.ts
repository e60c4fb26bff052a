import { findCitations } from '../model/citations.ts';
import type { Citation, Law } from '../model/laws.ts';
import { findProvision } from '../model/provisions.ts';
import type { Block } from './block.ts';
import { OF_ANY_AUTHORITY } from './outcomes.ts';
import { sentencesOf } from './sentences.ts';

/** A provision the authority relied on, with the words it stands in. */
export interface Relied extends Citation {
  words: string;
  line: number;
}

/** Words near a citation that say it was used. */
const USED =
  /\bexempt|\bwithh(?:e|o)ld|\brefus|\bredact|\brel(?:y|ies|ied|ying) (?:up)?on\b|\bappl(?:y|ies|ied|ying)\b|\bengag(?:e|ed|es|ing)\b|\bby virtue\b|\bunder\b|\bpursuant\b|\bin terms of\b|\bin accordance with\b|\bexceed|\blimit\b|\bvexatious|\bneither confirm|\bnot (?:obliged|required|held)\b|\bexcept(?:ed|ion)|\bprejudice|\bnot hold\b|\bformal notice\b|\bnotice\b|\baccessible\b|\bcost\b|\bunable to\b|\bclaim|\bincluded\b|\bciting\b|\bwithin the scope\b|\b(?:adran|rheoliad|eithrio)\b/i;
/** Words that say it was not, or only what it says in general. */
const NOT_USED =
  /\b(?:considered|thought about) but\b|\balso considered\b|\bnot (?:being )?(?:relied|relying|applied|applying|engaged|applicable|rely|apply|claimed)\b|\bdo(?:es)? not (?:apply|engage|rely|consider)\b|\bno longer rel|\bwould (?:also )?(?:have been|be likely to be|also be|be) exempt\b|\b(?:may|might|could) (?:also )?(?:be exempt|apply|be engaged|be applied|be refused)\b|\b(?:one|any|each) of (?:the )?sections\b|\binternal review\b|\bcommissioner for a decision\b|\bright (?:of|to) (?:appeal|complain)|\bcode of practice\b|\badvice and assistance\b|\bduty to (?:assist|advise)\b/i;
/** A section that is explained: what it provides, not that it was used. */
const EXPLAINED =
  /^(?:the )?(?:exemption (?:at|in|under) )?(?:sections?|s\.?|regulations?|reg\.?)\s?\d[\w()., &and]{0,40}?(?:of [^,.;]{3,90}? )?(?:provides?|states?|allows?|enables?|says|covers|relates? to|exempts|sets out|requires?|permits?|places?|gives?|means|is (?:an? )?(?:absolute|qualified|class|prejudice)|are (?:prejudice|qualified|absolute|class)|applies (?:where|when|if|to information))/i;

/**
 * The provisions relied on in these blocks: named by the authority as its ground, not those of the requester, of procedure, of
 * explanation or of other Acts. A section named again without its subsection is not a second one (see `mostExact`).
 */
export function findRelied(blocks: readonly Block[], law: Law): Relied[] {
  const certain: Relied[] = [];
  const likely: Relied[] = [];
  let introduced = false;
  for (const each of blocks) {
    if (each.quote || each.figures) continue;
    const text = each.text;
    const found = findCitations(text, { law }).filter((citation) => findProvision(citation)?.isGround !== false);
    if (found.length === 0) {
      introduced = /:\s*$/.test(text) || /\b(?:following (?:exemptions?|exceptions?|sections?)|exempt by virtue of)\s*$/i.test(text);
      continue;
    }
    const sentences = sentencesOf(text);
    const starts = listStarts(text, found);
    let at = 0;
    for (const [index, citation] of found.entries()) {
      while ((sentences[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= citation.start) at++;
      const sentence = near(sentences[at] ?? { text, start: 0 }, citation.start);
      const relied: Relied = { law: citation.law, provision: citation.provision, words: shorten(sentence.text), line: each.line };
      const weight = weigh(each, sentence, citation, introduced, text.slice(Math.max(0, (starts[index] ?? 0) - 20), starts[index]));
      if (weight === 'relied') certain.push(relied);
      if (weight === 'explained') likely.push(relied);
    }
  }
  const scottish = certain.some(({ law: own, provision }) => own === 'foisa' && /^18\b/.test(provision));
  const hypothetical = scottish ? conditional(blocks, law) : [];
  return unique([...(certain.length > 0 ? certain : likely), ...hypothetical]);
}

/** Where a citation begins, or the list of citations that it is part of: `Sections 24(2) and 31(3)`. */
function listStarts(text: string, found: readonly { start: number; end: number }[]): number[] {
  const starts: number[] = [];
  for (const [index, { start }] of found.entries()) {
    const before = found[index - 1];
    const joined =
      before !== undefined && start - before.end < 12 && /^[\s,;&()/–-]*(?:and|or)?[\s(]*$/i.test(text.slice(before.end, start));
    starts.push(joined ? (starts.at(-1) ?? start) : start);
  }
  return starts;
}

/** A sentence, or of one that never ends the part about the citation. */
function near({ text, start }: { text: string; start: number }, at: number): { text: string; start: number } {
  if (text.length <= 1500) return { text, start };
  const from = Math.max(0, at - start - 500);
  return { text: text.slice(from, from + 1000), start: start + from };
}

function weigh(
  each: Block,
  sentence: { text: string; start: number },
  citation: { start: number; end: number },
  introduced: boolean,
  lead: string,
): 'relied' | 'explained' | 'mentioned' {
  if (NOT_USED.test(sentence.text) || OF_ANY_AUTHORITY.test(sentence.text.toLowerCase())) return 'mentioned';
  const before = each.text.slice(Math.max(0, citation.start - 40), citation.start);
  const listed =
    lead.trim().length <= 12 &&
    each.text.length < 140 &&
    !/\b(?:is|are|provides|states|requires|was|has)\b/i.test(each.text.slice(citation.end, citation.end + 60));
  if (listed || (introduced && lead.trim().length <= 12)) return 'relied';
  const within =
    /\(\s*(?:foia|foisa|eir|under |as per |see )?,?\s*$/i.test(before) &&
    /^\s*(?:of [^)]{0,40})?\)/.test(each.text.slice(citation.end, citation.end + 60));
  if (within) return 'relied';
  if (
    EXPLAINED.test(sentence.text) &&
    !/\b(?:we|i|our|has been applied|applies to (?:some|the|this|that)|is (?:therefore )?engaged)\b/i.test(sentence.text)
  )
    return 'explained';
  if (/^(?:if|where|when|should|in cases where|unless)\b/i.test(sentence.text)) return 'mentioned';
  return USED.test(sentence.text) ? 'relied' : 'mentioned';
}

/** FOISA 18 is used together with the exemption that would apply if the information were held: `it would be exempt under section 38(1)(b)`. */
function conditional(blocks: readonly Block[], law: Law): Relied[] {
  return blocks.flatMap((each) =>
    sentencesOf(each.text).flatMap(({ text }) => {
      if (!/\bwould (?:also )?be exempt\b/i.test(text) || /\b(?:one|any) of (?:the )?sections\b/i.test(text)) return [];
      return findCitations(text, { law })
        .filter((citation) => findProvision(citation)?.isGround !== false && !/^18\b/.test(citation.provision))
        .map((citation) => ({ law: citation.law, provision: citation.provision, words: shorten(text), line: each.line }));
    }),
  );
}

/** Once each, without a section that is named more exactly elsewhere: `24` beside `24(2)`. */
export function mostExact<C extends Citation>(citations: readonly C[]): C[] {
  const once = unique(citations);
  return once.filter((each) => !once.some((other) => other.law === each.law && other.provision.startsWith(`${each.provision}(`)));
}

function unique<C extends Citation>(citations: readonly C[]): C[] {
  const seen = new Set<string>();
  return citations.filter(({ law, provision }) => !seen.has(`${law} ${provision}`) && seen.add(`${law} ${provision}`));
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 110 ? `${flat.slice(0, flat.lastIndexOf(' ', 108))}…` : flat.replace(/[.]$/, '');
}

/**
 * The law that a page says it was answered under; `null` where it names none. Of the two Acts the one named more often: a page under one
 * may point to the other.
 */
export function findLaw(blocks: readonly Block[]): { law: Law; words: string; line: number } | null {
  const named = LAWS_NAMED.map(({ law, pattern }) => {
    const places = blocks.flatMap(({ text, line }) => [...text.matchAll(pattern)].map(([words]) => ({ law, words, line })));
    return { law, times: places.length, first: places[0] };
  });
  const times = (law: Law) => named.find((each) => each.law === law)?.times ?? 0;
  const fits = named.find(
    (each) => each.first && !(each.law === 'foisa' && times('foia') > each.times) && !(each.law === 'foia' && times('foisa') >= each.times),
  );
  return fits?.first ?? null;
}

const HANDLED = String.raw`\b(?:under|dealt with|handled|considered|processed|treated|responded to|response to your request|request under|in accordance with)\b(?:(?!freedom of|foi)[^.]){0,80}`;
const LAWS_NAMED: readonly { law: Law; pattern: RegExp }[] = [
  {
    law: 'eisr',
    pattern: new RegExp(String.raw`${HANDLED}\b(?:environmental information \(scotland\) regulations(?: 2004)?|EI\(?S\)?Rs?\b)`, 'gi'),
  },
  { law: 'foisa', pattern: /\bfreedom of information \(scotland\) act(?: 2002)?\b|\bFOI\(?S\)?A\b(?<=FOISA|FOI\(S\)A)/gi },
  { law: 'eir', pattern: new RegExp(String.raw`${HANDLED}\b(?:environmental information regulations(?: 2004)?|EIRs?\b)`, 'gi') },
  { law: 'foia', pattern: /\bfreedom of information act(?: 2000)?\b|\bFOIA\b|\bdeddf rhyddid gwybodaeth\b/gi },
];

import { findProvision } from '../model/provisions.ts';
import type { Citation } from '../model/laws.ts';
import type { ClosedReason, Outcome } from '../model/outcomes.ts';
import type { Block } from './block.ts';
import { PHRASES } from './outcome-phrases.ts';
import type { Signal } from './phrase.ts';
import { sentencesOf } from './sentences.ts';

/** A thing an authority said, with the words it rests on. */
export interface Said {
  signal: Signal;
  weak: boolean;
  closed: ClosedReason | null;
  /** The words, as the page writes them. */
  words: string;
  line: number;
  /** It is about other information than what was given: `any other information`. */
  other: boolean;
}

/** A provision relied on, with the words it stands in where they are known. */
export type Ground = Citation & { words?: string; line?: number };

/** A proposed outcome and why. */
export interface Decided {
  outcome: Outcome;
  closed: ClosedReason | null;
  because: string;
}

/** Everything these blocks say about the information. Repeated questions, quotations and figures are not the authority's word. */
export function readSignals(blocks: readonly Block[]): Said[] {
  return blocks.flatMap((each) => (each.quote || each.figures || each.kind === 'table' ? [] : signalsOf(each.text, each.line)));
}

/** The same for a text of one line. */
export function signalsOf(text: string, line: number): Said[] {
  return sentencesOf(text).flatMap(({ text: sentence }) => {
    if (sentence.length > 1500) return [];
    const plain = sentence.toLowerCase().replace(/[’‘`]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ');
    if (OF_ANY_AUTHORITY.test(plain)) return [];
    const other = /\bany (?:other|further|additional) information\b|\bother than (?:that|as|the information)\b|\bin addition\b/.test(plain);
    return PHRASES.flatMap(({ signal, pattern, unless, weak, closed }) => {
      const match = pattern.exec(plain);
      if (!match || unless?.test(plain)) return [];
      return [
        { signal, weak: weak === true, closed: closed ?? null, words: wordsAround(sentence, match.index, match[0].length), line, other },
      ];
    });
  });
}

/** What the law says of authorities in general, and not what this one did. */
export const OF_ANY_AUTHORITY =
  /\b(?:a|any|all) public authorit(?:y|ies),? (?:which|that|who|must|may|can|is|are|has|have)\b|\bpublic authorities (?:are|must|may|can|have)\b|\bwhere (?:an )?exemptions? (?:is|are) relied\b|^section \d+(?:\(\d+\))? of (?:the )?\w[^.]{0,60} (?:places|requires) /;

function wordsAround(sentence: string, start: number, length: number): string {
  const flat = sentence.replace(/\s+/g, ' ');
  if (flat.length <= 90) return flat.replace(/[.]$/, '');
  const from = start <= 20 ? 0 : flat.lastIndexOf(' ', start) + 1;
  const end = flat.indexOf(' ', Math.max(start + length, from + 30));
  return `${from > 0 ? '…' : ''}${flat.slice(from, end === -1 ? undefined : end)}${end === -1 ? '' : '…'}`;
}

/** What relying on a provision does to a request: `12` makes it over the cost limit, `24(2)` neither confirmed nor denied. */
export function signalOfProvision({ law, provision }: Citation): Signal {
  const section = /^\d+[A-Z]?/.exec(provision)?.[0] ?? '';
  const scottish = law === 'foisa';
  if (law === 'foia' || law === 'foisa') {
    if (section === '12') return 'cost';
    if (section === '14') return 'vexatious';
    if (section === (scottish ? '25' : '21')) return 'accessible';
    if (scottish && section === '17') return 'not-held';
    if (scottish && section === '18') return 'ncnd';
  }
  if ((law === 'eir' && provision === '12(4)(a)') || (law === 'eisr' && provision === '10(4)(a)')) return 'not-held';
  if ((law === 'eir' && section === '6') || (law === 'eisr' && section === '6')) return 'accessible';
  const lifted = findProvision({ law, provision })?.confirmOrDeny ?? [];
  return lifted.some((each) => provision === each || provision.startsWith(`${each}(`)) ? 'ncnd' : 'refused';
}

const NEGATIVES = ['vexatious', 'closed', 'ncnd', 'cost', 'refused', 'not-held', 'accessible'] as const;

/**
 * The outcome of one question, or of a request that has none: from what was said, the provisions relied on, and whether anything
 * was answered at all. Given beside withheld is `part`; of several ways of not giving, the one that decides is the first in the table.
 * @param answered the answer has words of its own beyond thanks
 */
export function decide(said: readonly Said[], relied: readonly Ground[], answered: { words: string; line: number } | null): Decided | null {
  const kinds = new Set(relied.map(signalOfProvision));
  const strong = said.filter(({ weak }) => !weak);
  // A phrase such as "exempt by virtue of" takes its meaning from the provision that follows it.
  const named = strong.filter(({ signal }) => !(signal === 'refused' && kinds.size > 0 && !kinds.has('refused')));
  const has = (signal: Signal) => named.find((each) => each.signal === signal);
  const negatives: { signal: (typeof NEGATIVES)[number]; because: string; closed: ClosedReason | null }[] = [];
  for (const signal of NEGATIVES) {
    const words = has(signal);
    const provision = relied.find((each) => signalOfProvision(each) === signal);
    if (words) negatives.push({ signal, because: quoteWords(words), closed: words.closed });
    else if (provision)
      negatives.push({
        signal,
        because:
          provision.words === undefined
            ? `it relies on ${provision.provision}`
            : `it relies on ${quoteWords({ words: provision.words, line: provision.line ?? 0 })}`,
        closed: null,
      });
  }
  const weakly = said.find(({ weak, signal }) => weak && signal === 'refused');
  if (negatives.length === 0 && weakly) negatives.push({ signal: 'refused', because: quoteWords(weakly), closed: null });
  const given = has('provided');
  const partly = has('part') ?? (negatives.length === 0 ? said.find(({ signal }) => signal === 'part') : undefined);
  const against = negatives.filter(({ signal }) => signal !== 'accessible');

  // A ground of its own for what is published already, beside another ground, or beside something given.
  const pointed = kinds.has('accessible') ? negatives.find(({ signal }) => signal === 'accessible') : undefined;

  if (partly) return { outcome: 'part', closed: null, because: quoteWords(partly) };
  if (given && against[0]) return { outcome: 'part', closed: null, because: `${quoteWords(given)}, beside ${against[0].because}` };
  if (pointed && (given || ['refused', 'cost', 'ncnd', 'not-held'].includes(against[0]?.signal ?? '')))
    return {
      outcome: 'part',
      closed: null,
      because: `${given ? quoteWords(given) : (against[0]?.because ?? '')}, beside ${pointed.because}`,
    };
  const first = negatives[0];
  if (first && !(given && first.signal === 'accessible')) return { outcome: first.signal, closed: first.closed, because: first.because };
  if (given) return { outcome: 'granted', closed: null, because: quoteWords(given) };
  if (answered)
    return {
      outcome: 'granted',
      closed: null,
      because: `an answer is given and nothing in it withholds anything: “${answered.words}”, line ${answered.line}`,
    };
  return null;
}

/** `“No information held”, line 41` */
export function quoteWords({ words, line }: { words: string; line: number }): string {
  return `“${words}”, line ${line}`;
}

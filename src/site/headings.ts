import { toString } from 'mdast-util-to-string';
import type { Sayings } from '../i18n/en.ts';
import { outcomesOf } from '../log/facets.ts';
import type { Disclosure } from '../log/disclosure.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { sectionKindOf } from '../markdown/section-headings.ts';
import type { Exchange, ExchangeSection } from './exchange.ts';

/** Words that stay in capitals when a heading in capitals is calmed. */
const KEPT = /\b(FOIA?|FOISA|EIS?R|GDPR|DPA|ICO|NCND|UK|PIT|NHS|CCTV|Q\d+[A-Z]?)\b/gi;

/** An author's heading as plain text; one that is all capitals, as sentences are written. */
export function plainHeading(markdown: string): string {
  const text = /[\\*_`[&]/.test(markdown) ? toString(parseMarkdown(markdown)) : markdown;
  const shouted = /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && /\s/.test(text.trim());
  if (!shouted) return text;
  const calm = text.toLowerCase().replace(KEPT, (word) => word.toUpperCase());
  return calm.replace(/\p{L}/u, (first) => first.toUpperCase());
}

/** The heading of a section: ours where the author's is one of the usual words and stands once, else the author's. `null` for text before any heading. */
export function headingOf(section: ExchangeSection, exchange: Exchange, t: Sayings): string | null {
  if (section.kind === 'both') return t.entry.requestAndAnswer;
  if (section.heading === null) return null;
  const heading = plainHeading(section.heading);
  const usual = sectionKindOf(heading) !== null && exchange.sections.filter(({ kind }) => kind === section.kind).length === 1;
  if (section.kind === 'asked' && usual) return t.entry.asked;
  if (section.kind === 'answered' && usual) return t.entry.answeredHeading;
  return heading;
}

/** What the reasons are reasons for, by what was decided; plain where several things were. */
export function reasonsHeading(entry: Disclosure, t: Sayings): string {
  const decided = outcomesOf(entry).filter(
    (outcome) => outcome !== 'granted' && outcome !== 'not-held' && outcome !== 'accessible' && outcome !== 'closed',
  );
  const kinds = new Set(decided.map((outcome) => HEADING[outcome]));
  const [only] = kinds;
  return t.entry.reasons[only && kinds.size === 1 ? only : 'plain'];
}

const HEADING = { refused: 'withheld', part: 'withheld', ncnd: 'ncnd', cost: 'cost', vexatious: 'refused' } as const;

import type { Law } from './laws.ts';
import { LAWS } from './laws.ts';
import { findProvision } from './provisions.ts';

export interface FoundCitation {
  law: Law;
  provision: string;
  start: number;
  end: number;
  text: string;
}

export function parseProvision(written: string, _law: Law): string | null {
  const compact = written.replace(/^\s*(?:sections?|ss?|regulations?|regs?)\.?\s*/i, '').replace(/\s+/g, '');
  return /^\d{1,3}[A-Z]?(?:\([0-9a-z]{1,4}[A-Z]?\))*$/.test(compact) ? compact : null;
}

export function checkProvision(written: string, law: Law): { provision: string } | { problem: string; fix: string } {
  const provision = parseProvision(written, law);
  if (!provision) return { problem: `'${written}' is not a provision`, fix: 'Write it as 31(3).' };
  if (!findProvision({ law, provision })) return { problem: `${LAWS[law].short} has no ${LAWS[law].unit} ${provision}`, fix: 'Check the number.' };
  return { provision };
}

export function findCitations(text: string, context: { law: Law }): FoundCitation[] {
  const found: FoundCitation[] = [];
  for (const match of text.matchAll(/\b(?:sections?|s\.?|regulation|reg\.?)\s{0,9}(\d{1,3}[A-Z]?(?:\s?\([0-9a-z]{1,4}[A-Z]?\)){0,6})/gi)) {
    const provision = parseProvision(match[1] ?? '', context.law);
    if (provision && findProvision({ law: context.law, provision }))
      found.push({ law: context.law, provision, start: match.index, end: match.index + match[0].length, text: match[0] });
  }
  return found;
}

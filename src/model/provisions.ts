import { formatCitation, LAWS, type Citation, type Law } from './laws.ts';
import { FOIA_PROVISIONS } from './provisions/foia.ts';
import { EIR_PROVISIONS } from './provisions/eir.ts';
import { FOISA_PROVISIONS } from './provisions/foisa.ts';
import { EISR_PROVISIONS } from './provisions/eisr.ts';

export interface Provision {
  law: Law;
  number: string;
  title: string;
  kind: 'absolute' | 'qualified' | 'mixed' | 'procedural';
  isGround: boolean;
  meaning: string;
  test: string;
  confirmOrDeny: string[];
  parts?: Record<string, string>;
}

export const PROVISIONS: Record<Law, readonly Provision[]> = {
  foia: FOIA_PROVISIONS,
  eir: EIR_PROVISIONS,
  foisa: FOISA_PROVISIONS,
  eisr: EISR_PROVISIONS,
};

const isPrefix = (prefix: string, whole: string) => whole === prefix || whole.startsWith(`${prefix}(`);

export function findProvision({ law, provision }: Citation): Provision | null {
  const matches = PROVISIONS[law].filter(({ number }) => isPrefix(number, provision));
  return matches.sort((a, b) => b.number.length - a.number.length)[0] ?? null;
}

export function describeProvision(citation: Citation): string {
  const entry = findProvision(citation);
  if (!entry) return formatCitation(citation);
  if (entry.confirmOrDeny.some((each) => isPrefix(each, citation.provision))) return `${entry.title}: the duty to confirm or deny does not arise`;
  const part = entry.parts?.[citation.provision];
  return part ? `${entry.title}: ${part}` : entry.title;
}

export function slugOfProvision(citation: Citation): string {
  const number = findProvision(citation)?.number ?? citation.provision;
  return `${citation.law}-${number.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/-$/, '')}`;
}

export function statuteUrl({ law, provision }: Citation): string {
  return `${LAWS[law].statute}/${LAWS[law].unit}/${/^\w+/.exec(provision)?.[0] ?? ''}`;
}

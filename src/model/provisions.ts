import { formatCitation, LAWS, type Citation, type Law } from './laws.ts';
import { FOIA_PROVISIONS } from './provisions/foia.ts';
import { EIR_PROVISIONS } from './provisions/eir.ts';
import { FOISA_PROVISIONS } from './provisions/foisa.ts';
import { EISR_PROVISIONS } from './provisions/eisr.ts';

/** One section or regulation that answers rely on, in words for the public: general, true whatever the case. */
export interface Provision {
  law: Law;
  /** Canonical: `31`, `22A`; under the Regulations, where each exception stands alone, `12(5)(b)`. */
  number: string;
  title: string;
  /**
   * `absolute`: no public interest test. `qualified`: with one. `mixed`: some parts with, some without. `procedural`: no exemption or
   * exception, but a duty, a step, or (with `isGround`) another ground for not giving information.
   */
  kind: 'absolute' | 'qualified' | 'mixed' | 'procedural';
  /** Information can be withheld, or not confirmed, under it: a page exists for it. */
  isGround: boolean;
  /** What it is about, in two or three sentences. Never says that an authority was right. */
  meaning: string;
  /** What the authority has to show and to weigh. */
  test: string;
  /** The provisions by which the duty to confirm or deny does not arise: `['31(3)']`; all of them, and all below them. */
  confirmOrDeny: string[];
  /** What single parts cover, as words that can follow the title and a colon: `'31(1)(a)': 'the prevention or detection of crime'`. */
  parts?: Record<string, string>;
}

/** The provisions of each law, in the order of the law. */
export const PROVISIONS: Record<Law, readonly Provision[]> = {
  foia: FOIA_PROVISIONS,
  eir: EIR_PROVISIONS,
  foisa: FOISA_PROVISIONS,
  eisr: EISR_PROVISIONS,
};

/** `31` covers `31(1)(a)`, but neither `311` nor `31A`. */
function covers(wider: string, provision: string): boolean {
  return provision === wider || provision.startsWith(`${wider}(`);
}

/**
 * The table entry that a citation falls under: the longest that covers it, so that FOIA `31(1)(a)` gives `31` and EIR `12(5)(b)` itself.
 * `null` when the law has no such entry, and for an exception that does not exist beside ones that do (EIR `12(5)(h)`).
 */
export function findProvision({ law, provision }: Citation): Provision | null {
  const its = known[law];
  let found = its.get(provision);
  if (found === undefined) {
    if (its.size >= KNOWN) its.clear();
    its.set(provision, (found = lookUp(law, provision)));
  }
  return found;
}

/** What was looked up, of each law up to so many: a log names few provisions, and each of them again and again. */
const KNOWN = 2000;
const known: Record<Law, Map<string, Provision | null>> = { foia: new Map(), eir: new Map(), foisa: new Map(), eisr: new Map() };

function lookUp(law: Law, provision: string): Provision | null {
  let found: Provision | null = null;
  for (const entry of PROVISIONS[law]) {
    if (covers(entry.number, provision) && entry.number.length > (found?.number.length ?? 0)) found = entry;
  }
  if (!found || found.number.includes('(')) return found;
  const paragraph = /^[^(]+\([^)]+\)(?=\()/.exec(provision)?.[0];
  const isList = paragraph !== undefined && PROVISIONS[law].some(({ number }) => number.startsWith(`${paragraph}(`));
  return isList ? null : found;
}

/**
 * What a citation says, in a line: `Law enforcement: the prevention or detection of crime`; FOIA `31(3)` gives `Law enforcement: the duty
 * to confirm or deny does not arise`. A citation outside the tables is given as written, `FOIA 93(4)`.
 */
export function describeProvision(citation: Citation): string {
  const entry = findProvision(citation);
  if (!entry) return formatCitation(citation);
  const { title, parts = {}, confirmOrDeny, number } = entry;
  const part = longestCovering(Object.keys(parts), citation.provision);
  const silence = longestCovering(confirmOrDeny, citation.provision);
  if (silence && silence !== number && silence.length >= (part?.length ?? 0)) return `${title}: ${NOT_CONFIRMED[citation.law]}`;
  return part ? `${title}: ${parts[part]}` : title;
}

/** The Regulations and FOISA have no "duty to confirm or deny" to lift. */
const NOT_CONFIRMED: Record<Law, string> = {
  foia: 'the duty to confirm or deny does not arise',
  eir: 'the authority may neither confirm nor deny that it holds the information',
  foisa: 'the authority need not say whether the information exists',
  eisr: 'the authority need not say whether the information exists',
};

function longestCovering(candidates: readonly string[], provision: string): string | undefined {
  return candidates.filter((each) => covers(each, provision)).sort((a, b) => b.length - a.length)[0];
}

/** The slug of the page that explains a citation: `foia-31` for FOIA 31(1)(a), `eir-12-5-b`. One slug for one table entry. */
export function slugOfProvision(citation: Citation): string {
  const number = findProvision(citation)?.number ?? citation.provision;
  return `${citation.law}-${number}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

/** The section or regulation on legislation.gov.uk: `https://www.legislation.gov.uk/ukpga/2000/36/section/31`. */
export function statuteUrl({ law, provision }: Citation): string {
  const number = /^[^(]*/.exec(provision)?.[0].trim() ?? '';
  return `${LAWS[law].statute}/${LAWS[law].unit}/${encodeURIComponent(number)}`;
}

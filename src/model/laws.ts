/**
 * The four access laws that an entry can be answered under. One closed table; the provisions of each are in `provisions/`.
 */
export const LAWS = {
  foia: {
    short: 'FOIA',
    name: 'Freedom of Information Act 2000',
    unit: 'section',
    ground: 'exemption',
    statute: 'https://www.legislation.gov.uk/ukpga/2000/36',
    place: 'England, Wales, Northern Ireland and UK-wide bodies',
    environmental: 'eir',
    regulator: { name: 'Information Commissioner', url: 'https://ico.org.uk/make-a-complaint/' },
  },
  eir: {
    short: 'EIR',
    name: 'Environmental Information Regulations 2004',
    unit: 'regulation',
    ground: 'exception',
    statute: 'https://www.legislation.gov.uk/uksi/2004/3391',
    place: 'England, Wales, Northern Ireland and UK-wide bodies',
    environmental: 'eir',
    regulator: { name: 'Information Commissioner', url: 'https://ico.org.uk/make-a-complaint/' },
  },
  foisa: {
    short: 'FOISA',
    name: 'Freedom of Information (Scotland) Act 2002',
    unit: 'section',
    ground: 'exemption',
    statute: 'https://www.legislation.gov.uk/asp/2002/13',
    place: 'Scottish public authorities',
    environmental: 'eisr',
    regulator: { name: 'Scottish Information Commissioner', url: 'https://www.foi.scot/appeal' },
  },
  eisr: {
    short: 'EISR',
    name: 'Environmental Information (Scotland) Regulations 2004',
    unit: 'regulation',
    ground: 'exception',
    statute: 'https://www.legislation.gov.uk/ssi/2004/520',
    place: 'Scottish public authorities',
    environmental: 'eisr',
    regulator: { name: 'Scottish Information Commissioner', url: 'https://www.foi.scot/appeal' },
  },
} as const;

/** The id of a law, as entries and `log.yaml` store it. */
export type Law = keyof typeof LAWS;

export const LAW_IDS = Object.keys(LAWS) as [Law, ...Law[]];

/** A provision of one law: `{law: 'foia', provision: '31(1)(a)'}`; `provision` in its canonical spelling (see `citations.ts`). */
export interface Citation {
  law: Law;
  provision: string;
}

/** As JSON, CSV and commands print it: the law's short name, a space, the number. `FOIA 40(2)`. */
export function formatCitation({ law, provision }: Citation): string {
  return `${LAWS[law].short} ${provision}`;
}

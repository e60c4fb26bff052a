import type { Host } from '../model/hosts.ts';
import type { Calendar, Language, LogConfig } from '../model/log-config.ts';
import type { Law } from '../model/laws.ts';
import type { AuthorityPage, Disclosure, Facet, Tombstone } from './disclosure.ts';

/** A whole log: who publishes, and everything that is published, in order. */
export interface Log {
  settings: Settings;
  /** Newest first; those without a date last, by reference. */
  entries: Disclosure[];
  withdrawn: Tombstone[];
  facets: Facets;
  pages: AuthorityPage[];
}

export interface Facets {
  /** Every declared topic, in the order of log.yaml, also those with no entry yet. */
  topics: Facet[];
  /** Newest first; entries without a year are counted in `undated`. */
  years: Facet[];
  undated: number;
  /** Outcomes that occur, in the order of the table. An entry counts once under each outcome that it or one of its questions has. */
  outcomes: Facet[];
  /** Provisions that occur, by law and number, at the level that has a page of its own. */
  exemptions: Facet[];
}

/** log.yaml with its defaults, in the language of the site. */
export interface Settings {
  authority: string;
  law: Law;
  /** Laws that have exemption pages: the log's own, its environmental companion, and any other that an entry names. */
  laws: Law[];
  language: Language;
  /** Canonical origin without a trailing slash, `null` where none is stated. */
  site: string | null;
  description: string | null;
  timeZone: string;
  calendar: Calendar;
  /** `#rrggbb` */
  accent: string;
  contact: { email: string | null; phone: string | null; address: string | null; url: string | null; accessibleFormats: string | null };
  complaints: string | null;
  reviewDays: number;
  regulator: { name: string; url: string; address: string | null };
  licence: { name: string; url: string } | null;
  selection: string | null;
  examples: string[];
  /** Those that files are written for; `null` where log.yaml names none, which is all. */
  hosts: Host[] | null;
  security: SecurityContact | null;
  topics: { slug: string; label: string }[];
}

/** What `/.well-known/security.txt` says. */
export type SecurityContact = NonNullable<LogConfig['security']>;

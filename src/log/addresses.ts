import type { Citation } from '../model/laws.ts';
import type { Outcome } from '../model/outcomes.ts';
import { slugOfProvision } from '../model/provisions.ts';

/** Every path of the site in one place. All begin and, but for files, end with `/`; a base path is put before them by `site/base.ts`. */

/** Entries on one page of a list. */
export const PAGE_SIZE = 50;

const page = (number: number) => (number > 1 ? `page/${number}/` : '');

export const addresses = {
  home: () => '/',
  search: () => '/search/',
  alreadyAnswered: () => '/already-answered/',
  embedScript: () => '/embed/already-answered.js',
  entries: (number = 1) => `/disclosures/${page(number)}`,
  entry: (slug: string) => `/disclosures/${slug}/`,
  question: (slug: string, anchor: string) => `/disclosures/${slug}/#${anchor}`,
  attachment: (slug: string, file: string) => `/disclosures/${slug}/${file.split('/').map(encodeURIComponent).join('/')}`,
  topics: () => '/topics/',
  topic: (topic: string, number = 1) => `/topics/${topic}/${page(number)}`,
  topicFeed: (topic: string) => `/topics/${topic}/feed.xml`,
  years: () => '/years/',
  year: (year: string | number, number = 1) => `/years/${year}/${page(number)}`,
  outcomes: () => '/outcomes/',
  outcome: (outcome: Outcome, number = 1) => `/outcomes/${outcome}/${page(number)}`,
  exemptions: () => '/exemptions/',
  exemption: (citation: Citation) => `/exemptions/${slugOfProvision(citation)}/`,
  exemptionList: (slug: string, number = 1) => `/exemptions/${slug}/${page(number)}`,
  authorityPage: (slug: string) => `/${slug}/`,
  feed: () => '/feed.xml',
  data: () => '/data/',
  csv: () => '/data/disclosures.csv',
  json: () => '/data/disclosures.json',
  sitemap: () => '/sitemap.xml',
  openSearch: () => '/opensearch.xml',
  securityText: () => '/.well-known/security.txt',
} as const;

/** First path parts that the site itself uses, so that a page of the authority's own cannot take one. */
export const RESERVED_PATHS = [
  'search',
  'already-answered',
  'embed',
  'opensearch',
  'disclosures',
  'topics',
  'years',
  'outcomes',
  'exemptions',
  'statistics',
  'data',
  'feed',
  'sitemap',
  'cy',
  '404',
  '_astro',
];

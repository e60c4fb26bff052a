import { addresses } from '../log/addresses.ts';
import type { Log } from '../log/log.ts';
import { OUTCOME_IDS } from '../model/outcomes.ts';
import { exemptionPages } from './exemptions.ts';

/** A page worth finding, with the day it last changed where that is known. */
export interface SitemapEntry {
  path: string;
  changed: string | null;
}

/** A sitemap may hold this many addresses (sitemaps.org). */
export const SITEMAP_SIZE = 50_000;

/** Every page worth finding: entries first, then what leads to them. Further pages of lists, tools and tombstones are left out. */
export function sitemapEntries(log: Log): SitemapEntry[] {
  const { facets, settings } = log;
  const page = (path: string): SitemapEntry => ({ path, changed: null });
  return [
    page(addresses.home()),
    ...log.entries.map(({ slug, dates, date }) => ({ path: addresses.entry(slug), changed: dates.updated ?? dates.published ?? date })),
    ...[
      addresses.entries(),
      addresses.topics(),
      addresses.years(),
      addresses.outcomes(),
      addresses.exemptions(),
      addresses.data(),
      addresses.alreadyAnswered(),
    ].map(page),
    ...settings.topics.map(({ slug }) => page(addresses.topic(slug))),
    ...facets.years.map(({ id }) => page(addresses.year(id))),
    ...OUTCOME_IDS.map((outcome) => page(addresses.outcome(outcome))),
    ...exemptionPages(log).map(({ slug }) => page(addresses.exemptionList(slug))),
    ...log.pages.map(({ slug }) => page(addresses.authorityPage(slug))),
  ];
}

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The text of one sitemap. @param address makes a path of this site absolute */
export function writeSitemap(entries: readonly SitemapEntry[], address: (path: string) => string): string {
  const urls = entries.map(
    ({ path, changed }) => `<url><loc>${escape(address(path))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}">\n${urls.join('\n')}\n</urlset>\n`;
}

/** The text of the sitemap that names the others, where one cannot hold all. */
export function writeSitemapIndex(paths: readonly string[], address: (path: string) => string): string {
  const maps = paths.map((path) => `<sitemap><loc>${escape(address(path))}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${maps.join('\n')}\n</sitemapindex>\n`;
}

import type { APIRoute, GetStaticPaths } from 'astro';
import { address } from '../site/base.ts';
import { SITEMAP_SIZE, sitemapEntries, writeSitemap, writeSitemapIndex } from '../site/sitemap.ts';
import { getLog } from '../site/the-log.ts';

/** `sitemap.xml`; where one cannot hold every address, that one names `sitemap-1.xml` and so on. None where the log states no site. */
export const getStaticPaths = (async () => {
  const log = await getLog();
  if (log.settings.site === null) return [];
  const to = address(log.settings.site);
  const entries = sitemapEntries(log);
  const parts = Array.from({ length: Math.ceil(entries.length / SITEMAP_SIZE) }, (_, index) =>
    entries.slice(index * SITEMAP_SIZE, (index + 1) * SITEMAP_SIZE),
  );
  const file = (name: string, text: string) => ({ params: { sitemap: name }, props: { text } });
  if (parts.length <= 1) return [file('sitemap', writeSitemap(entries, to))];
  const names = parts.map((_, index) => `sitemap-${index + 1}`);
  return [
    file(
      'sitemap',
      writeSitemapIndex(
        names.map((name) => `/${name}.xml`),
        to,
      ),
    ),
    ...parts.map((part, index) => file(names[index] ?? '', writeSitemap(part, to))),
  ];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

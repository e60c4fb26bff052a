import type { APIRoute, GetStaticPaths } from 'astro';
import { say } from '../i18n/say.ts';
import { openSearchOf } from '../open-data/opensearch.ts';
import { address } from '../site/base.ts';
import { getLog } from '../site/the-log.ts';

/** `opensearch.xml`; none where the log states no site, for it needs whole addresses. */
export const getStaticPaths = (async () => {
  const { settings } = await getLog();
  if (settings.site === null) return [];
  const { searchEngine } = say(settings.language).frame;
  const words = { name: searchEngine.name(settings.authority), description: searchEngine.description(settings.authority) };
  return [{ params: { opensearch: 'opensearch' }, props: { text: openSearchOf(settings, words, address(settings.site)) } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } });

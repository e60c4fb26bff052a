import type { APIRoute, GetStaticPaths } from 'astro';
import { addresses } from '../../../log/addresses.ts';
import type { Disclosure } from '../../../log/disclosure.ts';
import { atomOf, entriesOfFeed } from '../../../open-data/atom.ts';
import { address } from '../../../site/base.ts';
import { listsOf } from '../../../site/lists.ts';
import { frameKey, keyOf } from '../../../site/page-key.ts';
import { getFrame, getLog } from '../../../site/the-log.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const log = await getLog();
  const { topics } = listsOf(log);
  return log.settings.topics.map(({ slug, label }) => {
    const entries = entriesOfFeed(topics.get(slug) ?? []);
    return { params: { topic: slug }, props: { label, entries }, cacheKey: keyOf(frameKey(log), slug, label, entries) };
  });
};

export const GET: APIRoute<{ label: string; entries: Disclosure[] }> = async ({ props, params }) => {
  const { settings } = await getFrame();
  const topic = params['topic'] ?? '';
  const feed = { title: `${settings.authority}: ${props.label}`, self: addresses.topicFeed(topic), page: addresses.topic(topic) };
  return new Response(atomOf(props.entries, feed, settings, address(settings.site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};

import type { APIRoute, GetStaticPaths } from 'astro';
import { addresses } from '../../../log/addresses.ts';
import type { Disclosure } from '../../../log/disclosure.ts';
import { atomOf } from '../../../open-data/atom.ts';
import { address } from '../../../site/base.ts';
import { getLog } from '../../../site/the-log.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { entries, settings } = await getLog();
  const byTopic = new Map<string, Disclosure[]>(settings.topics.map(({ slug }) => [slug, []]));
  for (const entry of entries) for (const topic of entry.topics) byTopic.get(topic)?.push(entry);
  return settings.topics.map(({ slug, label }) => ({ params: { topic: slug }, props: { label, entries: byTopic.get(slug) ?? [] } }));
};

export const GET: APIRoute<{ label: string; entries: Disclosure[] }> = async ({ props, params }) => {
  const { settings } = await getLog();
  const topic = params['topic'] ?? '';
  const feed = { title: `${settings.authority}: ${props.label}`, self: addresses.topicFeed(topic), page: addresses.topic(topic) };
  return new Response(atomOf(props.entries, feed, settings, address(settings.site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};

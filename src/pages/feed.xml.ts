import type { APIRoute } from 'astro';
import { addresses } from '../log/addresses.ts';
import { atomOf } from '../open-data/atom.ts';
import { address } from '../site/base.ts';
import { getLog } from '../site/the-log.ts';

export const GET: APIRoute = async () => {
  const { entries, settings } = await getLog();
  const feed = { title: `${settings.authority}: published FOI answers`, self: addresses.feed(), page: addresses.home() };
  return new Response(atomOf(entries, feed, settings, address(settings.site)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};

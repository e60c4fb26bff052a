import type { APIRoute } from 'astro';
import { addresses } from '../log/addresses.ts';
import { absolute } from '../site/base.ts';
import { getLog } from '../site/the-log.ts';

export const GET: APIRoute = async () => {
  const { settings } = await getLog();
  const sitemap = absolute(addresses.sitemap(), settings.site);
  const lines = ['User-agent: *', 'Disallow:', ...(sitemap ? [`Sitemap: ${sitemap}`] : [])];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};

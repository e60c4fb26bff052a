import type { APIRoute } from 'astro';
import { accentShades } from '../site/contrast.ts';
import { getLog } from '../site/the-log.ts';

/** The authority's colour, in shades that can be read: a style sheet of its own, because the page may hold no style. */
export const GET: APIRoute = async () => {
  const { settings } = await getLog();
  const { light, dark } = accentShades(settings.accent);
  const css = `@layer tokens{:root{--accent:${light}}@media screen and (prefers-color-scheme:dark){:root{--accent:${dark}}}}\n`;
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } });
};

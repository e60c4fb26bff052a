import type { APIRoute } from 'astro';
import { say } from '../../i18n/say.ts';
import { askedSettings } from '../../search/asked-settings.ts';
import { getLog } from '../../site/the-log.ts';

/** What the element <already-answered> in another site's form needs to know of this log, under a name that does not change. */
export const GET: APIRoute = async () => {
  const log = await getLog();
  return new Response(JSON.stringify(askedSettings(log, say(log.settings.language))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};

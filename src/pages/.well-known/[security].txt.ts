import type { APIRoute, GetStaticPaths } from 'astro';
import { runOptions } from '../../log/run-options.ts';
import { isExpired, securityText } from '../../log/security-text.ts';
import { minuteIn } from '../../model/dates.ts';
import { address } from '../../site/base.ts';
import { getLog } from '../../site/the-log.ts';

/** `security.txt`; none where log.yaml states no contact, or one that has expired. */
export const getStaticPaths = (async () => {
  const { settings } = await getLog();
  const { security, site, timeZone } = settings;
  if (!security || isExpired(security, minuteIn(timeZone, runOptions().now).slice(0, 10))) return [];
  return [{ params: { security: 'security' }, props: { text: securityText(security, settings, address(site)) } }];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });

import type { APIRoute } from 'astro';
import { publicRecord } from '../../open-data/record.ts';
import { address } from '../../site/base.ts';
import { getLog } from '../../site/the-log.ts';

export const GET: APIRoute = async () => {
  const { entries, withdrawn, settings } = await getLog();
  const disclosures = entries.map((entry) => publicRecord(entry, address(settings.site)));
  const gone = withdrawn.map(({ reference, title, date, reason }) => ({ reference, title, date, reason }));
  const whole = { authority: settings.authority, licence: settings.licence, selection: settings.selection, disclosures, withdrawn: gone };
  return new Response(`${JSON.stringify(whole, null, 1)}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};

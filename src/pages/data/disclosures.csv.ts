import type { APIRoute } from 'astro';
import { csvOf } from '../../open-data/csv.ts';
import { publicRecord } from '../../open-data/record.ts';
import { address } from '../../site/base.ts';
import { getLog } from '../../site/the-log.ts';

export const GET: APIRoute = async () => {
  const { entries, settings } = await getLog();
  const records = entries.map((entry) => publicRecord(entry, address(settings.site)));
  return new Response(csvOf(records), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};

import { defineLiveCollection } from 'astro:content';
import { logLoader } from './site/loader.ts';

/**
 * The seam between the log and Astro: one record an entry, and one of the log as a whole. Live collections are asked when pages are drawn, so
 * that what draws them holds nothing of any log, and is made once for all of them.
 */
export const collections = {
  disclosures: defineLiveCollection({ loader: logLoader('disclosures') }),
  log: defineLiveCollection({ loader: logLoader('log') }),
};

import { defineCollection } from 'astro:content';
import { logLoader } from './site/loader.ts';

/** The seam between the log and Astro: one thin record an entry, and one record of the log as a whole. */
export const collections = {
  disclosures: defineCollection({ loader: logLoader('disclosures') }),
  log: defineCollection({ loader: logLoader('log') }),
};

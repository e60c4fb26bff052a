import { renderToString } from 'astro/runtime/server/index.js';

/*
 * What draw-quickly.ts calls of Astro's runtime. It is bundled beside the pages, with their runtime and no other, so that each knows the
 * parts that the other makes.
 */

/** The text of a page; `null` where it is not a text. The parameters are Astro's. */
export async function pageText(...page: Parameters<typeof renderToString>): Promise<string | null> {
  const text = await renderToString(...page);
  return typeof text === 'string' ? text : null;
}

/*
 * What a host sends with the files of a site, in one table: the server of this program answers so, and the files that tell other hosts what to
 * send can be made from it.
 */

/**
 * With everything: nothing but the site's own files, no inline script or style, no framing, and no text ever taken for a script (Trusted Types).
 * `wasm-unsafe-eval` is for the search engine alone.
 */
const EVERYWHERE: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** What another site's request form loads to suggest answers: published text and the scripts that look through it. */
const FOR_OTHER_SITES = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Headers beside those of every file, by what the path begins with; a later row takes precedence. */
export const HEADERS_BY_PATH: readonly { begins: string; headers: Record<string, string> }[] = [
  { begins: '/_astro/', headers: FOR_OTHER_SITES },
  { begins: '/search/index-', headers: FOR_OTHER_SITES },
  // Their names stay the same when what they hold changes.
  { begins: '/embed/', headers: { ...FOR_OTHER_SITES, 'cache-control': 'no-cache' } },
  { begins: '/opensearch.xml', headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
];

/** The headers of a path of the site, without its base: `/embed/already-answered.js`. */
export function headersFor(path: string): Record<string, string> {
  return Object.assign(
    {},
    EVERYWHERE,
    ...HEADERS_BY_PATH.filter(({ begins }) => path.startsWith(begins)).map(({ headers }) => headers),
  ) as Record<string, string>;
}

import { ACTIVE_ENDINGS, mediaTypeOf } from './media-types.ts';
import { matches } from './path-pattern.ts';

/*
 * What a host sends with the files of a site, in one table: the server of this program answers so, and the files that tell other hosts what to
 * send are made from it (site/hosts/).
 */

/** Headers of the addresses that a pattern (path-pattern.ts) matches, without the base path. */
export interface HeaderRule {
  path: string;
  headers: Readonly<Record<string, string>>;
}

/**
 * A page's policy: nothing but the site's own files, no inline script or style, no framing, and no text ever taken for a script (Trusted Types).
 * Only a page that searches runs WebAssembly, which is Pagefind's. Every page may ask the site itself for its files: what looks at a page from
 * within (Lighthouse asks for /robots.txt) has to, and nothing leaves by that.
 */
export function pagePolicy(searches: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self'${searches ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Pages that load the search. */
export const SEARCHING_PAGES = ['/search/', '/already-answered/'] as const;

const ATTACHMENT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a site never asks of a browser, nor lets anything ask. */
const NO_FEATURES = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone'],
  ...['midi', 'payment', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const EVERYWHERE = {
  'content-security-policy': pagePolicy(false),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': NO_FEATURES,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // May be kept, and is asked for anew each time: pages and the index that they name change together.
  'cache-control': 'no-cache',
};

/** A year; not for the whole domain, which is not the log's to bind. */
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' };

/** What other sites may read: open data and feeds, and what their request forms load to suggest answers. */
const FOR_OTHER_SITES = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
/** Its name is a hash of what it holds. */
const FOR_EVER = { 'cache-control': 'public, max-age=31536000, immutable' };

const on = (paths: readonly string[], headers: Readonly<Record<string, string>>): HeaderRule[] => paths.map((path) => ({ path, headers }));

/**
 * The table: the first row is for every address; a later row takes precedence, header by header. No row takes a header away, for not every host
 * can.
 * @param isHttps the site's canonical address is https
 */
export function headerRules({ isHttps }: { isHttps: boolean }): HeaderRule[] {
  return [
    { path: '/*', headers: { ...EVERYWHERE, ...(isHttps ? HTTPS_ONLY : {}) } },
    ...on(SEARCHING_PAGES, { 'content-security-policy': pagePolicy(true) }),
    ...on(['/_astro/*', '/search/index-*'], { ...FOR_OTHER_SITES, ...FOR_EVER }),
    ...on(['/embed/*', '/data/*'], FOR_OTHER_SITES),
    ...on(['/feed.xml', '/topics/:topic/feed.xml'], { ...FOR_OTHER_SITES, 'content-type': 'application/atom+xml; charset=utf-8' }),
    ...on(['/feed.json', '/topics/:topic/feed.json'], { ...FOR_OTHER_SITES, 'content-type': 'application/feed+json; charset=utf-8' }),
    ...on(['/opensearch.xml'], { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' }),
    // A document has no power over the site, whatever is in it.
    ...on(['/disclosures/:entry/:file'], { 'content-security-policy': `sandbox; ${ATTACHMENT}` }),
    // Browsers show a PDF with a viewer of their own, apart from the site, which a sandbox would stop.
    ...on(['/disclosures/*.pdf'], { 'content-security-policy': ATTACHMENT }),
    ...on(
      ACTIVE_ENDINGS.map((ending) => `/disclosures/*.${ending}`),
      { 'content-disposition': 'attachment' },
    ),
    // (To some hosts `/disclosures/page/2/` is a file below an entry.)
    ...on(['/disclosures/page/*'], { 'content-security-policy': pagePolicy(false) }),
  ];
}

/** The headers of a path of the site, without its base: `/embed/already-answered.js`. Its type is among them. */
export function headersFor(rules: readonly HeaderRule[], address: string): Record<string, string> {
  const path = address.replace(/\/index\.html$/, '/');
  const its = rules.filter((rule) => matches(rule.path, path)).map(({ headers }) => headers);
  return Object.assign({ 'content-type': mediaTypeOf(path) }, ...its) as Record<string, string>;
}

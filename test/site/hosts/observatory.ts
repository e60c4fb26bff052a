/*
 * The scoring of Mozilla's HTTP Observatory (github.com/mdn/mdn-http-observatory, MPL-2.0) as its documentation states it, for a page that sets no
 * cookie and is reached by https: what each finding takes from 100, and, from 90 on, adds.
 */

interface Page {
  headers: Record<string, string>;
  html: string;
}

/** Directives by name; the first of a name counts. */
function directives(policy: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().toLowerCase().split(/\s+/);
    if (name !== '' && !found.has(name)) found.set(name, sources);
  }
  return found;
}

function contentSecurityPolicy({ headers }: Page): number {
  const text = headers['content-security-policy'];
  if (text === undefined) return -25;
  const policy = directives(text);
  const of = (name: string) => policy.get(name) ?? policy.get('default-src') ?? ['*'];
  const isBroad = (source: string) => ["'unsafe-inline'", 'data:', 'https:', 'http:', '*', 'blob:'].includes(source);
  if (of('script-src').some(isBroad) || of('object-src').some(isBroad)) return -20;
  if (of('script-src').includes("'unsafe-eval'")) return -10;
  if ([...policy.values()].flat().some((source) => source.startsWith('http:'))) return -20;
  if (of('style-src').some(isBroad)) return 0;
  const form = policy.get('form-action') ?? ['*'];
  const isNone = policy.get('default-src')?.join() === "'none'" && form.every((source) => ["'self'", "'none'"].includes(source));
  return isNone ? 10 : 5;
}

const cookies = ({ headers }: Page) => (headers['set-cookie'] === undefined ? 0 : -20);

const sharing = ({ headers }: Page) => (headers['access-control-allow-credentials'] === 'true' ? -50 : 0);

/** Only a site that says so for itself is known to be led from http to https; the host does the rest. */
function strictTransport({ headers }: Page): number {
  const text = headers['strict-transport-security'];
  if (text === undefined) return -20;
  const maxAge = Number(/max-age=(\d+)/.exec(text)?.[1] ?? Number.NaN);
  return Number.isNaN(maxAge) ? -20 : maxAge >= 15_768_000 ? 0 : -10;
}

function referrer({ headers }: Page): number {
  const text = headers['referrer-policy'];
  if (text === undefined) return 0;
  return ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'].includes(text.split(',').at(-1)?.trim() ?? '')
    ? 5
    : -5;
}

function integrity({ html }: Page): number {
  const scripts = [...html.matchAll(/<script[^>]*\ssrc="([^"]*)"[^>]*>/g)];
  if (scripts.length === 0) return 0;
  if (scripts.some(([, src = '']) => /^(?:https?:)?\/\//.test(src))) return -50;
  return scripts.every(([tag]) => / integrity="sha(?:256|384|512)-/.test(tag)) ? 5 : 0;
}

const noSniff = ({ headers }: Page) => (headers['x-content-type-options'] === 'nosniff' ? 0 : -5);

function framing({ headers }: Page): number {
  const ancestors = directives(headers['content-security-policy'] ?? '').get('frame-ancestors');
  if (ancestors && !ancestors.includes('*')) return 5;
  return /^(?:deny|sameorigin)$/i.test(headers['x-frame-options'] ?? '') ? 0 : -20;
}

function resourcePolicy({ headers }: Page): number {
  const text = headers['cross-origin-resource-policy'];
  if (text === undefined || text === 'cross-origin') return 0;
  return text === 'same-origin' || text === 'same-site' ? 10 : -5;
}

export function observatoryScore(page: Page): number {
  const all = [contentSecurityPolicy, cookies, sharing, strictTransport, referrer, integrity, noSniff, framing, resourcePolicy].map(
    (rule) => rule(page),
  );
  const base = 100 + all.filter((points) => points < 0).reduce((sum, points) => sum + points, 0);
  const bonus = all.filter((points) => points > 0).reduce((sum, points) => sum + points, 0);
  return Math.max(0, base >= 90 ? base + bonus : base);
}

import { describe, expect, test } from 'vitest';
import { headerRules, headersFor, pagePolicy } from '../../src/log/headers.ts';
import { mediaTypeOf } from '../../src/log/media-types.ts';
import { matches, regexOf } from '../../src/log/path-pattern.ts';

const rules = headerRules({ isHttps: true });
const of = (path: string) => headersFor(rules, path);

test('what another site reads or loads is open to it, and nothing else', () => {
  for (const path of [
    '/embed/already-answered.js',
    '/embed/already-answered.json',
    '/search/index-3f9a/engine.js',
    '/_astro/run-embed.a1.js',
    '/data/disclosures.csv',
    '/data/disclosures.json',
    '/feed.xml',
    '/topics/roads/feed.xml',
  ])
    expect(of(path), path).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  for (const path of ['/', '/search/', '/already-answered/', '/disclosures/1-24/', '/disclosures/1-24/a.csv', '/embedded/', '/404.html']) {
    expect(of(path), path).not.toHaveProperty('access-control-allow-origin');
    expect(of(path)['cross-origin-resource-policy'], path).toBe('same-origin');
  }
});

test('what is named by a hash of its bytes is kept for ever, and all else asked for anew', () => {
  for (const path of ['/_astro/page.a1.js', '/search/index-3f9a/log.bin'])
    expect(of(path)['cache-control'], path).toBe('public, max-age=31536000, immutable');
  for (const path of ['/', '/search/', '/embed/already-answered.js', '/theme.css', '/feed.xml', '/disclosures/1-24/a.pdf'])
    expect(of(path)['cache-control'], path).toBe('no-cache');
});

describe('the content security policy', () => {
  const policy = (path: string) => of(path)['content-security-policy'];

  test('lets a page that searches run WebAssembly, and no other; every page asks the site alone', () => {
    for (const path of ['/search/', '/already-answered/']) expect(policy(path), path).toBe(pagePolicy(true));
    for (const path of [
      '/',
      '/disclosures/',
      '/disclosures/1-24/',
      '/disclosures/page/2/',
      '/searching/',
      '/about/',
      '/404.html',
      '/nowhere',
    ])
      expect(policy(path), path).toBe(pagePolicy(false));
    expect(pagePolicy(false)).not.toContain('wasm');
    for (const searches of [false, true]) expect(pagePolicy(searches)).toMatch(/; connect-src 'self';/);
    expect(pagePolicy(true)).toContain("script-src 'self' 'wasm-unsafe-eval'");
  });

  test('takes all power from an attachment, but for the viewer of a PDF', () => {
    expect(policy('/disclosures/1-24/list.csv')).toMatch(/^sandbox; default-src 'none'/);
    expect(policy('/disclosures/1-24/report.html')).toMatch(/^sandbox; default-src 'none'/);
    expect(policy('/disclosures/1-24/letter.pdf')).toMatch(/^default-src 'none'/);
  });
});

test('an attachment that a browser could run is saved', () => {
  for (const name of ['a.html', 'a.svg', 'a.xml', 'a.js'])
    expect(of(`/disclosures/1-24/${name}`)['content-disposition'], name).toBe('attachment');
  for (const path of ['/disclosures/1-24/', '/disclosures/1-24/a.csv', '/disclosures/1-24/a.pdf', '/feed.xml', '/favicon.svg'])
    expect(of(path), path).not.toHaveProperty('content-disposition');
});

test('only a site whose address is https says so', () => {
  expect(of('/')['strict-transport-security']).toBe('max-age=31536000');
  expect(headersFor(headerRules({ isHttps: false }), '/')).not.toHaveProperty('strict-transport-security');
});

test('text has its character set, and what is not known is saved', () => {
  expect(mediaTypeOf('/disclosures/')).toBe('text/html; charset=utf-8');
  expect(mediaTypeOf('/a.CSV')).toBe('text/csv; charset=utf-8');
  expect(mediaTypeOf('/a.constructor')).toBe('application/octet-stream');
  expect(of('/feed.xml')['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(of('/opensearch.xml')['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8');
});

test.each([
  ['/search/', '/search/', true],
  ['/search/', '/search/x', false],
  ['/search/index-*', '/search/index-1/a.bin', true],
  ['/disclosures/:entry/:file', '/disclosures/a/b.csv', true],
  ['/disclosures/:entry/:file', '/disclosures/a/', false],
  ['/disclosures/:entry/:file', '/disclosures/a/b/c', false],
  ['/disclosures/*.svg', '/disclosures/a/b.svg', true],
  ['/disclosures/*.svg', '/disclosures/a/bxsvg', false],
])('the pattern %s and %s', (pattern, path, expected) => {
  expect(matches(pattern, path)).toBe(expected);
});

test('a pattern is said to a host as the host sees addresses', () => {
  const seen = new RegExp(regexOf('/disclosures/:entry/:file', { prefix: '/foi', index: true, packed: true }));
  expect(seen.test('/foi/disclosures/a/b.csv.br')).toBe(true);
  expect(seen.test('/foi/disclosures/a/index.html')).toBe(false);
  expect(seen.test('/disclosures/a/b.csv')).toBe(false);
  expect(new RegExp(regexOf('/search/', { index: true, packed: true })).test('/search/index.html.gz')).toBe(true);
});

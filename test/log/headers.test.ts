import { expect, test } from 'vitest';
import { headersFor } from '../../src/log/headers.ts';

test('only what another site’s form loads is open to other sites', () => {
  for (const path of [
    '/embed/already-answered.js',
    '/embed/already-answered.json',
    '/search/index-3f9a/pagefind.js',
    '/_astro/run-embed.a1.js',
  ])
    expect(headersFor(path), path).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
  for (const path of ['/', '/search/', '/already-answered/', '/disclosures/1-24/', '/data/disclosures.json', '/embedded/'])
    expect(headersFor(path), path).not.toHaveProperty('access-control-allow-origin');
});

test('what keeps its name while it changes is asked for anew', () => {
  expect(headersFor('/embed/already-answered.js')['cache-control']).toBe('no-cache');
});

test('every path has the policy', () => {
  for (const path of ['/', '/embed/already-answered.js', '/opensearch.xml'])
    expect(headersFor(path)['content-security-policy']).toMatch(/^default-src 'none'; /);
});

import { expect, test } from 'vitest';
import { writeSitemap } from '../../src/site/sitemap.ts';

test('a sitemap escapes what XML would misread', () => {
  expect(writeSitemap([{ path: '/a&b/', changed: '2024-05-01' }], (path) => `https://x.example${path}`)).toContain(
    '<url><loc>https://x.example/a&amp;b/</loc><lastmod>2024-05-01</lastmod></url>',
  );
});

import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerRules, headersFor, pagePolicy } from '../../../src/log/headers.ts';
import { addressesOf, type Policy, under } from '../../../src/log/policy.ts';
import { entrySchema } from '../../../src/model/entry.ts';
import { type Host, HOST_IDS } from '../../../src/model/hosts.ts';
import { AZURE_SIZE, azureStaticWebApps } from '../../../src/site/hosts/azure.ts';
import { githubPages, policyInPage } from '../../../src/site/hosts/github-pages.ts';
import { encodePath, type HostedSite, type HostFiles } from '../../../src/site/hosts/host-files.ts';
import { iis } from '../../../src/site/hosts/iis.ts';
import { nginx } from '../../../src/site/hosts/nginx.ts';
import { s3CloudFront } from '../../../src/site/hosts/s3-cloudfront.ts';
import { CLOUDFLARE, cloudflarePages } from '../../../src/site/hosts/underscore-files.ts';
import { WRITERS } from '../../../src/site/hosts/write-hosts.ts';
import { observatoryScore } from './observatory.ts';
import { READERS } from './readers.ts';

const READ = Object.entries(READERS) as [Host, NonNullable<(typeof READERS)[Host]>][];

/** Old paths, decoded, with every sign that means something in the file of one host or another. */
const OLD = [
  '/old/lamps',
  '/Old "answer";$uri',
  '/a b',
  '/old.html',
  '/x*y:z{1}',
  '/café',
  "/it's<b>&more",
  '/^(.*)$|#~[a]',
  '/100%/`x`',
  '/${PATH}',
];

const site = (base: string, redirects = OLD): HostedSite => ({
  policy: {
    base,
    rules: headerRules({ isHttps: true }),
    redirects: redirects.map((from) => ({ from, to: '/disclosures/a-1-24/' })),
  },
  endings: ['csv', 'html', 'pdf', 'svg', 'xlsx'],
  isCompressed: true,
});

const ADDRESSES = [
  '/',
  '/search/',
  '/already-answered/',
  '/disclosures/',
  '/disclosures/page/2/',
  '/disclosures/a-1-24/',
  '/disclosures/a-1-24/list%201.csv',
  '/disclosures/a-1-24/page.html',
  '/disclosures/a-1-24/drawing.svg',
  '/disclosures/a-1-24/letter.pdf',
  '/topics/roads/',
  '/topics/roads/feed.xml',
  '/feed.xml',
  '/opensearch.xml',
  '/data/disclosures.csv',
  '/embed/already-answered.js',
  '/_astro/page.a1.js',
  '/search/index-3f9a/log.bin',
  '/theme.css',
  '/.well-known/security.txt',
];

const HEADERS = [...new Set(headerRules({ isHttps: true }).flatMap(({ headers }) => Object.keys(headers)))];

describe.each(READ)('what the files for %s say, read as it reads them', (host, read) => {
  test.each(['/', '/foi/'])('of every kind of address under %s is what serve says', async (base) => {
    const its = site(base);
    const files = WRITERS[host](its);
    for (const address of ADDRESSES) {
      const said = await read(files, under(its.policy, address));
      const all = headersFor(its.policy.rules, decodeURIComponent(address));
      const byRule = its.policy.rules.some(({ headers }) => headers['content-type'] === all['content-type']);
      const expected = Object.fromEntries(
        HEADERS.flatMap((name) => (all[name] && (name !== 'content-type' || byRule) ? [[name, all[name]]] : [])),
      );
      expect(said, address).toEqual({ headers: expected, to: null });
    }
  });

  test.each(['/', '/foi/'])('of old addresses under %s is where they have moved to, and of others nothing', async (base) => {
    const { policy, ...rest } = site(base);
    const files = WRITERS[host]({ policy, ...rest });
    /** What the host answers with, or the page that lies there. */
    const leads = async (address: string) => {
      const page = files[`${address.slice(under(policy, '/').length).replace(/\/$/, '')}/index.html`];
      return (await read(files, encodePath(address))).to ?? /url=([^"]*)"/.exec(page ?? '')?.[1] ?? null;
    };
    for (const redirect of policy.redirects)
      for (const from of addressesOf(redirect)) {
        // (Caddy puts the environment's variables in their place, and cannot be told not to.)
        if (host === 'caddy' && from.includes('{$')) continue;
        expect(await leads(under(policy, from)), from).toBe(under(policy, '/disclosures/a-1-24/'));
      }
    // CloudFront does not know what is there, and puts a slash to all that could be a folder.
    const stays = (address: string) => [null, ...(host === 's3-cloudfront' ? [`${encodePath(address)}/`] : [])];
    for (const other of ['/old', '/old/lamps/more', '/oldXhtml', '/xay:z{1}', '/disclosures/a-1-24/'])
      expect(stays(under(policy, other)), other).toContain(await leads(under(policy, other)));
  });

  test('gives each page at least 130 points of the HTTP Observatory', async () => {
    const files = WRITERS[host](site('/'));
    const script = '<script type="module" src="/_astro/a.js" integrity="sha256-x"></script>';
    for (const [address, html, points] of [
      ['/', '', 130],
      ['/search/', script, 135],
      ['/disclosures/a-1-24/', script, 135],
    ] as const)
      expect(observatoryScore({ headers: (await read(files, address)).headers, html }), address).toBe(points);
  });
});

test('the points are taken where a header is missing or weak', () => {
  const good = headersFor(headerRules({ isHttps: true }), '/');
  const score = (change: Record<string, string | undefined>) =>
    observatoryScore({ headers: JSON.parse(JSON.stringify({ ...good, ...change })) as Record<string, string>, html: '' });
  expect(score({})).toBe(130);
  expect(score({ 'content-security-policy': undefined })).toBe(75);
  expect(score({ 'content-security-policy': "default-src 'self'; script-src 'unsafe-inline'" })).toBe(80);
  expect(score({ 'strict-transport-security': undefined })).toBe(80);
  expect(score({ 'x-content-type-options': 'no' })).toBe(125);
  expect(score({ 'cross-origin-resource-policy': undefined, 'referrer-policy': 'unsafe-url' })).toBe(110);
});

test('whatever old path a log may state, each host leads from it, and no host from another', async () => {
  const signs = fc.oneof(
    fc.constantFrom(...'"\'`$#%{}[]()<>;:*?^|~!&=+,. \\@'),
    fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
  );
  const part = fc.array(signs, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
  const paths = fc.uniqueArray(
    fc
      .array(part, { minLength: 1, maxLength: 3 })
      .map((parts) => `/${parts.join('/')}`)
      .filter(
        (from) => entrySchema.shape.redirectFrom.safeParse([encodePath(from)]).success && decodeURIComponent(encodePath(from)) === from,
      ),
    { minLength: 1, maxLength: 4, selector: (from) => from.toLowerCase() },
  );
  await fc.assert(
    fc.asyncProperty(paths, async (all) => {
      const its = site('/foi/', all);
      for (const [host, read] of READ) {
        const files = WRITERS[host](its);
        for (const from of all) {
          if (host === 'caddy' && from.includes('{$')) continue;
          const page = files[path.posix.join(from.slice(1), 'index.html')] ?? files[from.slice(1)];
          const to = (await read(files, encodePath(`/foi${from}`))).to ?? /url=([^"]*)"/.exec(page ?? '')?.[1];
          expect(to, `${host} ${from}`).toBe('/foi/disclosures/a-1-24/');
        }
        const { to, headers } = await read(files, '/foi/about/');
        expect({ to, policy: headers['content-security-policy'] }, host).toEqual({ to: null, policy: pagePolicy(false) });
      }
    }),
    { numRuns: 150, examples: [[['/{/', '/old{a}']]] },
  );
});

describe('the limits of hosts', () => {
  const many = Array.from({ length: 3000 }, (_, number) => `/old/answers-of-the-council/${number}`);
  const pagesOf = (files: HostFiles) => Object.keys(files).filter((name) => name.endsWith('.html'));

  test('of Cloudflare are kept, and what does not fit is a page', () => {
    const long = `/${'é'.repeat(180)}/${'é'.repeat(180)}`;
    const files = cloudflarePages(site('/', [long, ...many]));
    const lines = (files['_redirects'] ?? '').split('\n').filter((line) => line.startsWith('/'));
    expect(lines).toHaveLength(CLOUDFLARE.redirects);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(CLOUDFLARE.redirectLine);
    expect(pagesOf(files)).toHaveLength(3001 - CLOUDFLARE.redirects / 2);
    expect(files[`${long.slice(1)}/index.html`]).toContain('url=/disclosures/a-1-24/');
    const headers = (files['_headers'] ?? '').split('\n');
    expect(headers.filter((line) => line.startsWith('/')).length).toBeLessThanOrEqual(CLOUDFLARE.rules);
    expect(Math.max(...headers.map((line) => line.length))).toBeLessThanOrEqual(CLOUDFLARE.headerLine);
  });

  test('of Azure Static Web Apps are kept, and what does not fit is a page', () => {
    const files = azureStaticWebApps(site('/', many));
    expect(files['staticwebapp.config.json']?.length).toBeLessThanOrEqual(AZURE_SIZE);
    expect(pagesOf(files).length).toBeGreaterThan(2000);
    expect(
      (JSON.parse(files['staticwebapp.config.json'] ?? '') as { routes: unknown[] }).routes.length + pagesOf(files).length,
    ).toBeGreaterThan(3000);
  });

  test('of CloudFront: a function holds 10 KB, whatever the log', () => {
    const files = s3CloudFront(site('/', many));
    for (const name of ['viewer-request.js', 'viewer-response.js']) expect(files[name]?.length, name).toBeLessThan(10_240);
  });
});

test('two old addresses that differ in case alone are one to a host that does not tell them apart', () => {
  const its = site('/', ['/Old', '/old']);
  expect(nginx(its)['http.conf']?.match(/"\\\\\/old"/gi)).toHaveLength(1);
  expect(iis(its)['web.config']?.match(/key="\/old"/gi)).toHaveLength(1);
});

test('GitHub Pages has redirects as pages, and what a page can say of the policy', () => {
  const files = githubPages(site('/foi/', ['/old/lamps', '/old.html']));
  expect(Object.keys(files).sort()).toEqual(['.nojekyll', 'old.html', 'old/lamps/index.html']);
  expect(files['old.html']).toContain('<meta http-equiv="refresh" content="0; url=/foi/disclosures/a-1-24/">');
  expect(policyInPage(true)).toContain("script-src 'self' 'wasm-unsafe-eval'");
  expect(policyInPage(false)).not.toContain('frame-ancestors');
});

test('every kind of host has a writer', () => {
  expect(Object.keys(WRITERS).sort()).toEqual([...HOST_IDS].sort());
  expect((site('/').policy satisfies Policy).redirects).toHaveLength(OLD.length);
});

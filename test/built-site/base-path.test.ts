import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { attribute, filesOf, linksOf, pageFrom, readPages } from './site-files.ts';
import { buildLog, serve, temporaryFolder, writeFiles, type Answer } from './small-log.ts';

const folder = temporaryFolder();
const browser = sharedBrowser();
const ODD = 'figures & 2024, #1 (50%) = café.csv';

const LAMPS = `---
title: Street lamps & "their" poles
reference: A 1/24
received: 2024-03-01
responded: 2024-03-20
topics: [roads]
related: [B 2/24]
questions:
  - {number: "1", outcome: granted}
  - {number: "2", outcome: refused, exemptions: [31(1)(a)]}
attachments:
  - {file: "${ODD}", title: Figures}
---
## Request

1. How many lamps?
2. Where are the poles kept?

## Response

### Question 1

Twelve, as [the list of all answers](/disclosures/) and [the answer about poles](/disclosures/b-2-24/#question-1) say, under the law's section 1(1).

| Year | Lamps |
| ---- | ----: |
| 2024 |    12 |

### Question 2

We withhold this under section 31(1)(a).
`;

const POLES = `---
title: Poles
reference: B 2/24
responded: 2024-02-20
topics: [roads]
questions: [{number: "1", outcome: not-held}]
---
## Request

1. How many poles?

## Response

### Question 1

None that we know of.
`;

const small = (number: number) =>
  `---\ntitle: Small answer ${number}\nreference: C ${number}/23\nresponded: 2023-01-${String((number % 28) + 1).padStart(2, '0')}\noutcome: granted\n---\n## Request\n\nHow many?\n\n## Response\n\n${number}.\n`;

const LOG: Record<string, string> = {
  'log/log.yaml': 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\ncontact: {email: foi@fernhill.example}\n',
  'log/pages/help.md': '---\ntitle: Help\n---\nSee [all answers](/disclosures/).\n',
  'log/disclosures/lamps/index.md': LAMPS,
  [`log/disclosures/lamps/${ODD}`]: 'a,b\n1,2\n',
  'log/disclosures/poles/index.md': POLES,
  ...Object.fromEntries(Array.from({ length: 55 }, (_, number) => [`log/disclosures/small-${number}/index.md`, small(number)])),
};

beforeAll(() => writeFiles(folder(), LOG));

/** Every file of a site with a hash of its bytes. */
function hashes(site: string): Record<string, string> {
  return Object.fromEntries(
    filesOf(site).map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(site, file)))
        .digest('hex'),
    ]),
  );
}

describe('a site below a path of another', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  const site = () => path.join(folder(), 'site');
  beforeAll(async () => {
    await buildLog(folder(), 'site', ['--base', '/foi/', '--site', 'https://www.example.org']);
    server = await serve(folder(), ['site', '--base', '/foi/']);
  });
  afterAll(() => server.close());

  test('has no link that leaves the path or leads to nothing, and a way to every page', async () => {
    expect(server.address).toMatch(/^http:\/\/localhost:\d+\/foi\/$/);
    const { origin } = new URL(server.address);
    const seen = new Set(['/foi/']);
    const broken: string[] = [];
    for (const address of seen) {
      const response = await fetch(origin + address, { redirect: 'manual' });
      if (response.status !== 200) broken.push(`${response.status} ${address}`);
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      for (const link of linksOf(pageFrom(await response.text(), address))) {
        const to = new URL(link.address, origin + address);
        if (to.origin !== origin) continue;
        if (!to.pathname.startsWith('/foi/')) broken.push(`${address} leaves the path: ${link.address}`);
        seen.add(to.pathname);
      }
    }
    expect(broken).toEqual([]);
    const pages = readPages(site()).map(({ address }) => `/foi${address}`);
    expect(pages.filter((address) => !seen.has(address))).toEqual(['/foi/404.html']);
    expect(seen).toContain('/foi/disclosures/page/2/');
    expect(seen).toContain(`/foi/disclosures/a-1-24/${encodeURIComponent(ODD)}`);
  });

  test('keeps the path in canonical addresses, feeds, sitemap and data', () => {
    for (const page of readPages(site())) {
      const [canonical] = page.elements
        .filter((element) => attribute(element, 'rel') === 'canonical')
        .map((element) => attribute(element, 'href'));
      expect(canonical, page.file).toBe(`https://www.example.org/foi${page.file === '404.html' ? '/404/' : page.address}`);
    }
    for (const file of [
      'feed.xml',
      'topics/roads/feed.xml',
      'sitemap.xml',
      'robots.txt',
      'opensearch.xml',
      'data/disclosures.csv',
      'data/disclosures.json',
    ]) {
      const addresses = readFileSync(path.join(site(), file), 'utf8').match(/https:\/\/www\.example\.org[^\s"<]*/g) ?? [];
      expect(addresses.length, file).toBeGreaterThan(0);
      for (const address of addresses) expect(address, file).toMatch(/^https:\/\/www\.example\.org\/foi\//);
    }
  });

  test('suggests its answers in the form of another site', async () => {
    const form = createServer((_, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end(
          `<!doctype html><script type="module" src="${server.address}embed/already-answered.js"></script><textarea id="r"></textarea><already-answered for="r"></already-answered>`,
        ),
    );
    await new Promise<void>((resolve) => form.listen(0, '127.0.0.1', resolve));
    const page = await browser().newPage();
    await page.goto(`http://127.0.0.1:${(form.address() as AddressInfo).port}/`);
    await page.locator('textarea').fill('How many street lamps are there, and where do you keep their poles?');
    const link = page.getByRole('link', { name: /^Street lamps/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`${server.address}disclosures/a-1-24/`);
    await page.close();
    form.close();
  });

  test('is found through its search', async () => {
    const page = await browser().newPage();
    const failed: string[] = [];
    page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
    await page.goto(`${server.address}search/`);
    await page.locator('#search-q').fill('poles kept');
    await page.locator('#search-q').press('Enter');
    await page
      .locator('#search-results')
      .getByRole('link', { name: /Street lamps/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe('/foi/disclosures/a-1-24/');
    await page.close();
    expect(failed).toEqual([]);
  });

  test('is the same bytes when built again, elsewhere on earth and with nothing remembered', async () => {
    const before = hashes(site());
    const elsewhere = { TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C' };
    await buildLog(folder(), 'site', ['--base', '/foi/', '--site', 'https://www.example.org', '--cache', 'another'], elsewhere);
    expect(hashes(site())).toEqual(before);
    expect(Object.keys(before).length).toBeGreaterThan(100);
  });

  test('is replaced as a whole, with nothing left of an entry that is gone nor of the building', async () => {
    await rm(path.join(folder(), 'log/disclosures/poles'), { recursive: true });
    await writeFiles(folder(), {
      'log/disclosures/lamps/index.md': LAMPS.replace('related: [B 2/24]\n', '').replace(
        '/disclosures/b-2-24/#question-1',
        '/disclosures/',
      ),
    });
    await buildLog(folder(), 'site', ['--base', '/foi/', '--site', 'https://www.example.org']);
    await writeFiles(folder(), LOG);
    expect(filesOf(site()).filter((file) => file.includes('b-2-24'))).toEqual([]);
    expect(readdirSync(folder()).filter((name) => name.includes('building'))).toEqual([]);
  });
});

describe('a log that states no site', () => {
  let answer: Answer;
  const site = () => path.join(folder(), 'nowhere');
  beforeAll(async () => {
    answer = await buildLog(folder(), 'nowhere');
  });

  test('builds, and says what it lacks', () => {
    expect(answer.note).toContain('log.yaml states no site');
    expect(answer.note).toContain('--site');
  });

  test('has no address invented anywhere', () => {
    const files = filesOf(site());
    expect(files).not.toContain('sitemap.xml');
    expect(files).not.toContain('opensearch.xml');
    expect(readFileSync(path.join(site(), 'index.html'), 'utf8')).not.toContain('rel="search"');
    expect(readFileSync(path.join(site(), 'robots.txt'), 'utf8')).toBe('User-agent: *\nDisallow:\n');
    for (const page of readPages(site())) {
      const canonical = page.elements.filter((element) => attribute(element, 'rel') === 'canonical');
      expect(canonical, page.file).toEqual([]);
    }
    const known = /^https?:\/\/(www\.legislation\.gov\.uk|ico\.org\.uk|www\.w3\.org|www\.sitemaps\.org)\b/;
    for (const file of files.filter((name) => /\.(html|xml|json|csv|txt)$/.test(name))) {
      const addresses = readFileSync(path.join(site(), file), 'utf8').match(/\b[a-z]+:\/\/[^\s"<)]*/g) ?? [];
      expect(
        addresses.filter((address) => !known.test(address)),
        file,
      ).toEqual([]);
    }
    expect(readFileSync(path.join(site(), 'feed.xml'), 'utf8')).toContain('<link href="/disclosures/a-1-24/"/>');
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { buildLog, serve, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();
const browser = sharedBrowser();
const SUBJECTS = ['lamps', 'hydrants', 'benches', 'owls', 'swans', 'otters', 'kerbs', 'gullies', 'bollards', 'sundials', 'stiles', 'weirs'];

/** Twelve answers, one a year from 2014, of which spans of three are indexed together and the newest six searched at once. */
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  const entries = SUBJECTS.map((subject, nth): [string, string] => [
    `log/disclosures/e${nth}/index.md`,
    `---\ntitle: Council ${subject}\nreference: R ${100 + nth}/${14 + nth}\nresponded: ${2014 + nth}-05-01\noutcome: granted\ntopics: [roads]\n---\n## Request\n\nHow many ${subject}?\n\n## Response\n\nThe register lists ${nth + 3} ${subject}.\n`,
  ]);
  await writeFiles(folder(), {
    'log/log.yaml': 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\n',
    ...Object.fromEntries(entries),
  });
  await buildLog(folder(), 'out', [], { DISCLOSURE_LOG_SPAN: '3', DISCLOSURE_LOG_NEAR: '6' });
  server = await serve(folder(), ['out']);
}, 60_000);
afterAll(() => server?.close());

async function search(query: string): Promise<{ page: Page; asked: string[]; heading: () => Promise<string> }> {
  const page = await (await browser().newContext()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${server.address}search/${query}`);
  const heading = async () => {
    const line = page.locator('#search-heading', { hasText: /^(?!Searching)./ });
    await line.waitFor({ timeout: 10_000 });
    return (await line.textContent()) ?? '';
  };
  await heading();
  return { page, asked, heading };
}

describe('a log of several spans', () => {
  test('is searched in its newest ones, says so, and offers the older ones, which the address then keeps', async () => {
    const { page, asked, heading } = await search('?q=register');
    expect(await heading()).toMatch(/^6 answers/);
    expect(await page.locator('.result h3').allTextContents()).toContain('Council weirs');
    expect(await page.locator('#search-notes').textContent()).toContain('Looked through the newest 6 answers.');
    const before = asked.filter((address) => address.includes('entries.bin')).length;
    await page.getByRole('link', { name: 'Look through the 6 answers before them too' }).click();
    await page.locator('#search-heading', { hasText: /^12 answers/ }).waitFor();
    expect(asked.filter((address) => address.includes('entries.bin')).length).toBeGreaterThan(before);
    expect(page.url()).toContain('years=all');
    expect(await page.locator('#search-notes').textContent()).not.toContain('Looked through');
    await page.goBack();
    await page.locator('#search-heading', { hasText: /^6 answers/ }).waitFor();
    await page.context().close();
  });

  test('finds each subject once, in whichever span it is; what the newest do not have is looked for in all', async () => {
    for (const [nth, subject] of SUBJECTS.entries()) {
      const { page, heading } = await search(`?q=${subject}`);
      expect(await heading(), subject).toBe(`1 answer for “${subject}”`);
      expect(await page.locator('.result h3').textContent()).toBe(`Council ${subject}`);
      expect(await page.locator('.result').textContent()).toContain(`1 May ${2014 + nth}`);
      expect(await page.locator('.result mark').count()).toBeGreaterThan(0);
      await page.context().close();
    }
  });

  test('leads from a reference to an answer of an old span', async () => {
    const { page, heading } = await search('?q=101/15');
    expect(await heading()).toMatch(/^1 answer/);
    expect(await page.locator('.result h3').textContent()).toBe('Council hydrants');
    await page.context().close();
  });

  test('a year of an old span is found through its filter', async () => {
    const { page, heading } = await search('?year=2016');
    expect(await heading()).toMatch(/^1 answer/);
    expect(await page.locator('.result h3').textContent()).toBe('Council benches');
    await page.context().close();
  });

  test('counts facets over what is searched', async () => {
    const { page } = await search('?q=register&years=all');
    expect(await page.locator('#facet-year .facet-values a').count()).toBe(12);
    await page.context().close();
  });
});

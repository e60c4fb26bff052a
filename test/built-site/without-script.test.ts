import { beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage } from './open-page.ts';
import { publishedEntries } from './sample-log.ts';
import { addressOf, fileAt, filesOf, linksOf, readPages } from './site-files.ts';

const browser = sharedBrowser();

/** How many links away from the home page each page is. */
const steps = new Map<string, number>([['/', 0]]);
let all: string[];

beforeAll(() => {
  const files = new Set(filesOf(inject('folder')));
  const pages = new Map(readPages(inject('folder')).map((page) => [page.address, page]));
  all = [...pages.keys()];
  for (const [address, step] of steps) {
    const page = pages.get(address);
    for (const link of page ? linksOf(page) : []) {
      if (link.element !== 'a') continue;
      const { pathname, host } = new URL(link.address, `https://site.invalid${address}`);
      const file = host === 'site.invalid' ? fileAt(files, pathname) : null;
      if (file && !steps.has(addressOf(file))) steps.set(addressOf(file), step + 1);
    }
  }
});

test('every published answer is at most three links away from the home page', () => {
  const answers = publishedEntries().map(({ slug }) => `/disclosures/${slug}/`);
  expect(answers.length).toBeGreaterThan(40);
  expect(answers.filter((address) => (steps.get(address) ?? Infinity) > 3)).toEqual([]);
});

test('every page but the withdrawn and the missing is at most four links away from the home page', () => {
  const withdrawn = ['/disclosures/437-23/', '/disclosures/659-23/', '/404.html'];
  expect(all.filter((address) => (steps.get(address) ?? Infinity) > 4).sort()).toEqual(withdrawn.sort());
});

test('with scripts off a reader gets from the home page to a question of an answer', async () => {
  const { page, problems, close } = await openPage(browser(), '/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: /^All \d+ answers$/ }).click();
  await page.getByRole('link', { name: 'Police drones' }).click();
  await page
    .getByRole('navigation', { name: 'Question by question' })
    .getByRole('link', { name: 'At which police stations are the drones kept?' })
    .click();
  expect(new URL(page.url()).hash).toBe('#question-8');
  expect(await page.locator('#question-8').isVisible()).toBe(true);
  // Folded reasons open by themselves.
  const reason = page.locator('details').first();
  await reason.locator('summary').click();
  expect(await reason.locator('p').first().isVisible()).toBe(true);
  await close();
  expect(problems).toEqual([]);
});

test('with scripts off the search page offers every list, and its form keeps what was asked', async () => {
  const { page, problems, close } = await openPage(browser(), '/search/', { javaScriptEnabled: false });
  const main = page.getByRole('main');
  for (const list of ['By topic', 'By exemption', 'By year']) expect(await main.getByRole('region', { name: list }).isVisible()).toBe(true);
  expect(await main.locator('#search-facets').isVisible()).toBe(false);
  await main.getByRole('searchbox').fill('drones');
  await main.getByRole('button', { name: 'Search' }).click();
  expect(new URL(page.url()).search).toBe('?q=drones');
  expect(await main.getByRole('link', { name: '2024' }).isVisible()).toBe(true);
  await close();
  expect(problems).toEqual([]);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage } from './open-page.ts';
import { publishedEntries, sampleEntries } from './sample-log.ts';
import { filesOf, readPage } from './site-files.ts';

const browser = sharedBrowser();
let files: string[];
beforeAll(() => {
  files = filesOf(inject('folder'));
});
const text = (file: string) => readFileSync(path.join(inject('folder'), file), 'utf8');

test('every published answer stands at the address made from its reference, under its title', () => {
  const answers = files.filter((file) => /^disclosures\/[^/]+\/index\.html$/.test(file)).map((file) => file.split('/')[1]);
  const kept = sampleEntries().filter(({ state }) => state === 'published' || state === 'withdrawn');
  expect(answers.sort()).toEqual(kept.map(({ slug }) => slug).sort());
  for (const { slug, title, reference } of publishedEntries()) {
    const { elements } = readPage(inject('folder'), `disclosures/${slug}/index.html`);
    const heading = elements
      .filter(({ tagName }) => tagName === 'h1')
      .map(({ children }) => children.map((child) => ('value' in child ? child.value : '')).join(''));
    expect(heading, reference).toEqual([title]);
    expect(text(`disclosures/${slug}/index.html`), reference).toContain(reference);
  }
});

test('each numbered question of an answer has its number as anchor', () => {
  const { ids } = readPage(inject('folder'), 'disclosures/1042-26/index.html');
  for (let number = 1; number <= 14; number++) expect(ids).toContain(`question-${number}`);
  expect(ids).not.toContain('question-15');
});

test('the address of a question opens its page there', async () => {
  const { page, close } = await openPage(browser(), '/disclosures/1042-26/#question-7', { viewport: { width: 360, height: 700 } });
  const { y = -1 } = (await page.locator('#question-7').boundingBox()) ?? {};
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThan(350);
  await close();
});

test('below an answer lie the files it declares, byte for byte, and no others', () => {
  let compared = 0;
  for (const { slug, folder, attachments, state } of sampleEntries()) {
    const declared = state === 'published' ? attachments.filter(({ withdrawn }) => withdrawn === undefined).map(({ file }) => file) : [];
    const below = files.filter((file) => file.startsWith(`disclosures/${slug}/`)).map((file) => file.slice(`disclosures/${slug}/`.length));
    expect(below.filter((file) => file !== 'index.html').sort(), slug).toEqual(declared.sort());
    for (const file of declared) {
      const published = readFileSync(path.join(inject('folder'), 'disclosures', slug, file));
      expect(published.equals(readFileSync(path.join(folder, file))), file).toBe(true);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(10);
});

test('what machines ask for is there, as what it is', async () => {
  const expected: Record<string, string> = {
    '/robots.txt': 'text/plain',
    '/sitemap.xml': 'text/xml',
    '/feed.xml': 'application/atom+xml',
    '/topics/spending/feed.xml': 'application/atom+xml',
    '/theme.css': 'text/css',
    '/favicon.svg': 'image/svg+xml',
    '/data/disclosures.csv': 'text/csv',
    '/data/disclosures.json': 'application/json',
    '/disclosures/1042-26/drone-impact-assessment.pdf': 'application/pdf',
  };
  for (const [address, type] of Object.entries(expected)) {
    const response = await fetch(inject('origin') + address);
    expect(response.status, address).toBe(200);
    expect(response.headers.get('content-type')?.replace('application/xml', 'text/xml'), address).toMatch(
      new RegExp(`^${type.replace(/[+.]/g, '\\$&')}`),
    );
  }
  expect(text('robots.txt')).toBe('User-agent: *\nDisallow:\nSitemap: https://foi.northmoor.example/sitemap.xml\n');
  expect(text('theme.css')).toMatch(/--accent: ?#0f4c5c/);
});

test('what stands nowhere is answered with the page that helps, and a folder without its slash is sent on', async () => {
  const missing = await fetch(`${inject('origin')}/disclosures/1-99/`);
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe(text('404.html'));
  const folder = await fetch(`${inject('origin')}/disclosures/1042-26?x=1`, { redirect: 'manual' });
  expect([folder.status, folder.headers.get('location')]).toEqual([301, '/disclosures/1042-26/?x=1']);
});

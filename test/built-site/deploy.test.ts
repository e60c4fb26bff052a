import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../browser/serve-folder.ts';
import { sharedBrowser } from './browser.ts';
import { buildLog, temporaryFolder, writeFiles } from './small-log.ts';

const folder = temporaryFolder();
const browser = sharedBrowser();
let site: Awaited<ReturnType<typeof serveFolder>>;

const entry = (answer: string) =>
  `---\ntitle: Lamps\nreference: 1/26\noutcome: granted\n---\n## Request\n\nHow many lamps?\n\n## Response\n\n${answer}\n`;

beforeAll(async () => {
  await writeFiles(folder(), {
    'log/log.yaml': 'authority: Fernhill Council\nlaw: foia\ntopics: {roads: Roads}\n',
    'log/disclosures/1/index.md': entry('Twelve.'),
  });
  await buildLog(folder(), 'site');
  site = await serveFolder(path.join(folder(), 'site'));
});
afterAll(() => site.close());

test('a page that was open while a corrected answer took the place of the old finds the corrected one', async () => {
  const page = await browser().newPage();
  await page.goto(`${site.origin}/search/`);
  await writeFiles(folder(), { 'log/disclosures/1/index.md': entry('Thirteen.') });
  await buildLog(folder(), 'site');
  await page.locator('#search-q').fill('thirteen');
  await page.locator('#search-results .result-passage').waitFor();
  expect(await page.locator('#search-results').innerText()).toContain('Thirteen');
  expect(await page.locator('#search-results').innerText()).not.toContain('Twelve');
  await page.close();
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openPage, type OpenPage } from './open-page.ts';
import { publishedEntries, sampleEntries } from './sample-log.ts';
import { filesOf } from './site-files.ts';

const SITE = 'https://foi.northmoor.example';
const browser = sharedBrowser();
const text = (file: string) => readFileSync(path.join(inject('folder'), file), 'utf8');
const references = (state: string) =>
  sampleEntries()
    .filter((entry) => entry.state === state)
    .map(({ reference }) => reference)
    .sort();

let open: OpenPage;
beforeAll(async () => {
  open = await openPage(browser(), '/about/');
  // The site's own policy lets no page of it parse a text.
  await open.page.goto('about:blank');
});

/** The text of the elements of an XML file that a selector names, as a browser parses it; throws where it is not XML. */
function inXml(file: string, selector: string): Promise<string[]> {
  return open.page.evaluate(
    ([xml, wanted]) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const error = document.querySelector('parsererror');
      if (error) throw new Error(error.textContent);
      return [...document.querySelectorAll(wanted)].map((element) => element.getAttribute('href') ?? element.textContent);
    },
    [text(file), selector] as const,
  );
}

test('every feed is XML, names the newest answers by whole addresses, and itself', async () => {
  const feeds = filesOf(inject('folder')).filter((file) => file.endsWith('feed.xml'));
  expect(feeds.length).toBeGreaterThan(10);
  for (const feed of feeds) {
    expect(await inXml(feed, 'link[rel=self]')).toEqual([`${SITE}/${feed}`]);
    for (const address of await inXml(feed, 'feed > id, entry > id, link'))
      expect(address, feed).toMatch(/^https:\/\/foi\.northmoor\.example\//);
    for (const day of await inXml(feed, 'updated, published')) expect(day, feed).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect((await inXml(feed, 'entry')).length).toBeLessThanOrEqual(50);
  }
  const ids = await inXml('feed.xml', 'entry > id');
  const answers = publishedEntries().map(({ slug }) => `${SITE}/disclosures/${slug}/`);
  expect(ids).toHaveLength(50);
  expect(ids.filter((id) => !answers.includes(id))).toEqual([]);
  const days = await inXml('feed.xml', 'entry > published');
  expect(days[0] && days[0] >= (days.at(-1) ?? '')).toBe(true);
});

test('the feed of a topic has the answers of that topic', async () => {
  const listed = [...text('topics/environment/index.html').matchAll(/href="(\/disclosures\/[^/"]+\/)"/g)].map(
    ([, address]) => `${SITE}${address}`,
  );
  expect((await inXml('topics/environment/feed.xml', 'entry > id')).sort()).toEqual([...new Set(listed)].sort());
});

test('the sitemap is XML', async () => {
  expect((await inXml('sitemap.xml', 'url > loc')).length).toBeGreaterThan(100);
});

/** A CSV file as RFC 4180 has it; throws on a quote out of place. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cell.lastIndex < csv.length) {
    const from = cell.lastIndex;
    const [, quoted, plain = '', end] = cell.exec(csv) ?? [];
    if (end === undefined) throw new Error(`Not CSV at ${from}: ${csv.slice(from, from + 60)}`);
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n' && cell.lastIndex < csv.length) rows.push([]);
  }
  return rows;
}

test('the CSV has a row for each published answer, and every row every column', () => {
  const csv = text('data/disclosures.csv');
  expect(csv.startsWith('\uFEFFreference,title,address,')).toBe(true);
  const [header = [], ...rows] = parseCsv(csv.slice(1));
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
  expect(rows.map(([reference = '']) => reference).sort()).toEqual(references('published'));
  const titles = new Map(publishedEntries().map(({ reference, title }) => [reference, title]));
  for (const [reference = '', title] of rows) expect(title).toBe(titles.get(reference));
});

test('a row that is not CSV is noticed', () => {
  expect(parseCsv('a,"b ""c"""\r\nd,"e\r\nf"\r\n')).toEqual([
    ['a', 'b "c"'],
    ['d', 'e\r\nf'],
  ]);
  expect(() => parseCsv('a,b"c\r\n')).toThrow('Not CSV');
});

test('the JSON has the same answers, newest first, and of the withdrawn only that they are', () => {
  const { disclosures, withdrawn } = JSON.parse(text('data/disclosures.json')) as Record<
    'disclosures' | 'withdrawn',
    Record<string, unknown>[]
  >;
  expect(disclosures.map(({ reference }) => reference).sort()).toEqual(references('published'));
  const days = disclosures.map(({ responded }) => responded as string | null).filter((day) => day !== null);
  expect(days).toEqual([...days].sort().reverse());
  expect(withdrawn.map(({ reference }) => reference).sort()).toEqual(references('withdrawn'));
  for (const each of withdrawn) expect(Object.keys(each)).toEqual(['reference', 'title', 'date', 'reason']);
  expect(withdrawn.find(({ reference }) => reference === '437/23')).toMatchObject({ title: null });
});

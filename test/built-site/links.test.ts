import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { publishedEntries, sampleEntries, sampleSettings } from './sample-log.ts';
import { attribute, fileAt, filesOf, linksOf, readPages, type SitePage } from './site-files.ts';

const SITE = (parse(sampleSettings()) as { site: string }).site;

/** Hosts that the site itself names: the law, the regulators' words about it, and what they publish under. All others stand in the log. */
const HOSTS = ['www.legislation.gov.uk', 'ico.org.uk', 'www.nationalarchives.gov.uk'];

let files: Set<string>;
let pages: SitePage[];
let byFile: Map<string, SitePage>;

beforeAll(() => {
  files = new Set(filesOf(inject('folder')));
  pages = readPages(inject('folder'));
  byFile = new Map(pages.map((page) => [page.file, page]));
});

/** Why an address that a page names leads nowhere, `null` where it leads to a page or a file of the site. */
function wrong(from: SitePage, address: string): string | null {
  // The page for what is not there stands at any address.
  if (from.file === '404.html' && !/^[/#]/.test(address)) return 'is relative';
  const { pathname, hash } = new URL(address, `https://site.invalid${from.address}`);
  const file = /^#/.test(address) ? from.file : fileAt(files, pathname);
  if (file === null) return 'leads to no file of the site';
  if (hash === '') return null;
  return byFile.get(file)?.ids.has(decodeURIComponent(hash.slice(1))) ? null : `${file} has no id “${hash}”`;
}

test('every link, file and form of every page leads to a file of the site, and every fragment to an id', () => {
  const broken: string[] = [];
  let checked = 0;
  for (const page of pages)
    for (const { element, address } of linksOf(page)) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
      checked += 1;
      const why = wrong(page, address);
      if (why) broken.push(`${page.file} <${element}> ${address} ${why}`);
    }
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(3000);
});

test('an address elsewhere is https, of a host that the site or the log names; mail and telephone are those of log.yaml', () => {
  const named =
    sampleSettings() +
    sampleEntries()
      .map(({ folder }) => readFileSync(path.join(folder, 'index.md'), 'utf8'))
      .join('\n');
  const strange: string[] = [];
  for (const page of pages)
    for (const { element, address } of linksOf(page)) {
      if (!/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith(`${SITE}/`)) continue;
      const { protocol, host, pathname } = new URL(address);
      const digits = pathname.replace(/\D/g, '');
      const known =
        protocol === 'https:'
          ? HOSTS.includes(host) || named.includes(`https://${host}`)
          : (protocol === 'mailto:' && named.includes(pathname)) || (protocol === 'tel:' && named.replace(/\s/g, '').includes(digits));
      if (!known) strange.push(`${page.file} <${element}> ${address}`);
    }
  expect(strange).toEqual([]);
});

test('the address of the site itself is named only by the page it is canonical for', () => {
  for (const page of pages) {
    const canonical = page.elements
      .filter((element) => attribute(element, 'rel') === 'canonical')
      .map((element) => attribute(element, 'href'));
    const path = page.file === '404.html' ? '/404/' : page.address;
    expect(canonical, page.file).toEqual([`${SITE}${path}`]);
    const others = linksOf(page).filter(({ address }) => address.startsWith(SITE) && address !== canonical[0]);
    expect(others, page.file).toEqual([]);
  }
});

test('every whole address in feeds, data and sitemap leads to a file of the site, and every fragment to an id', () => {
  const broken: string[] = [];
  let checked = 0;
  for (const file of [...files].filter((name) => /\.(xml|json|csv|txt)$/.test(name) && !/^disclosures\/.+\/.+/.test(name))) {
    const text = readFileSync(path.join(inject('folder'), file), 'utf8');
    for (const [address] of text.matchAll(new RegExp(`${SITE.replaceAll('.', '\\.')}[^\\s"'<>,\\]]*`, 'g'))) {
      checked += 1;
      const why = address === SITE ? 'is not whole' : wrong({ file, address: `/${file}` } as SitePage, address.slice(SITE.length));
      if (why) broken.push(`${file} ${address} ${why}`);
    }
  }
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(500);
});

test('every file that a style sheet names is there', () => {
  const sheets = [...files].filter((file) => file.endsWith('.css'));
  const broken = sheets.flatMap((sheet) =>
    [...readFileSync(path.join(inject('folder'), sheet), 'utf8').matchAll(/url\((['"]?)(.*?)\1\)/g)].flatMap(([, , address = '']) =>
      address.startsWith('data:') || fileAt(files, new URL(address, `https://x/${sheet}`).pathname) ? [] : `${sheet} ${address}`,
    ),
  );
  expect(sheets.length).toBeGreaterThan(1);
  expect(broken).toEqual([]);
});

test('the sitemap has every published answer and every list, and nothing that asks not to be found', () => {
  const text = readFileSync(path.join(inject('folder'), 'sitemap.xml'), 'utf8');
  const listed = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address.slice(SITE.length));
  expect(new Set(listed).size).toBe(listed.length);
  const hidden = pages.filter(({ elements }) => elements.some((element) => attribute(element, 'content') === 'noindex'));
  const further = /\/page\/\d+\/$/;
  const expected = pages.filter((page) => !hidden.includes(page) && !further.test(page.address)).map(({ address }) => address);
  // The search page is a tool: there is nothing on it that another page has not.
  expect(listed.sort()).toEqual(expected.filter((address) => address !== '/search/').sort());
  const answers = listed.filter((address) => /^\/disclosures\/[^/]+\/$/.test(address));
  expect(answers).toEqual(
    publishedEntries()
      .map(({ slug }) => `/disclosures/${slug}/`)
      .sort(),
  );
});

test('no link leads to a draft or to an entry under embargo, and none is there', () => {
  const kept = sampleEntries().filter(({ state }) => state === 'draft' || state === 'embargoed');
  expect(kept.length).toBeGreaterThan(1);
  for (const { slug } of kept) {
    expect([...files].filter((file) => file.includes(slug))).toEqual([]);
    expect(pages.flatMap((page) => linksOf(page).filter(({ address }) => address.includes(`/${slug}/`)))).toEqual([]);
  }
});

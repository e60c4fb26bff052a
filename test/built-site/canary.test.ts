import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { canariesIn } from './canaries.ts';
import { canaryLog, HIDDEN_ENTRIES } from './canary-log.ts';
import { filesOf, linksOf, readPage, readPages } from './site-files.ts';
import { buildLog, temporaryFolder, writeFiles } from './small-log.ts';

/*
 * The same log is built twice into the same folder, with the same cache: first as if everything were published, which shows where its words
 * would be found; then as it is.
 */

const folder = temporaryFolder();
let open: Map<string, Set<string>>;
let closed: Map<string, Set<string>>;
/** In the files for hosts, beside the output. */
let closedHosts: Map<string, Set<string>>;
const site = () => path.join(folder(), 'site');
const read = (file: string) => readFileSync(path.join(site(), file), 'utf8');

beforeAll(async () => {
  await writeFiles(folder(), inLog(canaryLog(true)));
  await buildLog(folder(), 'site');
  open = canaries(site());
  await writeFiles(folder(), inLog(canaryLog(false)));
  await buildLog(folder(), 'site');
  closed = canaries(site());
  closedHosts = canaries(`${site()}-hosts`);
});

const inLog = (files: Record<string, string>) => Object.fromEntries(Object.entries(files).map(([name, text]) => [`log/${name}`, text]));

/** Every word of the canary log that a file of a site holds, with those files. */
const canaries = (of: string) => canariesIn(of, /zq(?:hidden|shown)[a-z]*/g);

const hidden = (found: Map<string, Set<string>>) => [...found.keys()].filter((word) => word.startsWith('zqhidden')).sort();
const kinds = (files: Set<string> = new Set()) =>
  new Set(
    [...files].map((file) => (!file.includes('/index-') ? file : /\/index-\w+\/\d+\/\d+\.bin$/.test(file) ? 'words' : path.extname(file))),
  );

describe('if a word got out, it would be found', () => {
  test('in pages, feeds, downloads, the index of the search and its fragments', () => {
    const answer = kinds(open.get('zqhiddenanswerofdraft'));
    for (const place of ['.bin', 'words', 'disclosures/zqhiddenreference-draft-01/index.html', 'feed.xml']) expect(answer).toContain(place);
    const title = kinds(open.get('zqhiddentitle'));
    for (const place of [
      'index.html',
      'disclosures/index.html',
      'data/disclosures.csv',
      'data/disclosures.json',
      'years/2001/index.html',
      'topics/waste/feed.xml',
    ])
      expect(title).toContain(place);
    expect(kinds(open.get('zqhiddenreference'))).toContain('sitemap.xml');
  });

  test('whatever kind of thing an entry says', () => {
    const what = [
      'title',
      'departmentofembargo',
      'sameofembargo',
      'correctionofembargo',
      'reviewofembargo',
      'questionofembargo',
      'answerofembargo',
    ];
    const files = ['fileofembargo', 'filetitleofembargo', 'textofembargo', 'groundsofembargo', 'textofwithdrawnbare'];
    for (const word of [...what, ...files]) expect(hidden(open)).toContain(`zqhidden${word}`);
  });

  test('and what is published is found also in the log as it is', () => {
    for (const word of [
      'title',
      'department',
      'question',
      'answer',
      'last',
      'file',
      'figures',
      'cell',
      'takenback',
      'reason',
      'about',
      'logo',
      'logotext',
    ])
      expect([...closed.keys()], word).toContain(`zqshown${word}`);
    expect(kinds(closed.get('zqshownlast'))).toContain('words');
  });
});

test('no byte of a draft, of an entry under embargo, of a withdrawn one or of an undeclared file reaches the output', () => {
  const found = hidden(closed).map((word) => `${word} in ${[...(closed.get(word) ?? [])].join(', ')}`);
  expect(found).toEqual([]);
  expect(hidden(closedHosts)).toEqual([]);
  expect(filesOf(`${site()}-hosts`)).toContain('policy.json');
});

test('what an entry acknowledges is never published, and neither are its comments', () => {
  for (const word of ['rule', 'sha', 'reason', 'role', 'comment', 'commentofsettings'])
    expect(hidden(open)).not.toContain(`zqhidden${word}`);
});

test('what is hidden is not counted either', () => {
  const { disclosures } = JSON.parse(read('data/disclosures.json')) as { disclosures: unknown[] };
  expect(disclosures).toHaveLength(1);
  const files = filesOf(site());
  for (const { year } of Object.values(HIDDEN_ENTRIES)) expect(files).not.toContain(`years/20${year}/index.html`);
  for (const list of ['topics/waste', 'exemptions/foia-37', 'outcomes/cost']) {
    const links = linksOf(readPage(site(), `${list}/index.html`)).map(({ address }) => address);
    expect(links.filter((address) => address.startsWith('/disclosures/') && address !== '/disclosures/')).toEqual([]);
    expect(read(`${list}/index.html`)).not.toMatch(/\b[1-9] answers?\b/);
  }
  const references = files.filter((file) => file.endsWith('/references.bin')).map((file) => readFileSync(path.join(site(), file)));
  expect(references.flatMap((file) => JSON.parse(gunzipSync(file).toString()) as string[])).toHaveLength(1);
});

test('a tombstone shows the reference, the date and the reason, and a title only where the entry says so', () => {
  const words = (slug: string) => {
    const main = /<main[^>]*>(.*)<\/main>/s.exec(read(`disclosures/${slug}/index.html`))?.[1] ?? '';
    return main
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  };
  expect(words('w-bare-03')).toMatchInlineSnapshot(
    `"W-bare/03 This answer has been withdrawn It was taken out of this log on 3 January 2024. Why Zqshownbare reason. If you need to know more, write to us and give the reference."`,
  );
  expect(words('w-titled-04')).toMatchInlineSnapshot(
    `"W-titled/04 Zqshowntomb title This answer has been withdrawn. It was taken out of this log on 4 January 2024. Why Zqshowntitled reason. If you need to know more, write to us and give the reference."`,
  );
});

test('nothing but the list of what is withdrawn leads to a tombstone, and no feed or sitemap names one', () => {
  const slugs = Object.values(HIDDEN_ENTRIES).map(({ slug }) => slug);
  const leads = readPages(site()).flatMap((page) =>
    linksOf(page).filter(({ address }) => slugs.some((slug) => address.startsWith(`/disclosures/${slug}`))),
  );
  expect(leads).toEqual([]);
  for (const file of ['sitemap.xml', 'feed.xml', 'data/disclosures.csv']) for (const slug of slugs) expect(read(file)).not.toContain(slug);
  expect(read('disclosures/w-bare-03/index.html')).toContain('<meta name="robots" content="noindex">');
});

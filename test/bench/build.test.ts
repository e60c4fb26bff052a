import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pictureOf } from '../../bench/build-picture.ts';
import { asTable, gather, median, readMeasures, type Results } from '../../bench/build-results.ts';
import { sizesOf } from '../../bench/sizes.ts';

const SAID = `this project, no cache           12.4 s      900 MB
this project, one entry new       3.0 s      400 MB
Eleventy + Pagefind               8.2 s     1000 MB
this project, no cache           10.4 s      880 MB
this project, one entry new       5.0 s      410 MB
Eleventy + Pagefind failed:
some words of a tool
Eleventy + Pagefind               nan s        0 MB
`;
const results = (sizes: Results['sizes']): Results => ({
  day: '2026-11-23',
  cores: 2,
  memory: 24,
  node: '24.1.0',
  hugo: null,
  commit: null,
  runs: 2,
  sizes,
});

test('the runs of each tool become one, and a run that failed is not hidden', () => {
  expect(gather(readMeasures(SAID))).toEqual([
    { tool: 'this project, no cache', seconds: 11.4, memory: 890, each: [12.4, 10.4] },
    { tool: 'this project, one entry new', seconds: 4, memory: 405, each: [3, 5] },
    { tool: 'Eleventy + Pagefind', seconds: null, memory: 500, each: [8.2, null] },
  ]);
  expect(() => readMeasures('Another tool    1.0 s   10 MB')).toThrow('Unexpected “Another tool”');
});

test('a median is the middle one, or the mean of the two in the middle', () => {
  expect([[3], [5, 1, 3], [4, 1, 2, 100], [1, null], []].map(median)).toEqual([3, 3, 3, null, null]);
});

test('the table says how many times as long as each peer a build takes', () => {
  const tools = [
    { tool: 'this project, no cache', seconds: 30, memory: 900, each: [30] },
    { tool: 'Eleventy + Pagefind', seconds: 20, memory: 2700, each: [20] },
  ];
  const [head, , row, none] = asTable(
    results([
      { entries: 1000, tools },
      { entries: 10000, tools: [{ ...tools[0]!, seconds: null }, tools[1]!] },
    ]),
  ).split('\n');
  expect(head).toBe('| Entries | disclosure-log | Eleventy + Pagefind | to Eleventy + Pagefind |');
  expect(row).toBe('| 1,000 | 30.0 s, 900 MB | 20.0 s, 2.7 GB | 1.50 × |');
  expect(none).toBe('| 10,000 | failed | 20.0 s, 2.7 GB | – |');
});

test('the picture has a line for each tool, a cost that grows as the log does is straight, and no two labels meet', () => {
  const at = (entries: number, factor: number) => ({
    entries,
    tools: ['this project, no cache', 'this project, one entry new', 'Eleventy + Pagefind', 'Hugo + Pagefind'].map((tool, index) => {
      const seconds = (entries / 1000) * factor * (1 + index / 100);
      return { tool, seconds, memory: 1, each: [seconds] };
    }),
  });
  const svg = pictureOf(results([at(1000, 2), at(10_000, 2), at(100_000, 2)]));
  const lines = [...svg.matchAll(/ d="M([\d. ]+)L([\d. ]+)L([\d. ]+)"/g)].map((line) =>
    line.slice(1).map((point) => point.split(' ').map(Number)),
  );
  expect(lines).toHaveLength(4);
  for (const [a, b, c] of lines as [number, number][][]) {
    expect(a![1] - b![1]).toBeCloseTo(b![1] - c![1], 0);
    expect(b![0] - a![0]).toBeCloseTo(c![0] - b![0], 0);
  }
  const labels = [...svg.matchAll(/<text[^>]* x="580" y="([\d.]+)"/g)].map(([, y]) => Number(y)).sort((a, b) => a - b);
  expect(labels).toHaveLength(4);
  for (let index = 1; index < labels.length; index++) expect(labels[index]! - labels[index - 1]!).toBeGreaterThanOrEqual(16);
  expect(svg).not.toMatch(/NaN|undefined|null/);
});

test('a picture of one size, of which one tool failed, is whole', () => {
  const svg = pictureOf(
    results([
      {
        entries: 500,
        tools: [
          { tool: 'this project, no cache', seconds: 7, memory: 1, each: [7] },
          { tool: 'Hugo + Pagefind', seconds: null, memory: 1, each: [null] },
        ],
      },
    ]),
  );
  expect(svg).toContain('Hugo + Pagefind failed');
  expect(svg).not.toMatch(/NaN|undefined|null|Infinity/);
});

test('the files of a site are counted by what they are', async () => {
  const site = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  const files = {
    'index.html': 'other pages',
    'search/index.html': 'other pages',
    'disclosures/index.html': 'lists',
    'disclosures/page/2/index.html': 'lists',
    'topics/bins/page/2/index.html': 'lists',
    'topics/bins/feed.xml': 'feeds',
    'disclosures/920a-21/index.html': 'entries',
    'disclosures/920a-21/counts.csv': 'attachments',
    'data/disclosures.json': 'data',
    'search/index-3f9a/entries.bin': 'search index',
    '_astro/site.css': 'scripts, styles, fonts',
  };
  try {
    for (const file of Object.keys(files)) {
      await mkdir(path.dirname(path.join(site, file)), { recursive: true });
      await writeFile(path.join(site, file), file === 'data/disclosures.json' ? ' '.repeat(5000) : '1234');
    }
    const { kinds, total, largest } = sizesOf(site);
    for (const kind of new Set(Object.values(files)))
      expect(kinds[kind]?.files, kind).toBe(Object.values(files).filter((each) => each === kind).length);
    expect(total).toMatchObject({ files: 11, bytes: 5040 });
    expect(kinds['data']?.sent).toBeLessThan(100);
    expect(kinds['search index']?.sent).toBe(4);
    expect(largest).toEqual({ file: 'data/disclosures.json', bytes: 5000 });
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});

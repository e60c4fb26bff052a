import fc from 'fast-check';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBodyOf } from '../../src/log/bodies.ts';
import type { Disclosure } from '../../src/log/disclosure.ts';
import { loadLog } from '../../src/log/load-log.ts';
import { EXPORT_FORMATS, exportedEntries, type ExportedEntry } from '../../src/open-data/export.ts';
import { exportMapping } from '../../src/open-data/export-mapping.ts';
import { canaryLog } from '../built-site/canary-log.ts';

let home: string;
beforeEach(async () => void (home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'))));
afterEach(() => rm(home, { recursive: true, force: true }));

const SETTINGS = 'authority: Fernhill\nlaw: foia\nsite: https://foi.example\ntopics: {bins: Bins}\n';
const ENTRY = `---
title: Smart bins
reference: 1629A/22
responded: 2022-08-26
topics: [bins]
questions:
  - {number: "1", outcome: not-held}
  - {number: "2", outcome: ncnd, exemptions: [24(2), 31(3)]}
attachments:
  - {file: counts.csv, title: Counts, kind: dataset}
---
Before all headings.

## Request

We would like to know:

1. How many *smart* bins?
2. Who
   made them?

## Response

### Question 1

No information held.

| Year | Bins |
| --- | --- |
| 2021 | 0 |

### Questions 1 and 2

See [the *answer* below](counts.csv).

### Public *interest* test

It favours neither.

## Note on \`bins\`

They are blue.
`;

/** The export of a log with these files, entry by entry, and how often a body was asked for so far. */
async function exportOf(files: Record<string, string>, drafts = false) {
  const [dir, cache] = [path.join(home, 'log'), path.join(home, 'cache')];
  await rm(dir, { recursive: true, force: true });
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  }
  const { log } = await loadLog({ dir, cache, now: new Date('2026-11-23T09:00:00Z'), drafts });
  if (!log) throw new Error('The log cannot be read.');
  const asked = { bodies: 0 };
  const bodyOf = (entry: Disclosure) => {
    asked.bodies += 1;
    return readBodyOf(entry, { dir, cache, law: log.settings.law });
  };
  return { entries: exportedEntries(log.entries, bodyOf, (address) => `https://foi.example${address}`), asked, log };
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

const simple = (count: number, frontMatter = '') =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `disclosures/2024/${index + 1}/index.md`,
      `---\ntitle: About ${index + 1}\nreference: ${index + 1}/24\n${frontMatter}---\n## Response\nNine.\n`,
    ]),
  );

test('an entry is its public record with its text, whole and plain, and every question with its answer and its address', async () => {
  const { entries } = await exportOf({
    'log.yaml': SETTINGS,
    'disclosures/2022/1/index.md': ENTRY,
    'disclosures/2022/1/counts.csv': 'a,b\n',
  });
  expect(await all(entries)).toEqual([
    {
      id: '1629a-22',
      reference: '1629A/22',
      title: 'Smart bins',
      address: 'https://foi.example/disclosures/1629a-22/',
      law: 'FOIA',
      received: null,
      responded: '2022-08-26',
      published: null,
      updated: null,
      outcome: null,
      outcomeInWords: '1 neither confirmed nor denied · 1 not held',
      exemptions: ['FOIA 24(2)', 'FOIA 31(3)'],
      topics: ['bins'],
      department: null,
      attachments: [
        { title: 'Counts', kind: 'dataset', type: 'CSV', bytes: 4, address: 'https://foi.example/disclosures/1629a-22/counts.csv' },
      ],
      questions: [
        {
          number: '1',
          anchor: 'question-1',
          address: 'https://foi.example/disclosures/1629a-22/#question-1',
          text: 'How many smart bins?',
          answer: 'No information held.\nYear Bins\n2021 0\nSee the answer below.',
          outcome: 'not-held',
          exemptions: [],
        },
        {
          number: '2',
          anchor: 'question-2',
          address: 'https://foi.example/disclosures/1629a-22/#question-2',
          text: 'Who made them?',
          answer: 'See the answer below.',
          outcome: 'ncnd',
          exemptions: ['FOIA 24(2)', 'FOIA 31(3)'],
        },
      ],
      request: 'We would like to know:\n1. How many smart bins?\n2. Who made them?',
      response:
        'Question 1\nNo information held.\nYear Bins\n2021 0\nQuestions 1 and 2\nSee the answer below.\nPublic interest test\nIt favours neither.',
      other: 'Before all headings.\nNote on bins\nThey are blue.',
    },
  ]);
});

test('a text that an entry does not have is null', async () => {
  const { entries } = await exportOf({ 'log.yaml': SETTINGS, ...simple(1) });
  expect(await all(entries)).toMatchObject([{ request: null, response: 'Nine.', other: null, questions: [] }]);
});

test('one body is held at a time: it is asked for with its entry, not before', async () => {
  const { entries, asked } = await exportOf({ 'log.yaml': SETTINGS, ...simple(20) });
  expect(asked.bodies).toBe(0);
  for (let taken = 1; taken <= 3; taken++) {
    await entries.next();
    expect(asked.bodies).toBe(taken);
  }
});

describe('what must stay in the folder', () => {
  const bytesOf = async (files: Record<string, string>, drafts = false) => {
    const { entries } = await exportOf(files, drafts);
    return (await all(entries)).map((entry) => EXPORT_FORMATS.opensearch.lines(entry, 'i')).join('');
  };

  test('a draft, an entry under embargo, a withdrawn entry and a withdrawn file leave no byte', async () => {
    const all = await bytesOf(canaryLog(true));
    for (const word of [
      'zqhiddenanswerofdraft',
      'zqhiddenanswerofembargo',
      'zqhiddenanswerofwithdrawnbare',
      'zqhiddenanswerofwithdrawntitled',
    ])
      expect(all).toContain(word);
    const seen = await bytesOf(canaryLog(false));
    expect(seen).toContain('zqshownanswer');
    expect(seen).not.toMatch(/zqhidden/i);
  });

  test('also of a log that was loaded with its drafts', async () => {
    const seen = await bytesOf(
      {
        'log.yaml': SETTINGS,
        ...simple(1, 'status: draft\n'),
        ...{ 'disclosures/2022/x/index.md': '---\ntitle: T\nreference: 7/22\n---\nSeen.\n' },
      },
      true,
    );
    expect(seen.match(/"_id":"[^"]+"/g)).toEqual(['"_id":"7-22"']);
  });
});

describe('the formats', () => {
  const entry = (title: string) => ({ id: '7-22', title, questions: [] }) as unknown as ExportedEntry;

  test('ndjson has one line an entry, opensearch two, whatever the text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const one = EXPORT_FORMATS.ndjson.lines(entry(title));
        expect(one.match(/[\n\r]/g)).toEqual(['\n']);
        expect(JSON.parse(one)).toEqual(entry(title));
        const two = EXPORT_FORMATS.opensearch.lines(entry(title), 'foi-2026').split('\n');
        expect(two).toEqual(['{"index":{"_index":"foi-2026","_id":"7-22"}}', one.trimEnd(), '']);
      }),
    );
  });

  test('half a character, which readers of JSON refuse, is replaced', () => {
    expect(EXPORT_FORMATS.ndjson.lines(entry('a\ud800b 😀'))).toContain('"a\ufffdb 😀"');
  });
});

describe('the mapping', () => {
  interface Properties {
    [name: string]: { type?: string; normalizer?: string; properties?: Properties };
  }
  const { mappings, settings } = exportMapping('en') as unknown as {
    mappings: { dynamic: string; properties: Properties };
    settings: { analysis: { normalizer: object } };
  };

  /** Every path of a document, in the notation of the mapping. */
  const paths = (value: object, before = ''): string[] =>
    Object.entries(value).flatMap(([key, each]) => [
      `${before}${key}`,
      ...(Array.isArray(each) && typeof each[0] === 'object' ? paths(each[0] as object, `${before}${key}.`) : []),
    ]);
  const fields = (properties: Properties, before = ''): string[] =>
    Object.entries(properties).flatMap(([key, field]) => [
      `${before}${key}`,
      ...(field.properties ? fields(field.properties, `${before}${key}.`) : []),
    ]);

  test('has the fields of an exported entry, no more and no less, and refuses others', async () => {
    const { entries } = await exportOf({
      'log.yaml': SETTINGS,
      'disclosures/2022/1/index.md': ENTRY,
      'disclosures/2022/1/counts.csv': '',
    });
    const [first] = await all(entries);
    expect(fields(mappings.properties).sort()).toEqual(paths(first as object).sort());
    expect(mappings.dynamic).toBe('strict');
  });

  test('has days as dates, codes in any case, and questions that are found one by one', () => {
    const { received, reference, questions, response } = mappings.properties;
    expect(received).toEqual({ type: 'date', format: 'strict_date' });
    expect(questions?.type).toBe('nested');
    expect(response).toEqual({ type: 'text', analyzer: 'english' });
    expect(Object.keys(settings.analysis.normalizer)).toContain(reference?.normalizer);
  });

  test('takes Welsh words as they are', () => {
    expect(JSON.stringify(exportMapping('cy'))).not.toContain('english');
  });
});

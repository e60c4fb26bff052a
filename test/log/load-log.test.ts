import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBodyOf } from '../../src/log/bodies.ts';
import { loadLog, type LoadOptions } from '../../src/log/load-log.ts';
import { blocks } from '../../src/model/finding.ts';

const BROKEN = path.join(import.meta.dirname, '../fixtures/broken-log');
let home: string;
let dir: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'disclosure-log-'));
  dir = path.join(home, 'log');
  await write('log.yaml', 'authority: Fernhill Borough Council\nlaw: foia\ntopics: {parking: Parking, bins: Bins and recycling}\n');
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
  await writeFile(path.join(dir, file), text);
}
const entry = (reference: string, frontMatter = '', body = '## Response\nNine.\n') =>
  write(
    `disclosures/2024/${reference.replace(/\W/g, '-')}/index.md`,
    `---\ntitle: About ${reference}\nreference: ${reference}\n${frontMatter}${frontMatter && '\n'}---\n${body}`,
  );
const load = (options: Partial<LoadOptions> = {}) =>
  loadLog({ dir, cache: path.join(home, 'cache'), now: new Date('2024-06-15T08:30:00Z'), ...options });
const packFiles = async (cache: string) =>
  (await readdir(path.join(cache, 'entries'), { recursive: true }))
    .filter((file) => /\.(bodies|facts|index)$/.test(file))
    .map((file) => path.join(cache, 'entries', file));
const references = async (options?: Partial<LoadOptions>) => (await load(options)).log?.entries.map(({ reference }) => reference);

describe('a broken log', () => {
  test('is reported whole in one run: every mistake with file, line, column, rule and mend', async () => {
    const { findings, log } = await loadLog({ dir: BROKEN, cache: path.join(home, 'cache'), now: new Date() });
    const lines = findings.map(
      ({ file, line, column, rule, message, fix }) =>
        `${path.relative(BROKEN, path.resolve(file))}:${line}:${column} [${rule}] ${message.replaceAll(`${path.relative(process.cwd(), BROKEN)}/`, '')}. ${fix}`,
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../fixtures/broken-log.expected.txt');
    expect(log).toBeNull();
    expect(blocks(findings)).toBe(true);
    expect(findings.length).toBeGreaterThanOrEqual(20);
    expect(findings.every(({ line, column, fix }) => line !== null && column !== null && fix.length > 10)).toBe(true);
  });

  test('is reported the same from the cache', async () => {
    const options = { dir: BROKEN, cache: path.join(home, 'cache'), now: new Date() };
    const first = await loadLog(options);
    const second = await loadLog(options);
    expect(second.counts.read).toBe(0);
    expect(second.findings).toEqual(first.findings);
  });

  test('without log.yaml says so, and still finds what is wrong in the entries', async () => {
    await rm(path.join(dir, 'log.yaml'));
    await entry('1/24', 'recieved: 2024-01-01');
    expect((await load()).findings.map(({ rule }) => rule)).toEqual(['unknown-key', 'no-log']);
  });
});

describe('what is published', () => {
  test('is neither a draft, nor under embargo, nor withdrawn', async () => {
    await entry('1/24');
    await entry('2/24', 'status: draft');
    await entry('3/24', 'publishAfter: 2024-06-15T09:31');
    await entry('4/24', 'publishAfter: 2024-06-15T09:30');
    await entry('5/24', 'status: withdrawn\nwithdrawn: {date: 2024-02-01, reason: Published in error.}');
    const { log, counts } = await load();
    // 08:30 UTC is 09:30 in London in June.
    expect(log?.entries.map(({ reference }) => reference)).toEqual(['4/24', '1/24']);
    expect(log?.withdrawn).toEqual([{ slug: '5-24', reference: '5/24', title: null, date: '2024-02-01', reason: 'Published in error.' }]);
    expect(counts).toMatchObject({ entries: 5, published: 2, drafts: 1, embargoed: 1, withdrawn: 1 });
  });

  test('includes drafts only where a preview asks for them, and says which they are', async () => {
    await entry('1/24', 'status: draft');
    expect((await load({ drafts: true })).log?.entries.map(({ state }) => state)).toEqual(['draft']);
  });

  test('is in order of the day answered, then of the year a reference tells, then undated', async () => {
    await entry('1/24', 'responded: 2024-02-01');
    await entry('2/24', 'responded: 2024-03-01\nreceived: 2024-01-05');
    await entry('3/23');
    await entry('IC-7');
    await entry('9/24');
    await entry('10/24');
    expect(await references()).toEqual(['2/24', '1/24', '10/24', '9/24', '3/23', 'IC-7']);
  });
});

test('each list counts an entry once under everything that it or one of its questions states', async () => {
  const questions =
    'questions:\n  - {number: "1", outcome: granted}\n  - {number: "2", outcome: ncnd, exemptions: [31(3), 24(2)]}\n  - {number: "3", outcome: ncnd, exemptions: ["31(1)(a)"]}';
  await entry('1/24', `topics: [bins, bins]\n${questions}`, '## Request\n1. a\n2. b\n3. c\n');
  await entry('2/24', 'topics: [bins]\noutcome: granted\nexemptions: [{law: eir, provision: 12(5)(b)}]');
  const { log } = await load();
  expect(log?.facets).toMatchObject({
    topics: [
      { id: 'parking', count: 0 },
      { id: 'bins', count: 2 },
    ],
    years: [{ id: '2024', count: 2 }],
    undated: 0,
    outcomes: [
      { id: 'granted', count: 2 },
      { id: 'part', count: 1 },
      { id: 'ncnd', count: 1 },
    ],
    exemptions: [
      { id: 'foia-24', count: 1 },
      { id: 'foia-31', count: 1 },
      { id: 'eir-12-5-b', count: 1 },
    ],
  });
});

describe('files beside an entry', () => {
  test('are known by size and type when declared', async () => {
    await entry('1/24', 'outcome: granted\nattachments:\n  - {file: a b.csv, title: Figures, kind: dataset}');
    await write('disclosures/2024/1-24/a b.csv', 'a,b\n');
    const { log, findings } = await load();
    expect(findings).toEqual([]);
    expect(log?.entries[0]?.attachments).toEqual([
      { file: 'a b.csv', title: 'Figures', kind: 'dataset', type: 'CSV', size: 4, path: '/disclosures/1-24/a%20b.csv' },
    ]);
  });

  test('are named when nobody declared them', async () => {
    await entry('1/24', 'outcome: granted');
    await write('disclosures/2024/1-24/notes.docx', 'x');
    expect((await load()).findings).toMatchObject([
      { rule: 'undeclared-attachment', severity: 'warn', message: expect.stringContaining('notes.docx') as string },
    ]);
  });

  test('are found only letter for letter, as a web server would', async () => {
    await entry('1/24', 'outcome: granted\nattachments: [{file: Figures.csv}]');
    await write('disclosures/2024/1-24/figures.csv', 'x');
    expect((await load()).findings.find(({ rule }) => rule === 'missing-attachment')?.fix).toBe('Write figures.csv, letter for letter.');
  });

  test('are not followed out of the log', async () => {
    await entry('1/24', 'outcome: granted');
    await write('../secret.txt', 'x');
    await symlink(path.join(home, 'secret.txt'), path.join(dir, 'disclosures/2024/1-24/secret.txt'));
    expect((await load()).findings).toMatchObject([{ rule: 'link-out', severity: 'block' }]);
  });
});

describe('the cache', () => {
  test('keeps unchanged entries from being read again, and reads the changed one', async () => {
    for (const reference of ['1/24', '2/24', '3/24']) await entry(reference);
    expect((await load()).counts.read).toBe(3);
    expect((await load()).counts.read).toBe(0);
    await entry('2/24', 'responded: 2024-05-01');
    const { counts, log } = await load();
    expect(counts.read).toBe(1);
    expect(log?.entries[0]).toMatchObject({ reference: '2/24', date: '2024-05-01' });
  });

  test('knows an entry that was moved, and forgets one that was deleted', async () => {
    await entry('1/24');
    await entry('2/24');
    await load();
    await rename(path.join(dir, 'disclosures/2024'), path.join(dir, 'disclosures/archive'));
    await rm(path.join(dir, 'disclosures/archive/2-24'), { recursive: true });
    const { counts, log } = await load();
    expect(counts.read).toBe(0);
    expect(log?.entries.map(({ file }) => file)).toEqual(['disclosures/archive/1-24/index.md']);
  });

  test('does not outlive a change of the law that the texts are read under', async () => {
    await entry('1/24', 'exemptions: [31(3)]');
    expect((await load()).log?.entries[0]?.exemptions).toEqual([{ law: 'foia', provision: '31(3)' }]);
    await write('log.yaml', 'authority: X\nlaw: foisa\ntopics: {}\n');
    expect((await load()).counts.read).toBe(1);
  });

  test.each([
    ['deleted', (cache: string) => rm(cache, { recursive: true })],
    [
      'cut short',
      async (cache: string) => {
        for (const file of await packFiles(cache)) await writeFile(file, (await readFile(file)).subarray(0, -20));
      },
    ],
    ...['bodies', 'facts', 'index'].map((ending): [string, (cache: string) => Promise<void>] => [
      `without its ${ending}`,
      async (cache) => {
        for (const file of await packFiles(cache)) if (file.endsWith(`.${ending}`)) await rm(file);
      },
    ]),
  ])('may be %s at any time', async (_, harm) => {
    await entry('1/24');
    const first = await load();
    await harm(path.join(home, 'cache'));
    const second = await load();
    expect(second.log).toEqual(first.log);
    const disclosure = second.log?.entries[0];
    expect(
      disclosure && (await readBodyOf(disclosure, { dir, cache: path.join(home, 'cache'), law: 'foia' })).sections[0]?.parts[0]?.html,
    ).toBe('<p>Nine.</p>');
  });
});

test('the sample log has no problem but two outcomes that it does not state, to show what is shown then', async () => {
  const { findings, counts } = await loadLog({
    dir: path.join(import.meta.dirname, '../../content'),
    cache: path.join(home, 'cache'),
    now: new Date('2026-11-23T12:00:00Z'),
  });
  expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(Array(2).fill('question-without-outcome warn'));
  expect(counts.entries).toBeGreaterThanOrEqual(40);
  expect(counts.drafts).toBeGreaterThan(0);
  expect(counts.withdrawn).toBeGreaterThan(0);
});

test('a log is loaded from any folder of any name', async () => {
  await entry('1/24');
  const strange = path.join(home, 'our log — ŵyl');
  await cp(dir, strange, { recursive: true });
  expect((await load({ dir: strange })).log?.entries.length).toBe(1);
});

describe('what entries declare and accept', () => {
  test('every declared file that lies beside its entry is known with its state, those taken back left out', async () => {
    const attachments =
      'attachments: [{file: a.csv}, {file: b.csv, withdrawn: {date: 2024-01-01, reason: A mistake.}}, {file: c.csv}]\nacknowledged: [{rule: small-counts, file: a.csv, sha256: x, reason: Bridges., by: FOI manager, on: 2024-02-01}]';
    await entry('1/24', `outcome: granted\n${attachments}`);
    await entry('2/24', 'status: draft\noutcome: granted\nattachments: [{file: a.csv}]');
    for (const file of ['1-24/a.csv', '1-24/b.csv', '2-24/a.csv']) await write(`disclosures/2024/${file}`, 'x');
    const { files } = await load();
    expect(
      files.map(({ path: its, state, acknowledged }) => [
        path.relative(dir, its),
        state,
        acknowledged.map(({ rule, place }) => `${rule} ${place.line}`),
      ]),
    ).toEqual([
      ['disclosures/2024/1-24/a.csv', 'published', ['small-counts 6']],
      ['disclosures/2024/2-24/a.csv', 'draft', []],
    ]);
  });

  test('an acknowledgement of a file that is not declared, or of words that are not there, is stale', async () => {
    const accept = (file: string) => `  - {rule: salutation, file: ${file}, sha256: x, reason: None., by: FOI manager, on: 2024-02-01}`;
    await entry('1/24', `outcome: granted\nacknowledged:\n${accept('gone.csv')}\n${accept('index.md')}`);
    expect((await load()).findings.map(({ rule, severity, line }) => `${rule} ${severity} ${line}`)).toEqual([
      'stale-acknowledgement warn 6',
      'stale-acknowledgement warn 7',
    ]);
  });

  test('a day that has not come in the log’s time zone is told', async () => {
    await entry('1/24', 'outcome: granted\nresponded: 2024-06-15\npublished: 2024-06-16');
    expect((await load()).findings).toMatchObject([{ rule: 'date-in-future', severity: 'warn', line: 6, where: 'published' }]);
    expect((await load({ now: new Date('2024-06-15T23:30:00Z') })).findings).toEqual([]);
  });

  test('what is wrong with the words of an entry that is not published is told apart', async () => {
    await entry('1/24', 'status: draft\noutcome: granted', '## Response\nAB123456C\n');
    const { findings, unpublished } = await load();
    expect(findings).toEqual([]);
    expect(unpublished.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError, type Terminal } from '../../src/cli/command.ts';
import { importCommand } from '../../src/cli/import.ts';
import { loadLog } from '../../src/log/load-log.ts';
import { FIXTURES, readFixtures } from './fixtures.ts';

let folder = '';
let said: { out: string[]; note: string[] };

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  said = { out: [], note: [] };
  mkdirSync(path.join(folder, 'log'));
  mkdirSync(path.join(folder, 'old'));
  writeFileSync(path.join(folder, 'log/log.yaml'), 'authority: Northmoor Constabulary\nlaw: foia\ntopics: {fines: Fines}\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const page = (name: string, text: string | Uint8Array) => writeFileSync(path.join(folder, 'old', name), text);
const fines = 'Parking fines (1042/21)\n\nRequest\n\n1. How many fines were issued?\n\nResponse\n\n1. Nine.\n';
const entry = (file: string) => path.join(folder, 'log/disclosures', file, 'index.md');

async function run(values: Record<string, string | boolean> = {}, operands = [path.join(folder, 'old')]): Promise<number> {
  const terminal: Terminal = {
    colour: false,
    out: (text) => void said.out.push(text),
    note: (text) => void said.note.push(text),
    progress: () => {},
    done: () => {},
  };
  const defaults = Object.fromEntries(
    Object.entries(importCommand.options).flatMap(([name, option]) => ('default' in option ? [[name, option.default]] : [])),
  );
  return importCommand.run({
    values: { ...defaults, ...values } as Record<string, string>,
    operands,
    log: path.join(folder, 'log'),
    cache: path.join(folder, 'cache'),
    terminal,
  });
}

describe('import', () => {
  it('writes a draft to the year and address of its reference, and says what it found, guessed and missed', async () => {
    page('fines.txt', fines);
    expect(await run()).toBe(0);
    expect(readFileSync(entry('2021/1042-21'), 'utf8')).toMatch(/^---\ntitle: Parking fines\nreference: 1042\/21\nstatus: draft\n/);
    const text = said.out.join('\n');
    expect(text).toContain('Parking fines (1042/21)');
    expect(text).toMatch(/found {5}title, reference/);
    expect(text).toMatch(/missing {3}received, responded/);
    expect(text).toMatch(/questions\[1\]\.outcome: granted\n.*an answer is given/);
    expect(said.note.at(-1)).toBe('1 entry written as draft');
    expect(readdirSync(path.join(folder, 'log/disclosures/2021/1042-21'))).toEqual(['index.md']);
  });

  it('again says that nothing changed, and leaves an entry that a person has worked on', async () => {
    page('fines.txt', fines);
    await run();
    expect(await run()).toBe(0);
    expect(said.note.at(-1)).toBe('1 unchanged');
    const file = entry('2021/1042-21');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nChecked.\n`);
    expect(await run()).toBe(0);
    expect(said.note.at(-1)).toBe('1 already in the log and left as it is (--overwrite replaces)');
    expect(readFileSync(file, 'utf8')).toContain('Checked.');
    await run({ overwrite: true });
    expect(readFileSync(file, 'utf8')).not.toContain('Checked.');
  });

  it('knows an entry by its reference, wherever it lies', async () => {
    page('fines.txt', fines);
    mkdirSync(path.join(folder, 'log/disclosures/2020/parking'), { recursive: true });
    writeFileSync(path.join(folder, 'log/disclosures/2020/parking/index.md'), '---\ntitle: Parking\nreference: "1042/21"\n---\n');
    await run();
    expect(existsSync(entry('2021/1042-21'))).toBe(false);
    expect(said.note.at(-1)).toMatch(/already in the log/);
  });

  it('with --json prints the contract and writes nothing, unless --write is given', async () => {
    page('fines.txt', fines);
    expect(await run({ json: true })).toBe(0);
    const [first] = JSON.parse(said.out.join('\n')) as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual([
      'source',
      'file',
      'reference',
      'title',
      'received',
      'responded',
      'outcome',
      'exemptions',
      'questions',
      'found',
      'guessed',
      'missing',
      'reported',
    ]);
    expect(first).toMatchObject({
      file: 'disclosures/2021/1042-21/index.md',
      received: null,
      questions: [{ number: '1', text: 'How many fines were issued?', answer: 'Nine.', outcome: 'granted', exemptions: [] }],
    });
    expect(existsSync(path.join(folder, 'log/disclosures'))).toBe(false);
    await run({ json: true, write: true });
    expect(existsSync(entry('2021/1042-21'))).toBe(true);
  });

  it('with --dry-run or --json needs no log', async () => {
    page('fines.txt', fines);
    rmSync(path.join(folder, 'log'), { recursive: true });
    expect(await run({ 'dry-run': true })).toBe(0);
    expect(await run({ json: true })).toBe(0);
    expect(await run()).toBe(1);
    expect(said.note.at(-1)).toMatch(/Missing log\.yaml, expected a log to write to {2}\[no-log\]/);
  });

  it('tells what it cannot read, and imports the others', async () => {
    page('fines.txt', fines);
    page('letter.pdf', '%PDF-1.7');
    page('huge.txt', 'x'.repeat(2 * 1024 * 1024 + 1));
    page('picture.png', 'not looked at');
    expect(await run()).toBe(1);
    const notes = said.note.join('\n');
    expect(notes).toMatch(
      /letter\.pdf {2}error {2}This is a PDF, which is not yet read by this version; expected text or HTML {2}\[not-imported\]/,
    );
    expect(notes).toMatch(/huge\.txt {2}error {2}A file of 2\.0 MB, expected at most 2 MB/);
    expect(notes).not.toMatch(/picture/);
    expect(said.note.at(-1)).toBe('1 entry written as draft, 2 files not imported');
    expect(existsSync(entry('2021/1042-21'))).toBe(true);
  });

  it('tells two pages of one reference apart', async () => {
    page('a.txt', fines);
    page('b.txt', fines.replace('Nine', 'Ten'));
    expect(await run()).toBe(1);
    expect(said.note.join('\n')).toMatch(/b\.txt {2}error {2}The reference 1042\/21 is that of .*a\.txt too/);
  });

  it('takes files along that lie beside the page, and does not report them as unread', async () => {
    cpSync(path.join(FIXTURES, 'metadata-table'), path.join(folder, 'old'), { recursive: true });
    for (const name of ['expected.md', 'expected.json', 'facts.json']) rmSync(path.join(folder, 'old', name));
    expect(await run()).toBe(0);
    expect(readdirSync(path.join(folder, 'log/disclosures/2023/foi-7731')).toSorted()).toEqual(['index.md', 'training-plan.pdf']);
  });

  it('writes as published what is trusted, but not what lacks its reference', async () => {
    page('fines.txt', fines);
    page('no-reference.txt', 'Parking signs\n\nRequest\n\nHow many signs are there?\n\nResponse\n\nNine.\n');
    expect(await run({ status: 'published' })).toBe(0);
    expect(readFileSync(entry('2021/1042-21'), 'utf8')).not.toContain('status:');
    expect(readFileSync(entry('undated/parking-signs'), 'utf8')).toContain('status: draft');
  });

  it.each([
    [{ law: 'foi' }, 'Unexpected --law foi, expected one of foia, eir, foisa, eisr'],
    [{ status: 'withdrawn' }, 'Unexpected --status withdrawn, expected draft or published'],
  ])('refuses %j', async (values, message) => {
    page('fines.txt', fines);
    await expect(run(values)).rejects.toThrow(new UsageError(message));
  });

  it('refuses what is not there', async () => {
    await expect(run({}, [path.join(folder, 'none')])).rejects.toThrow(/^No file or folder .*none, expected pages to import$/);
    await expect(run()).rejects.toThrow(/^No page in .*old, expected files that end in \.txt, \.html or \.md$/);
  });
});

it('all fixtures, written to a log as published, make a log that nothing blocks', async () => {
  for (const { folder: from, input, name, facts } of readFixtures())
    if (facts.law !== 'foisa') cpSync(path.join(from, input), path.join(folder, 'old', `${name}${path.extname(input)}`));
  rmSync(path.join(folder, 'old/windows-1252.txt'));
  await run({ status: 'published' });
  const { findings, counts } = await loadLog({ dir: path.join(folder, 'log'), cache: path.join(folder, 'cache'), now: new Date() });
  expect(findings.filter(({ severity }) => severity === 'block')).toEqual([]);
  expect(counts.published).toBeGreaterThan(30);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkFiles, type CheckOptions } from '../../src/checks/check-files.ts';
import type { Acknowledgement } from '../../src/checks/acknowledged.ts';
import { HIDING_WORKBOOKS } from '../attachments/hiding.ts';
import { TABLE, workbookMembers } from '../attachments/xlsx-builder.ts';
import { zipOf } from '../attachments/zip-builder.ts';

const ENGINE = path.join(import.meta.dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'disclosure-log-'));
  mkdirSync(path.join(folder, 'files'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, 'files', name);
function put(name: string, content: string): void {
  writeFileSync(at(name), content);
}
const check = (names: string[], acknowledged: Acknowledgement[] = [], options: Partial<CheckOptions> = {}) =>
  checkFiles(
    names.map((name) => ({ path: at(name), file: name, acknowledged: acknowledged.filter(({ file }) => file === name) })),
    { engine: ENGINE, cache: path.join(folder, 'cache'), log: folder, allowed: [], ...options },
  );
const read = async (names: string[], options: Partial<CheckOptions> = {}) =>
  (await check(names, [], options)).files.filter((file) => file.read).map(({ file }) => file);

describe('files', () => {
  test('are looked into in their order, each finding with its place, its mend and the reader’s words', async () => {
    put('b.csv', 'Area,Note\nEast,AB123456C\n');
    put('a.txt', 'fine');
    const { findings, notInspected, files } = await check(['b.csv', 'a.txt']);
    expect(findings).toEqual([
      {
        rule: 'national-insurance-number',
        severity: 'block',
        file: 'b.csv',
        line: 2,
        column: 1,
        where: 'cell B2, line 2',
        message: 'A National Insurance number, in cell B2, line 2',
        fix: 'Delete it from the file and save a new copy; a box drawn over it, or a hidden column, does not delete it.',
      },
    ]);
    expect(notInspected).toEqual([]);
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['b.csv', 'csv'],
      ['a.txt', 'text'],
    ]);
  });

  test('that cannot be looked into are one finding each, listed, and stop no other', async () => {
    writeFileSync(at('old.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    put('target.txt', 'x');
    symlinkSync(at('target.txt'), at('link.txt'));
    put('a.zip', 'PK\x03\x04');
    put('broken.pdf', 'no\0pdf');
    put('fine.txt', 'fine');
    const { findings, notInspected, files } = await check(['old.xls', 'link.txt', 'gone.txt', 'a.zip', 'broken.pdf', 'fine.txt']);
    expect(findings.map(({ file, rule, severity, message }) => [file, rule, severity, message])).toEqual([
      ['old.xls', 'not-inspected', 'block', 'Could not be inspected: nothing here looks into an older or encrypted Office file'],
      [
        'link.txt',
        'not-inspected',
        'block',
        'Could not be inspected: it is a symbolic link, which may lead anywhere: put the file itself in its place',
      ],
      ['gone.txt', 'not-inspected', 'block', 'Could not be inspected: it is not there, or may not be read'],
      ['a.zip', 'archive', 'block', 'This is a ZIP archive, and what it holds was not looked into'],
      [
        'broken.pdf',
        'not-what-it-says',
        'block',
        'The content is a file of a kind that is not known, and its ending .pdf is that of a PDF',
      ],
    ]);
    expect(notInspected.map(({ file }) => file)).toEqual(['old.xls', 'link.txt', 'gone.txt', 'a.zip', 'broken.pdf']);
    expect(files.map((file) => [file.file, file.kind, file.sha256 !== null, file.read])).toEqual([
      ['old.xls', 'old-office', true, true],
      ['link.txt', null, false, true],
      ['gone.txt', null, false, true],
      ['a.zip', 'zip', true, true],
      ['broken.pdf', 'unknown', true, true],
      ['fine.txt', 'text', true, true],
    ]);
  });

  test('are mended in their own program, and what has no line has none', async () => {
    writeFileSync(at('a.xlsx'), HIDING_WORKBOOKS['cells-in-background-colour'] ?? '');
    put('Jane Wren.txt', 'fine');
    const { findings } = await check(['a.xlsx', 'Jane Wren.txt']);
    expect(findings).toEqual([
      {
        rule: 'cells-in-background-colour',
        severity: 'block',
        file: 'a.xlsx',
        line: null,
        column: null,
        where: 'sheet “Overtime”, cell A4',
        message: '1 filled cell has text that cannot be told from the background: sheet “Overtime”, cell A4',
        fix: 'Select the cells, choose Home > Font Color > Automatic to see the text, and delete what must not be published.',
      },
      {
        rule: 'name-in-file-name',
        severity: 'warn',
        file: 'Jane Wren.txt',
        line: null,
        column: null,
        where: null,
        message: 'The file’s name seems to hold the name of a person',
        fix: 'Rename the file after what it holds, such as response.pdf.',
      },
    ]);
  });

  test('of which parts could not be inspected are one finding for each reason, at the first of them, and each part is listed', async () => {
    const members = workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] });
    writeFileSync(at('a.xlsx'), zipOf([...members, { name: 'trash/0.dat', data: 'x' }, { name: 'trash/1.dat', data: 'y' }]));
    put('empty.csv', '');
    const { findings, notInspected } = await check(['a.xlsx', 'empty.csv']);
    const because = 'the package holds a part that nothing in the file refers to';
    const fix =
      'Save it anew in a format that can be inspected (.xlsx, .docx, PDF, CSV, text, PNG or JPEG), without a password, and check that file.';
    const finding = { rule: 'not-inspected', severity: 'block', line: null, column: null, fix };
    expect(findings).toEqual([
      { ...finding, file: 'a.xlsx', where: 'trash/0.dat', message: `Could not be inspected: ${because} (trash/0.dat)` },
      { ...finding, file: 'empty.csv', where: null, message: 'Could not be inspected: it is empty' },
    ]);
    expect(notInspected).toEqual([
      { file: 'a.xlsx', because: `${because} (trash/0.dat)` },
      { file: 'a.xlsx', because: `${because} (trash/1.dat)` },
      { file: 'empty.csv', because: 'it is empty' },
    ]);
  });

  test('that break a reader are told in one sentence', async () => {
    writeFileSync(at('a.xlsx'), zipOf(workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] })).subarray(0, -30));
    expect((await check(['a.xlsx'])).findings.map(({ message }) => message)).toEqual([
      'Could not be inspected: the file is damaged or is no Office file: its end is missing, as after a download that was cut short',
    ]);
  });

  test('are blocked for what they are, and for their names beside it', async () => {
    put('Jane Wren.zip', 'PK\x03\x04');
    put('page.html', '<!doctype html>');
    const { findings, files, notInspected } = await check(['Jane Wren.zip', 'page.html']);
    expect(findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['Jane Wren.zip', 'archive'],
      ['Jane Wren.zip', 'name-in-file-name'],
      ['page.html', 'active-content'],
    ]);
    expect(files.map(({ kind, read: isRead }) => [kind, isRead])).toEqual([
      ['zip', true],
      ['html', true],
    ]);
    expect(notInspected).toHaveLength(2);
  });

  test('are counted as they are done', async () => {
    for (const name of ['a.txt', 'b.txt']) put(name, name);
    const told: number[][] = [];
    await check(['a.txt', 'b.txt', 'gone.txt'], [], { onProgress: (done, of) => told.push([done, of]) });
    expect(told).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(await check([])).toEqual({ findings: [], accepted: [], notInspected: [], files: [] });
  });

  test('that take too long are not inspected', async () => {
    put('a.csv', `a,b\n${'1,2\n'.repeat(400_000)}`);
    const { findings, files } = await check(['a.csv'], [], { seconds: 0.001 });
    expect(files).toMatchObject([{ kind: null, sha256: null, read: true }]);
    expect(findings.map(({ message }) => message)).toEqual(['Could not be inspected: reading it took longer than 0.001 seconds']);
  });
});

describe('what was found before', () => {
  test('is known by the bytes: a file is looked into again when it changes, when its name does, and when more is allowed', async () => {
    put('a.txt', 'one');
    put('b.txt', 'two');
    expect(await read(['a.txt', 'b.txt'])).toEqual(['a.txt', 'b.txt']);
    expect(await read(['a.txt', 'b.txt'])).toEqual([]);
    utimesSync(at('a.txt'), new Date(), new Date());
    expect(await read(['a.txt', 'b.txt'])).toEqual([]);
    put('a.txt', 'six');
    expect(await read(['a.txt', 'b.txt'])).toEqual(['a.txt']);
    put('c.txt', 'two');
    expect(await read(['a.txt', 'c.txt'])).toEqual(['c.txt']);
    expect(await read(['a.txt', 'c.txt'], { allowed: ['x'] })).toEqual(['a.txt', 'c.txt']);
  });

  test('stays known for files that are checked alone, and for a log as long as it has the file', async () => {
    for (const name of ['a.txt', 'b.txt']) put(name, name);
    for (const [log, again] of [
      [null, []],
      [folder, ['a.txt']],
    ] as const) {
      expect(await read(['a.txt'], { log })).toEqual(['a.txt']);
      expect(await read(['b.txt'], { log })).toEqual(['b.txt']);
      expect(await read(['a.txt'], { log })).toEqual(again);
    }
  });

  test('is known of a file by its stamp alone once it is some seconds old, and says the same', async () => {
    put('a.txt', 'AB123456C');
    const first = await check(['a.txt']);
    await new Promise((done) => setTimeout(done, 2100));
    await check(['a.txt']);
    const { findings, files } = await check(['a.txt'], [], { seconds: 0.0001 });
    expect(findings).toEqual(first.findings);
    expect(files).toEqual(first.files.map((file) => ({ ...file, read: false })));
  });

  test('is not believed where it was changed', async () => {
    put('a.txt', 'AB123456C');
    await check(['a.txt']);
    const [name = ''] = readdirSync(path.join(folder, 'cache/files'));
    const file = path.join(folder, 'cache/files', name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"problems":\[.*?\],/, '"problems":[],'));
    expect((await check(['a.txt'])).findings.map(({ rule }) => rule)).toEqual(['national-insurance-number']);
  });

  test('of what could not be had is not kept', async () => {
    expect((await check(['a.txt'])).findings).toHaveLength(1);
    put('a.txt', 'fine');
    expect((await check(['a.txt'])).findings).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  const accepted = async (changes: Partial<Acknowledgement> = {}) => {
    put('a.txt', 'AB123456C');
    const sha256 = (await check(['a.txt'])).files[0]?.sha256 ?? '';
    const place = { file: 'index.md', line: 9, column: 5, where: 'acknowledged[1]' };
    return {
      rule: 'national-insurance-number',
      file: 'a.txt',
      sha256,
      reason: 'An invented number.',
      by: 'FOI manager',
      on: '2024-03-02',
      place,
      ...changes,
    };
  };

  test('takes a finding out, and it is listed with its reason', async () => {
    const { findings, accepted: listed } = await check(['a.txt'], [await accepted()]);
    expect(findings).toEqual([]);
    expect(listed).toMatchObject([
      { rule: 'national-insurance-number', file: 'a.txt', reason: 'An invented number.', by: 'FOI manager', on: '2024-03-02' },
    ]);
  });

  test('ends when the file changes: the finding blocks again, and the acknowledgement is told to be stale', async () => {
    const its = await accepted();
    put('a.txt', 'AB123456C again');
    const { findings } = await check(['a.txt'], [its]);
    expect(findings.map(({ rule, severity, file, line }) => [rule, severity, file, line])).toEqual([
      ['national-insurance-number', 'block', 'a.txt', 1],
      ['stale-acknowledgement', 'warn', 'index.md', 9],
    ]);
    expect(findings[1]?.message).toContain('has changed since');
  });

  test('of one rule accepts no other', async () => {
    const { findings } = await check(['a.txt'], [await accepted({ rule: 'nhs-number' })]);
    expect(findings.map(({ rule, message }) => [rule, message.includes('finds nothing')])).toEqual([
      ['national-insurance-number', false],
      ['stale-acknowledgement', true],
    ]);
  });

  test('may accept that a file is not inspected, which is still said', async () => {
    writeFileSync(at('old.xls'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    const sha256 = (await check(['old.xls'])).files[0]?.sha256 ?? '';
    const { findings, notInspected } = await check(['old.xls'], [await accepted({ rule: 'not-inspected', file: 'old.xls', sha256 })]);
    expect(findings).toEqual([]);
    expect(notInspected).toHaveLength(1);
  });
});

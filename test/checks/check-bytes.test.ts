import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkBytes } from '../../src/checks/check-bytes.ts';
import { TABLE, workbookMembers } from '../attachments/xlsx-builder.ts';
import { zipOf } from '../attachments/zip-builder.ts';
import { allowedBy } from '../../src/model/text-rules/text-rules.ts';
import { paragraph, wordDocument } from '../attachments/docx-builder.ts';
import { smallWorkbook } from '../attachments/xlsx-builder.ts';

const check = async (name: string, content: string | Uint8Array) => {
  const bytes = Buffer.from(content);
  const { problems, notInspected } = await checkBytes(bytes, { name, size: bytes.length, allowed: allowedBy('a.wren@fernhill.example') });
  return { rules: problems.map(({ rule }) => rule), messages: problems.map(({ message }) => message), notInspected };
};
const rules = async (name: string, content: string | Uint8Array) => (await check(name, content)).rules;

describe('words in a file', () => {
  test('are found in cells, by the heading of their column and the rest of their row', async () => {
    const csv = 'Name,NHS number,DOB,Sort code,Account\nJane Wren,9434765919,12/03/1980,12-34-56,12345678\n';
    expect((await rules('figures.csv', csv)).sort()).toEqual(['bank-account', 'date-of-birth', 'nhs-number']);
  });

  test('are one finding a rule, with how many there are and where the first is', async () => {
    const { messages } = await check('figures.csv', `Person,Note\n${Array(40).fill('x,AB123456C').join('\n')}\n`);
    expect(messages).toEqual(['40 National Insurance numbers, the first in cell B2, line 2']);
  });

  test('are found in what nobody sees, and never repeated', async () => {
    const hidden = [...'AB123456C'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    const { rules: found, messages } = await check('note.txt', `A note.${hidden}`);
    expect(found).toEqual(['invisible-characters', 'national-insurance-number']);
    expect(messages[0]).toBe('9 characters that nobody sees, the first in line 1');
    expect(messages[1]).toBe('A National Insurance number in what the file holds and does not show, in line 1');
    expect(messages.join()).not.toContain('AB123456C');
  });

  test.each([
    [
      'custom XML',
      'letter.docx',
      wordDocument({
        body: paragraph('We hold it.'),
        links: [{ id: 'rIdX', type: 'customXml', target: '../customXml/item1.xml' }],
        parts: { 'customXml/item1.xml': { data: `<case xmlns="urn:a"><note>${'x '.repeat(400)}</note><of>AB 12 34 56 C</of></case>` } },
      }),
      ['custom-xml'],
    ],
    [
      'a variable of a document',
      'letter.docx',
      wordDocument({ body: paragraph('We hold it.'), settings: '<w:docVars><w:docVar w:name="Case" w:val="AB123456C"/></w:docVars>' }),
      ['document-variables'],
    ],
    ['a formula', 'hours.xlsx', smallWorkbook({ formulas: { B2: 'IF(C2>500,"AB123456C","January")' } }), []],
  ])('are found in what %s holds', async (_, name, bytes, also) => {
    const { rules: found, messages } = await check(name, bytes);
    expect(found).toEqual([...also, 'national-insurance-number']);
    expect(messages.join()).toMatch(/National Insurance number in what the file holds and does not show/);
    expect(messages.join()).not.toContain('AB');
  });

  test('are found in its name', async () => {
    expect(await rules('AB123456C.txt', 'x')).toEqual(['national-insurance-number']);
    expect(await rules('response to p.wren@example.org.txt', 'x')).toEqual(['name-in-file-name']);
  });

  test('that log.yaml names are left alone', async () => {
    expect(await rules('a.txt', 'Write to a.wren@fernhill.example')).toEqual([]);
    expect(await rules('a.txt', 'Write to b.wren@fernhill.example')).toEqual(['email-address']);
  });
});

describe('content and ending', () => {
  test.each([
    ['figures.pdf', 'a,b\n1,2\n', ['not-what-it-says']],
    ['figures.csv', '%PDF-1.7', ['not-what-it-says']],
    ['report.dat', '%PDF-1.7', ['not-what-it-says']],
    ['locked.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), []],
    ['page.html', '<!doctype html>', ['active-content']],
    ['page.txt', '<!doctype html>', ['not-what-it-says']],
    ['run.js', 'alert(1)', ['active-content']],
    ['all.zip', 'PK\x03\x04', ['archive']],
    ['all.xlsx', 'PK\x03\x04', ['not-what-it-says']],
    ['drawing.svg', '<svg onload=x>', ['active-content']],
    ['notes.md', '# Notes', []],
    ['data.json', '{}', []],
    ['README', 'Read me', []],
  ])('%s with %j: %j', async (name, content, expected) => {
    expect(await rules(name, content)).toEqual(expected);
  });

  test.each([
    ['page.html', '<!doctype html>', 'This is a web page, which can run on a reader’s machine'],
    ['all.zip', 'PK\x03\x04', 'This is a ZIP archive, and what it holds was not looked into'],
  ])('what %s is, and why that is no file to publish, is told', async (name, content, message) => {
    expect((await check(name, content)).messages).toEqual([message]);
  });

  test('what a part of a file holds that could not be looked into is told', async () => {
    const members = workbookMembers({ sheets: [{ name: 'Overtime', rows: TABLE }] });
    const { notInspected } = await check('a.xlsx', zipOf([...members, { name: 'trash/0.dat', data: 'x' }]));
    expect(notInspected).toEqual([
      { because: 'the package holds a part that nothing in the file refers to', place: { part: 'trash/0.dat' } },
    ]);
  });

  test('what no reader is there for is not inspected, and says why', async () => {
    const because = async (name: string, content: string | Uint8Array) =>
      (await check(name, content)).notInspected.map((each) => each.because);
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage\0', 'utf16le')]);
    expect(await because('locked.xlsx', locked)).toEqual(['it is locked with a password']);
    expect(await because('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual([
      'nothing here looks into an older or encrypted Office file',
    ]);
    expect(await because('empty.csv', '')).toEqual(['it is empty']);
    expect(await because('drawing.svg', '<svg/>')).toEqual(['nothing here looks into an SVG drawing']);
    expect(await because('a.zip', 'PK\x03\x04')).toEqual(['what an archive holds is not looked into']);
    expect(await because('a.bin', '\0\x01')).toEqual(['nothing here looks into a file of a kind that is not known']);
    expect(await because('a.txt', 'fine')).toEqual([]);
  });
});

test('no bytes make a check fail: they are looked into, or it says that they were not', async () => {
  const names = fc.constantFrom('a.csv', 'a.txt', 'a.json', 'a', 'a.tsv');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      ),
      names,
      async (bytes, name) => {
        const { kind, notInspected } = await checkBytes(bytes, { name, size: bytes.length, allowed: [] });
        expect(kind).not.toBeNull();
        expect(notInspected.every(({ because }) => because !== 'it broke the program that reads it')).toBe(true);
      },
    ),
  );
});

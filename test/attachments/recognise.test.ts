import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KINDS } from '../../src/attachments/kinds.ts';
import { OTHER_KINDS } from '../../src/attachments/other-kinds.ts';
import { documentMembers, paragraph } from './docx-builder.ts';
import { TABLE, workbook } from './xlsx-builder.ts';
import { zipOf } from './zip-builder.ts';
import { endingOf, kindsOfEnding, recognise } from '../../src/attachments/recognise.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
/** A zip as far as its recognition goes: a beginning, and members named at its end. */
const zip = (...names: string[]) => bytes(`PK\x03\x04${'\0'.repeat(26)}${names[0] ?? ''}content${names.join('\0\0')}PK\x05\x06`);

describe('a file is what its bytes are, whatever it is called', () => {
  test.each([
    ['%PDF-1.7\n', 'pdf'],
    ['\n\n  %PDF-1.4', 'pdf'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'jpeg'],
    ['GIF89a', 'gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['RIFF\x10\0\0\0WAVE', 'media'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old-office'],
    [`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${[...'EncryptedPackage\0'].join('\0')}\0`, 'locked-office'],
    ['{\\rtf1\\ansi', 'rtf'],
    ['\x1f\x8b\x08\0', 'gzip'],
    ["7z\xbc\xaf'\x1c\0\x04", 'archive'],
    ['Rar!\x1a\x07\x01\0', 'archive'],
    ['MZ\x90\0\x03\0\0\0', 'executable'],
    ['\x7fELF\x02\x01', 'executable'],
    ['SQLite format 3\0', 'database'],
    ['\0\0\0\x18ftypheic', 'heic'],
    ['\0\0\0\x18ftypisom', 'media'],
    ['\0\x01\x02\x03', 'unknown'],
    ['', 'empty'],
    ['<!DOCTYPE html><p>', 'html'],
    ['  <!-- a --> <html lang="en">', 'html'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path/></svg>', 'svg'],
    ['<svg><script>1</script></svg>', 'svg-with-script'],
    ['<svg onload = "x()">', 'svg-with-script'],
    ['#!/bin/sh\n', 'executable'],
    ['Dear applicant', 'text'],
    ['MZ is how this text begins', 'text'],
    ['caf\xe9 in Windows-1252', 'text'],
  ])('%j is %s', (text, kind) => {
    expect(recognise(bytes(text), 'file.txt')).toBe(kind);
  });

  test('a package is what its members are', () => {
    expect(recognise(zip('[Content_Types].xml', 'xl/workbook.xml'), 'a.zip')).toBe('xlsx');
    expect(recognise(zip('[Content_Types].xml', 'word/document.xml'), 'a.zip')).toBe('docx');
    expect(recognise(zip('[Content_Types].xml', 'word/document2.xml'), 'a.zip')).toBe('docx');
    expect(recognise(zip('[content_types].xml', 'xl/Workbook.xml'), 'a.zip')).toBe('xlsx');
    expect(recognise(zip('[Content_Types].xml', 'xl/workbook.bin'), 'a.xlsx')).toBe('xlsb');
  });

  test('a document is no workbook because one lies in it, unpacked, behind a chart', () => {
    const inner = workbook({ sheets: [{ name: 'Data', rows: TABLE }] });
    const members = [...documentMembers({ body: paragraph('A chart') }), { name: 'word/embeddings/book.xlsx', data: inner, stored: true }];
    expect(recognise(zipOf(members), 'a.docx')).toBe('docx');
    expect(recognise(inner, 'a.docx')).toBe('xlsx');
  });

  test('packages of other kinds', () => {
    expect(recognise(zip('[Content_Types].xml', 'ppt/presentation.xml'), 'a.zip')).toBe('powerpoint');
    expect(recognise(zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'a.zip')).toBe('opendocument');
    expect(recognise(zip('figures.csv'), 'figures.xlsx')).toBe('zip');
  });

  test('among texts the ending tells tables, and what a machine would run', () => {
    expect(recognise(bytes('a,b'), 'A B.CSV')).toBe('csv');
    expect(recognise(bytes('a,b'), 'data.json')).toBe('text');
    expect(recognise(bytes('WScript.Echo'), 'run.vbs')).toBe('executable');
    expect(recognise(bytes('hello'), 'page.htm')).toBe('html');
  });

  test('UTF-16 is a text, with or without its mark', () => {
    expect(recognise(Buffer.from('\ufeffa,b', 'utf16le'), 'a.csv')).toBe('csv');
    expect(recognise(Buffer.from('Area,Number\nEast,7\n', 'utf16le'), 'a.csv')).toBe('csv');
  });
});

test('any bytes are of one known kind', () => {
  const kinds = [...Object.keys(KINDS), ...Object.keys(OTHER_KINDS)];
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (any, name) => kinds.includes(recognise(any, name))));
});

test('every ending stands for the kind it is listed with', () => {
  for (const [kind, { extensions }] of Object.entries({ ...KINDS, ...OTHER_KINDS }))
    for (const ending of extensions) expect(kindsOfEnding(ending)).toContain(kind);
  expect(endingOf('a.b.PDF')).toBe('pdf');
  expect(endingOf('README')).toBe('');
});

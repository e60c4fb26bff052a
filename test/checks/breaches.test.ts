import { expect, test } from 'vitest';
import { MAIN, smallWorkbook, workbook } from '../attachments/xlsx-builder.ts';
import { judgeFile } from './judge.ts';

/*
 * The breaches that the rules were written for, replayed with invented people: what was published, as far as the reports tell, and that it would have
 * been blocked.
 */

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const part = (type: string, data: string) => ({ type: `${SHEET}.${type}+xml`, data });
const people = (many: number) => Array.from({ length: many }, (_, at) => `Tenant ${at} Quillmarsh`);
const rows = (many: number) => [['Name', 'Rank', 'Station'], ...people(many).map((name, at) => [name, 'Constable', `Station ${at % 9}`])];
const SUMMARY = [
  ['Station', 'Officers'],
  ['Northmoor', 41],
  ['Eastmere', 17],
];
const rels = (type: string, target: string) => ({
  data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
});

/** A pivot table on the first sheet, with a record a person. */
function withPivot(many: number): Uint8Array {
  const names = people(many);
  return smallWorkbook(
    { name: 'Summary', rows: SUMMARY, links: [{ id: 'rId1', type: 'pivotTable', target: '../pivotTables/pivotTable1.xml' }] },
    {
      parts: {
        'xl/pivotTables/pivotTable1.xml': part('pivotTable', `<pivotTableDefinition xmlns="${MAIN}" name="PivotTable1"/>`),
        'xl/pivotTables/_rels/pivotTable1.xml.rels': rels('pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml'),
        'xl/pivotCache/pivotCacheDefinition1.xml': part(
          'pivotCacheDefinition',
          `<pivotCacheDefinition xmlns="${MAIN}"><sharedItems>${names.map((name) => `<s v="${name}"/>`).join('')}</sharedItems></pivotCacheDefinition>`,
        ),
        'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': rels('pivotCacheRecords', 'pivotCacheRecords1.xml'),
        'xl/pivotCache/pivotCacheRecords1.xml': part(
          'pivotCacheRecords',
          `<pivotCacheRecords xmlns="${MAIN}">${names.map((_, at) => `<r><x v="${at}"/></r>`).join('')}</pivotCacheRecords>`,
        ),
      },
    },
  );
}

/** The cells of another workbook, kept for a lookup. */
function withExternalCells(many: number): Uint8Array {
  const cells = people(many).map((name, at) => `<row r="${at + 1}"><cell r="A${at + 1}" t="str"><v>${name}</v></cell></row>`);
  return smallWorkbook(
    { name: 'Summary', rows: SUMMARY },
    {
      links: [{ id: 'rIdX', type: 'externalLink', target: 'externalLinks/externalLink1.xml' }],
      after: '<definedNames><definedName name="Tenants">[1]Sheet1!$A$1:$A$500</definedName></definedNames>',
      parts: {
        'xl/externalLinks/externalLink1.xml': part(
          'externalLink',
          `<externalLink xmlns="${MAIN}"><externalBook><sheetDataSet><sheetData>${cells.join('')}</sheetData></sheetDataSet></externalBook></externalLink>`,
        ),
      },
    },
  );
}

test.each([
  [
    'Islington 2012: pivot tables with the people behind the figures',
    withPivot(2375),
    ['pivot-cache'],
    'A pivot table keeps a copy of its source data, 2,375 rows: sheet “Summary”',
  ],
  [
    'Islington 2012: the sheets that they were made from, hidden',
    workbook({
      sheets: [
        { name: 'Summary', rows: SUMMARY },
        { name: 'Tenants', rows: rows(2375), state: 'hidden' },
      ],
    }),
    ['hidden-sheet'],
    '1 sheet is hidden and holds 7,128 filled cells: “Tenants”',
  ],
  [
    'Hackney: ranges of another file, kept for the names that point to them',
    withExternalCells(500),
    ['external-link'],
    'The file links to 1 other workbook and keeps 500 cells copied from there',
  ],
  [
    'Norfolk and Suffolk 2021–22: the raw data behind the answer',
    withPivot(1230),
    ['pivot-cache'],
    'A pivot table keeps a copy of its source data, 1,230 rows: sheet “Summary”',
  ],
  [
    'Cambridge University Hospitals: a pivot table',
    withPivot(22073),
    ['pivot-cache'],
    'A pivot table keeps a copy of its source data, 22,073 rows: sheet “Summary”',
  ],
  [
    'Hammersmith and Fulham 2021–23: 35 hidden sheets',
    workbook({
      sheets: [
        { name: 'Answer', rows: SUMMARY },
        ...Array.from({ length: 35 }, (_, at) => ({ name: `Return ${at + 1}`, rows: rows(186), state: 'hidden' as const })),
      ],
    }),
    ['hidden-sheet'],
    '35 sheets are hidden and hold 19,635 filled cells: “Return 1”, “Return 2”, “Return 3”, “Return 4”, “Return 5”, “Return 6” and 29 more',
  ],
  [
    'Southend 2023: a workbook that was “locked, read only”, with its rows hidden',
    workbook({
      before: '<fileSharing readOnlyRecommended="1"/>',
      sheets: [
        {
          name: 'Staff',
          rows: rows(900),
          rowAttributes: Object.fromEntries(Array.from({ length: 900 }, (_, at) => [at + 2, 'hidden="1"'])),
          after: '<sheetProtection sheet="1" objects="1"/>',
        },
      ],
    }),
    ['hidden-rows'],
    'Hidden rows hold 2,700 filled cells: sheet “Staff”, rows 2 to 901',
  ],
  [
    'Police Service of Northern Ireland 2023: the visible sheets deleted, a hidden one left',
    workbook({
      sheets: [
        { name: 'Sheet1', rows: SUMMARY },
        { name: 'SAP download', rows: rows(9483), state: 'hidden' },
      ],
    }),
    ['hidden-sheet'],
    '1 sheet is hidden and holds 28,452 filled cells: “SAP download”',
  ],
])('%s would have been blocked', async (_, bytes, rules, message) => {
  const blocking = (await judgeFile('xlsx', bytes)).filter(({ severity }) => severity === 'block');
  expect(blocking.map(({ rule }) => rule)).toEqual(rules);
  expect(blocking[0]?.message).toBe(message);
  expect(JSON.stringify(blocking)).not.toContain('Quillmarsh');
});

import { columnName } from '../../src/attachments/cell-places.ts';
import { contentTypes, escapeXml, type Link, type Member, relationships, zipOf } from './zip-builder.ts';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet to write: its rows as values, and XML put in where the schema has it. */
export interface BuiltSheet {
  name: string;
  rows?: readonly (readonly (string | number | null)[])[];
  state?: 'hidden' | 'veryHidden';
  /** Attributes of rows, by number. */
  rowAttributes?: Record<number, string>;
  /** Style of cells, by reference. */
  styles?: Record<string, number>;
  /** Before the cells: `<cols>`, `<sheetFormatPr>`. */
  before?: string;
  /** Formulas of cells that have a value, by reference. */
  formulas?: Record<string, string>;
  /** After the cells: `<autoFilter>`, `<mergeCells>`, `<headerFooter>`. */
  after?: string;
  links?: readonly Link[];
}

export interface BuiltWorkbook {
  sheets: readonly BuiltSheet[];
  /** After the sheets in workbook.xml: defined names. */
  after?: string;
  /** Before the sheets: protection. */
  before?: string;
  /** In styles.xml: number formats, fonts, fills, formats of cells beside the plain one, and what conditions change. */
  styles?: { formats?: string; fonts?: string; fills?: string; cells?: string; differences?: string };
  links?: readonly Link[];
  packageLinks?: readonly Link[];
  /** Further parts by name, with their content type where the extension does not tell. */
  parts?: Record<string, { data: string | Uint8Array; type?: string }>;
  /** Further strings in the table of strings, which no cell uses. */
  spareStrings?: readonly string[];
  mainType?: string;
}

/** The members of a workbook written by hand: a producer of its own, as strict and as bare as the standard allows. */
export function workbookMembers(book: BuiltWorkbook): Member[] {
  const strings: string[] = [];
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, strings));
  const overrides: Record<string, string> = {
    'xl/workbook.xml': book.mainType ?? `${TYPE}.sheet.main+xml`,
    'xl/styles.xml': `${TYPE}.styles+xml`,
    'xl/sharedStrings.xml': `${TYPE}.sharedStrings+xml`,
  };
  for (const at of book.sheets.keys()) overrides[`xl/worksheets/sheet${at + 1}.xml`] = `${TYPE}.worksheet+xml`;
  for (const [name, { type }] of Object.entries(book.parts ?? {})) if (type !== undefined) overrides[name] = type;
  const { formats = '', fonts = '', fills = '', cells = '', differences = '' } = book.styles ?? {};
  return [
    { name: '[Content_Types].xml', data: contentTypes(overrides) },
    {
      name: '_rels/.rels',
      data: relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }, ...(book.packageLinks ?? [])]),
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${R}">${book.before ?? ''}<sheets>${book.sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets>${book.after ?? ''}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relationships([
        ...book.sheets.map((_, at) => ({ id: `rId${at + 1}`, type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
        { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
        { id: 'rIdStrings', type: 'sharedStrings', target: 'sharedStrings.xml' },
        ...(book.links ?? []),
      ]),
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><fonts><font><sz val="11"/></font>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills}</fills><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/>${cells}</cellXfs><dxfs>${differences}</dxfs></styleSheet>`,
    },
    ...sheets.map((data, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, data })),
    ...book.sheets.flatMap(({ links }, at) =>
      links ? [{ name: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, data: relationships(links) }] : [],
    ),
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${MAIN}">${[...strings, ...(book.spareStrings ?? [])].map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
    },
    ...Object.entries(book.parts ?? {}).map(([name, { data }]) => ({ name, data })),
  ];
}

export function workbook(book: BuiltWorkbook): Uint8Array {
  return zipOf(workbookMembers(book));
}

/** A workbook of one visible sheet with a small table of invented figures, and what a test adds to it. */
export function smallWorkbook(added: Partial<BuiltSheet> = {}, book: Partial<BuiltWorkbook> = {}): Uint8Array {
  return workbook({ ...book, sheets: [{ name: 'Overtime', rows: TABLE, ...added }, ...(book.sheets ?? [])] });
}

/** Overtime of a fictional force. */
export const TABLE = [
  ['District', 'Month', 'Hours'],
  ['Northmoor', 'January', 412],
  ['Eastmere', 'January', 388],
  ['Fernhill', 'February', 97],
] as const;

function sheetXml(
  { rows = [], rowAttributes = {}, styles = {}, formulas = {}, before = '', after = '' }: BuiltSheet,
  strings: string[],
): string {
  const body = rows.map((row, at) => {
    const cells = row.map((value, column) => {
      if (value === null) return '';
      const reference = `${columnName(column + 1)}${at + 1}`;
      const style = styles[reference] === undefined ? '' : ` s="${styles[reference]}"`;
      const formula = formulas[reference] === undefined ? '' : `<f>${escapeXml(formulas[reference])}</f>`;
      if (typeof value === 'number') return `<c r="${reference}"${style}>${formula}<v>${value}</v></c>`;
      if (formula !== '') return `<c r="${reference}"${style} t="str">${formula}<v>${escapeXml(value)}</v></c>`;
      if (!strings.includes(value)) strings.push(value);
      return `<c r="${reference}"${style} t="s"><v>${strings.indexOf(value)}</v></c>`;
    });
    return `<row r="${at + 1}"${rowAttributes[at + 1] ? ` ${rowAttributes[at + 1]}` : ''}>${cells.join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}" xmlns:r="${R}">${before}<sheetData>${body.join('')}</sheetData>${after}</worksheet>`;
}

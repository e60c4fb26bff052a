import { parseArea } from './cell-places.ts';
import { type Rgb, themeListener } from './colours.ts';
import { Gathering } from './gathering.ts';
import { readEmbedded } from './office-embedded.ts';
import { readPictures } from './office-pictures.ts';
import { readCustomXml, readProperties } from './office-properties.ts';
import { OfficePackage } from './package.ts';
import { nameAll } from './part-text.ts';
import { NETWORK } from './docx-settings.ts';
import { type Reading, UnreadableFile } from './reading.ts';
import { CellValues, tellChartCaches } from './xlsx-chart-cache.ts';
import { readComments, readPersons } from './xlsx-comments.ts';
import { type PlacedChart, readDrawings } from './xlsx-drawings.ts';
import { readCovers } from './xlsx-covers.ts';
import { firstFarCell } from './xlsx-far.ts';
import { Grid, plainSizes } from './xlsx-grid.ts';
import { readLinks, readQueryTables } from './xlsx-links.ts';
import { readPivots } from './xlsx-pivot.ts';
import { MOST_CELLS, type Sheet, sheetListener } from './xlsx-sheet.ts';
import { HIDDEN_SHEETS, type SheetSetting, type SheetTable, type ShownCell, tellSheet } from './xlsx-shown.ts';
import { type RichText, richTextListener } from './xlsx-strings.ts';
import { Styles } from './xlsx-styles.ts';
import { wordsOf } from './words.ts';
import { type SheetEntry, type Workbook, workbookListener } from './xlsx-workbook.ts';

/** A sheet of the workbook with all that is known of it. */
export interface ReadSheet {
  entry: SheetEntry;
  part: string;
  /** What its part says; null for a sheet that is a chart. */
  sheet: Sheet | null;
  setting: SheetSetting;
}

/** A workbook opened: its sheets one by one, in the order of their tabs. */
export interface OpenWorkbook {
  file: OfficePackage;
  main: string;
  workbook: Workbook;
  /** Colours of its theme by name. */
  theme: ReadonlyMap<string, Rgb>;
  /** Strings that cells refer to, and which of them have been referred to so far. */
  strings: RichText[];
  used: Set<number>;
  sheets: () => Generator<ReadSheet>;
}

/** Reads an Excel workbook. @throws {UnreadableFile} what cannot be read, or breaks a limit */
export async function readXlsx(bytes: Uint8Array): Promise<Reading> {
  const { file, main, workbook, theme, strings, used, sheets } = await openWorkbook(bytes);
  const gathering = new Gathering('xlsx');
  const values = new CellValues();
  const charts: PlacedChart[] = [];
  const placed: { part: string; name: string }[] = [];
  const formulas: { sheet: string; text: string; cells: string }[] = [];
  const hasCharts = file.parts().some((part) => /chart/i.test(file.typeOf(part)));

  readProperties(file, gathering);
  readEmbedded(file, gathering);
  for (const { entry, part, sheet, setting } of sheets()) {
    const { name } = entry;
    const visible = entry.state === 'visible';
    placed.push({ part, name });
    if (visible) gathering.see(name, { sheet: name });
    else gathering.name(name);
    if (sheet) {
      if (hasCharts) for (const { value } of sheet.cells) values.add(value, String(value));
      const shown = tellSheet(sheet, setting, gathering);
      if (hasCharts) for (const { text } of shown) values.add(text, text);
      tellAround(file, part, sheet, shown, setting, gathering);
      for (const each of sheet.formulaTexts.list()) formulas.push({ sheet: name, ...each });
    }
    const isWhite = !setting.styles.hasFills && setting.tables.length === 0 && file.linked(part, 'image').length === 0;
    const drawn = readDrawings(file, { part, name, visible, theme, isWhite, unseen: setting.drawn.unseen }, gathering);
    charts.push(...drawn);
    for (let left = setting.drawn.onPictures; left > 0; left--) gathering.fact('covering-shape', '', { sheet: name });
    const isEmpty = !sheet || sheet.cells.length === 0;
    if (
      entry.state !== 'visible' &&
      isEmpty &&
      (drawn.length > 0 || file.linked(part, 'drawing', 'vmlDrawing', 'legacyDrawing', 'oleObject').length > 0)
    )
      gathering.hide(HIDDEN_SHEETS[entry.state], '', 0, { sheet: name });
    readComments(file, part, name, gathering);
    readQueryTables(file, part, name, gathering);
  }
  readPersons(file, main, gathering);
  readPivots(file, main, placed, gathering);
  readLinks(file, main, gathering);
  readCustomXml(file, main, gathering);
  for (const part of file.linked(main, 'xmlMaps')) {
    file.readPart(part, nameAll(gathering));
    gathering.fact('custom-xml', 'x:MapInfo', { part });
  }
  tellChartCaches(charts, values, gathering);
  tellWorkbook(workbook, gathering);
  tellFormulaTexts(formulas, gathering);
  tellUnusedStrings(strings, used, gathering);
  readPictures(file, gathering);
  file.readTheRest();
  gathering.reading.stored = file.stored.list();
  gathering.reading.notInspected = file.notInspected;
  return gathering.reading;
}

/** @throws {UnreadableFile} what cannot be read, or breaks a limit */
export async function openWorkbook(bytes: Uint8Array): Promise<OpenWorkbook> {
  const file = await OfficePackage.open(bytes, 'xlsx');
  const main = file.mainPart();
  const { listener, workbook } = workbookListener();
  file.readPart(main, listener);

  const theme = new Map<string, Rgb>();
  for (const part of file.linked(main, 'theme')) file.readPart(part, themeListener(theme));
  const styles = new Styles(theme);
  for (const part of file.linked(main, 'styles')) {
    file.readPart(part, styles.paletteListener());
    file.readPart(part, styles.listener());
  }
  const strings: RichText[] = [];
  for (const part of file.linked(main, 'sharedStrings'))
    file.readPart(
      part,
      richTextListener('x:si', styles, (text) => strings.push(text)),
    );
  const used = new Set<number>();
  const table = { at: (index: number) => (used.add(index), strings[index]) };
  const room = { cells: MOST_CELLS };

  function* sheets(): Generator<ReadSheet> {
    const links = new Map(file.relationships(main).map((link) => [link.id, link]));
    const read = new Set<string>();
    for (const entry of workbook.sheets) {
      const link = links.get(entry.id);
      if (!link || link.external || !file.has(link.target))
        throw new UnreadableFile('The file is damaged: a sheet that the workbook lists is not there');
      const part = link.target;
      if (read.has(part)) throw new UnreadableFile('The file is damaged: the workbook lists one sheet twice');
      read.add(part);
      const setting: SheetSetting = {
        name: entry.name,
        state: entry.state,
        styles,
        from1904: workbook.from1904,
        tables: file.linked(part, 'table').map((at) => readTable(file, at)),
        drawn: { covers: [], unseen: new Map(), onPictures: 0 },
        grid: () => new Grid(plainSizes()),
      };
      if (link.type !== 'worksheet') yield { entry, part, sheet: null, setting };
      else {
        const { listener: hears, sheet } = sheetListener(table, styles, room);
        file.readPart(part, hears);
        let grid: Grid | null = null;
        setting.grid = () => (grid ??= new Grid(sheet.sizes));
        if (entry.state === 'visible') setting.drawn = readCovers(file, part, setting.grid, theme);
        yield { entry, part, sheet, setting };
      }
    }
  }
  return { file, main, workbook, theme, strings, used, sheets };
}

function readTable(file: OfficePackage, part: string): SheetTable {
  const table: SheetTable = {
    area: { top: 0, left: 0, bottom: 0, right: 0 },
    filtered: false,
    dark: { everywhere: false, header: false, totals: false },
  };
  file.readPart(part, {
    open: (element) => {
      if (element.name === 'x:table') {
        table.area = parseArea(element.get('ref') ?? '') ?? table.area;
        table.dark.header = element.get('headerRowCount') !== '0';
        table.dark.totals = Number(element.get('totalsRowCount') ?? 0) > 0;
      } else if (element.name === 'x:filterColumn') table.filtered = true;
      // A style of the workbook's own may be of any colour.
      else if (element.name === 'x:tableStyleInfo')
        table.dark.everywhere = !/^TableStyle(Light|Medium)\d+$/.test(element.get('name') ?? 'TableStyleLight1');
    },
  });
  return table;
}

/** Tells what is on a sheet beside its cells. */
function tellAround(
  file: OfficePackage,
  part: string,
  sheet: Sheet,
  shown: ShownCell[],
  { name, state }: SheetSetting,
  gathering: Gathering,
): void {
  const visible = state === 'visible';
  for (const text of sheet.headers) {
    if (/[\p{L}\d]{3,}/u.test(text.replace(/\b(page|of)\b/gi, ''))) gathering.fact('header', text, { sheet: name });
    else gathering.name(text);
  }
  if (sheet.protected) gathering.fact('protection', 'sheet', { sheet: name });
  for (const range of sheet.openRanges) gathering.fact('defined-name', range, { sheet: name });
  const links = new Map(file.relationships(part).map(({ id, target, external }) => [id, external ? target : '']));
  for (const { cells, id, text } of sheet.hyperlinks) {
    const target = links.get(id) ?? '';
    if (NETWORK.test(target)) gathering.fact('network-path', target, { sheet: name, cells });
    const all = `${target} ${text}`;
    if (visible) gathering.see(all, { sheet: name, cells });
    else gathering.name(all);
  }
  for (const { cells, text } of sheet.prompts) {
    if (visible) gathering.see(text, { sheet: name, cells });
    else gathering.name(text);
  }
  for (const table of file.linked(part, 'table')) file.readPart(table, nameAll(gathering));
  if (!visible) return;
  const rows = new Set(shown.map(({ row }) => row)).size;
  gathering.fact('rows', String(rows), { sheet: name });
  const far = firstFarCell(shown);
  if (far !== null) gathering.fact('far-cell', '', { sheet: name, cells: far });
}

function tellWorkbook({ names, protections, views, keeper, savedIn }: Workbook, gathering: Gathering): void {
  for (const { name, means, hidden, comment } of names) {
    gathering.name(`${name} ${means} ${comment}`);
    if (name.startsWith('_xlnm.') || name.startsWith('_xlfn.')) continue;
    gathering.fact(hidden ? 'hidden-name' : 'defined-name', name);
  }
  for (const protection of protections) gathering.fact('protection', protection);
  for (const view of views) gathering.fact('view', view);
  if (keeper !== '') gathering.fact('keeper', keeper);
  if (savedIn !== null) gathering.fact('saved-in', savedIn);
}

/** Texts of formulas that no cell shows, each by itself. */
function tellFormulaTexts(formulas: readonly { sheet: string; text: string; cells: string }[], gathering: Gathering): void {
  if (formulas.length === 0) return;
  const seen = new Set(gathering.reading.visible.flatMap(({ text }) => wordsOf(text)));
  const told = new Set<string>();
  for (const { sheet, text, cells } of formulas) {
    if (told.has(text) || wordsOf(text).every((word) => seen.has(word))) continue;
    told.add(text);
    gathering.hide('formula-text', text, 1, { sheet, ...(cells === '' ? {} : { cells }) });
  }
}

/** Strings that stand in the table of strings and in no cell: Excel drops them when it saves, other programs do not. */
function tellUnusedStrings(strings: readonly RichText[], used: ReadonlySet<number>, gathering: Gathering): void {
  const shown = new Set(strings.filter((_, index) => used.has(index)).map(({ text }) => text));
  const unused = strings.filter(({ text }, index) => !used.has(index) && text.trim() !== '' && !shown.has(text));
  if (unused.length > 0)
    gathering.hide('unused-string', unused.map(({ text }) => text).join('\n'), unused.length, { part: 'xl/sharedStrings.xml' });
}

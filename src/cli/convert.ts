import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UnreadableFile } from '../attachments/reading.ts';
import { type SheetAsCsv, sheetsAsCsv, type WorkbookAsCsv } from '../attachments/xlsx-csv.ts';
import { quoted } from '../checks/told.ts';
import { type Command, UsageError } from './command.ts';
import { OutputError } from './replacement.ts';
import { count } from './report.ts';

/** Bytes of a workbook that is read. */
const MOST_BYTES = 100 * 1024 * 1024;

export const convertCommand: Command = {
  name: 'convert',
  summary: 'the visible sheets of an Excel workbook as CSV: what a reader sees, and nothing else',
  usage: 'convert FILE.xlsx [--out DIR] [--force]',
  operands: ['FILE.xlsx'],
  options: {
    out: { type: 'string', value: 'DIR', description: 'folder for the CSV files; without it beside the workbook' },
    force: { type: 'boolean', default: false, description: 'replace CSV files that are there already' },
  },
  examples: [
    { line: 'disclosure-log convert overtime.xlsx', what: 'overtime.csv, or overtime-SHEET.csv for each of several visible sheets' },
    { line: 'disclosure-log convert overtime.xlsx --out content/disclosures/2026/1042-26', what: 'beside the entry it belongs to' },
  ],
  async run({ values, operands, terminal }) {
    const [source = ''] = operands;
    const out = path.resolve(typeof values['out'] === 'string' ? values['out'] : path.dirname(source));
    const bytes = await readWorkbook(source);
    let found: WorkbookAsCsv;
    try {
      found = await sheetsAsCsv(bytes);
    } catch (error) {
      if (error instanceof UnreadableFile) throw new OutputError(`${source} could not be converted. ${error.message}`);
      throw error;
    }
    const { sheets, hidden } = found;
    if (sheets.length === 0) throw new OutputError(`${source} has no visible sheet that holds something: there is nothing to convert`);

    const files = namesOf(source, sheets).map((name) => path.join(out, name));
    const there = values['force'] === true ? [] : await existing(files);
    if (there.length > 0)
      throw new OutputError(
        `${there.map(shown).join(', ')} ${there.length === 1 ? 'is' : 'are'} there already. Use --force to replace, or --out DIR for another folder`,
      );
    await writeAll(files, sheets);

    for (const [at, file] of files.entries()) {
      const leftOut = sheets[at]?.leftOut ?? 0;
      terminal.out(shown(file));
      if (leftOut > 0)
        terminal.note(
          `${shown(file)}: ${count(leftOut, 'filled cell')} left out, because no reader of the workbook sees ${leftOut === 1 ? 'it' : 'them'}.`,
        );
    }
    if (hidden.length > 0)
      terminal.note(
        `Left out as a whole, because no reader of the workbook sees ${hidden.length === 1 ? 'it' : 'them'}: ${quoted(hidden)}.`,
      );
    terminal.note(`${count(sheets.length, 'sheet')} converted. Read ${sheets.length === 1 ? 'it' : 'them'} through before publishing.`);
    return 0;
  },
};

async function readWorkbook(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `Unexpected ${file}, expected an Excel workbook: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`,
    );
  });
  if (!found.isFile()) throw new UsageError(`Unexpected ${file}, expected an Excel workbook, found a folder or a device`);
  if (found.size > MOST_BYTES) throw new OutputError(`${file} is larger than 100 MiB and is not read`);
  return readFile(file);
}

/** `overtime.csv`, or `overtime-by-month.csv`, `overtime-by-month-2.csv` where there are several sheets. */
function namesOf(source: string, sheets: readonly SheetAsCsv[]): string[] {
  const base = path.basename(source, path.extname(source));
  if (sheets.length === 1) return [`${base}.csv`];
  const taken = new Set<string>();
  return sheets.map(({ sheet }) => {
    const slug =
      sheet
        .normalize('NFKD')
        .toLowerCase()
        .replace(/\p{M}/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '') || 'sheet';
    let name = `${base}-${slug}.csv`;
    for (let next = 2; taken.has(name); next++) name = `${base}-${slug}-${next}.csv`;
    taken.add(name);
    return name;
  });
}

async function existing(files: readonly string[]): Promise<string[]> {
  const found = await Promise.all(files.map((file) => stat(file).catch(() => null)));
  return files.filter((_, at) => found[at] !== null);
}

/** Writes all files beside their places, then puts each in its place: where one cannot be written, none is replaced. */
async function writeAll(files: readonly string[], sheets: readonly SheetAsCsv[]): Promise<void> {
  const temporary = (file: string) => path.join(path.dirname(file), `.${path.basename(file)}-writing-${process.pid}`);
  try {
    for (const [at, file] of files.entries()) {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(temporary(file), sheets[at]?.csv ?? '');
    }
    for (const file of files) await rename(temporary(file), file);
  } finally {
    for (const file of files) await rm(temporary(file), { force: true }).catch(() => undefined);
  }
}

const shown = (file: string) => path.relative(process.cwd(), file);

/*
 * How long 100 workbooks of ordinary size take to read and check, on one core, and how much memory: 2,000 rows of 10 columns each.
 *
 *   npm run bench:office -- [--files N]
 */
import { parseArgs } from 'node:util';
import { readXlsx } from '../src/attachments/xlsx.ts';
import { storedNotShown } from '../src/checks/any/stored-not-shown.ts';
import { OFFICE_RULES } from '../src/checks/office/rules.ts';
import { XLSX_RULES } from '../src/checks/xlsx/rules.ts';
import { workbook } from '../test/attachments/xlsx-builder.ts';

const { values } = parseArgs({ options: { files: { type: 'string', default: '100' } } });
const files = Number(values.files);
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June'];
const rows = Array.from({ length: 2_000 }, (_, row) => [
  `Case ${row}`,
  MONTHS[row % 6] ?? '',
  45_000 + (row % 365),
  row * 1.25,
  `Northmoor ward ${row % 40}`,
  row % 7,
  'Speeding',
  412 + row,
  row / 3,
  'Closed',
]);
const styles = Object.fromEntries(rows.flatMap((_, at) => [[`C${at + 1}`, 1] as const, [`D${at + 1}`, 2] as const]));
const bytes = workbook({
  sheets: [{ name: 'Offences', rows, styles }],
  styles: { cells: '<xf numFmtId="14" fontId="0" fillId="0"/><xf numFmtId="4" fontId="0" fillId="0"/>' },
});
const started = performance.now();
let peak = 0;
let problems = 0;
for (let file = 0; file < files; file++) {
  const reading = await readXlsx(bytes);
  for (const rule of [...XLSX_RULES, ...OFFICE_RULES, storedNotShown])
    problems += rule.find(reading, { name: 'offences.xlsx', size: bytes.length, allowed: [] }).length;
  peak = Math.max(peak, process.memoryUsage().rss);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${files} workbooks of 20,000 cells: ${seconds.toFixed(1)} s on one core, ${((seconds / files) * 1000).toFixed(0)} ms each, at most ${(peak / 2 ** 20).toFixed(0)} MiB, ${problems / files} problems each`,
);

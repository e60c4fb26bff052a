import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const chartWorkbook: FileRule = {
  id: 'chart-workbook',
  severity: 'block',
  kinds: ['docx'],
  finds: 'A chart with the workbook behind it.',
  why: 'A chart that was made in Word, or pasted from Excel, brings its whole workbook along: “Edit Data” opens it.',
  mend: {
    word: 'Select the chart, press Ctrl+X, choose Home > Paste > Picture; then save.',
    libreoffice: 'Right-click the chart, choose Export as Image, insert the picture and delete the chart.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'chart-workbook'),
      (count) =>
        `${quantity(count, 'chart')} ${count === 1 ? 'holds the whole workbook it was made from' : 'hold the whole workbooks they were made from'}`,
    ),
};

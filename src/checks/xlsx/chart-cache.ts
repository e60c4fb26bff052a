import type { FileRule } from '../rule.ts';
import { hiddenBy, oneProblem, quantity } from '../told.ts';

export const chartCache: FileRule = {
  id: 'chart-cache',
  severity: 'block',
  kinds: ['xlsx'],
  finds: 'A chart that keeps values which no cell of the workbook has.',
  why: 'A chart stores the figures and labels it was drawn from. When the cells are deleted or come from another file, the chart still has them.',
  mend: {
    excel:
      'Copy the chart, choose Home > Paste > Picture, and delete the chart; or right-click the chart, Select Data, and point it to cells that are published.',
    libreoffice: 'Right-click the chart, choose Export as Image, insert the picture and delete the chart.',
  },
  find: (reading) =>
    oneProblem(
      hiddenBy(reading, 'chart-cache'),
      (values, where) => `A chart keeps ${quantity(values, 'value')} that no cell of the workbook has: ${where}`,
    ),
};

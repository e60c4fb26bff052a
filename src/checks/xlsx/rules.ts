import { blankFormat } from './blank-format.ts';
import { cellComments } from './cell-comments.ts';
import { cellsBehindDrawings } from './cells-behind-drawings.ts';
import { cellsInBackgroundColour } from './cells-in-background-colour.ts';
import { chartCache } from './chart-cache.ts';
import { conditionMayHide } from './condition-may-hide.ts';
import { coveredCells } from './covered-cells.ts';
import { dataModel } from './data-model.ts';
import { definedNames } from './defined-names.ts';
import { externalLink } from './external-link.ts';
import { farCells } from './far-cells.ts';
import { filteredRows } from './filtered-rows.ts';
import { formulaText } from './formula-text.ts';
import { headersAndFooters } from './headers-and-footers.ts';
import { hiddenByCondition } from './hidden-by-condition.ts';
import { hiddenColumns } from './hidden-columns.ts';
import { hiddenRows } from './hidden-rows.ts';
import { hiddenSheet } from './hidden-sheet.ts';
import { manyRows } from './many-rows.ts';
import { mergedCells } from './merged-cells.ts';
import { pivotCache } from './pivot-cache.ts';
import { printerSettings } from './printer-settings.ts';
import { protectionOnly } from './protection-only.ts';
import { queriesAndConnections } from './queries-and-connections.ts';
import { revisions } from './revisions.ts';
import { slicerCaches } from './slicer-caches.ts';
import { unusedStrings } from './unused-strings.ts';
import type { FileRule } from '../rule.ts';

/** Rules about Excel workbooks alone, in the order of a report. Those about Word as well are in `office/rules.ts`. */
export const XLSX_RULES: readonly FileRule[] = [
  hiddenSheet,
  hiddenRows,
  hiddenColumns,
  filteredRows,
  mergedCells,
  blankFormat,
  cellsInBackgroundColour,
  hiddenByCondition,
  conditionMayHide,
  coveredCells,
  cellsBehindDrawings,
  pivotCache,
  dataModel,
  externalLink,
  chartCache,
  cellComments,
  queriesAndConnections,
  unusedStrings,
  revisions,
  formulaText,
  definedNames,
  farCells,
  manyRows,
  protectionOnly,
  headersAndFooters,
  slicerCaches,
  printerSettings,
];

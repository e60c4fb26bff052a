import { alternateContentChunk } from './alternate-content-chunk.ts';
import { attachedTemplate } from './attached-template.ts';
import { chartWorkbook } from './chart-workbook.ts';
import { documentComments } from './document-comments.ts';
import { documentVariables } from './document-variables.ts';
import { emptyDocument } from './empty-document.ts';
import { hiddenText } from './hidden-text.ts';
import { lettersOnDrawing } from './letters-on-drawing.ts';
import { mailMerge } from './mail-merge.ts';
import { networkPath } from './network-path.ts';
import { showsNothing } from './shows-nothing.ts';
import { textOffPage } from './text-off-page.ts';
import { trackedChanges } from './tracked-changes.ts';
import { unseenText } from './unseen-text.ts';
import type { FileRule } from '../rule.ts';

/** Rules about Word documents alone, in the order of a report. Those about Excel as well are in `office/rules.ts`. */
export const DOCX_RULES: readonly FileRule[] = [
  trackedChanges,
  documentComments,
  hiddenText,
  unseenText,
  textOffPage,
  lettersOnDrawing,
  chartWorkbook,
  alternateContentChunk,
  showsNothing,
  emptyDocument,
  attachedTemplate,
  networkPath,
  documentVariables,
  mailMerge,
];

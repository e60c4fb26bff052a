import { activeContent } from './any/active-content.ts';
import { archive } from './any/archive.ts';
import { nameInFileName } from './any/name-in-file-name.ts';
import { notInspected } from './any/not-inspected.ts';
import { notWhatItSays } from './any/not-what-it-says.ts';
import { storedNotShown } from './any/stored-not-shown.ts';
import { WORD_RULES } from './any/words.ts';
import { DOCX_RULES } from './docx/rules.ts';
import { IMAGE_RULES } from './image/rules.ts';
import { OFFICE_RULES } from './office/rules.ts';
import { PDF_RULES } from './pdf/rules.ts';
import type { FileRule, OuterRule, RuleText } from './rule.ts';
import { formulaCell } from './text/formula-cell.ts';
import { invisibleCharacters } from './text/invisible-characters.ts';
import { smallCounts } from './text/small-counts.ts';
import { XLSX_RULES } from './xlsx/rules.ts';

/** Every rule about what a file holds, in the order in which findings are listed. */
export const FILE_RULES: readonly FileRule[] = [
  ...XLSX_RULES,
  ...DOCX_RULES,
  ...OFFICE_RULES,
  ...PDF_RULES,
  ...IMAGE_RULES,
  storedNotShown,
  invisibleCharacters,
  ...WORD_RULES,
  formulaCell,
  smallCounts,
];

/** Every rule about a file from outside. */
export const OUTER_RULES: readonly OuterRule[] = [activeContent, archive, notWhatItSays, nameInFileName];

/** All rules about files by their id, for messages and the reference. */
export const RULES_OF_FILES: ReadonlyMap<string, RuleText & { kinds?: FileRule['kinds'] }> = new Map(
  [notInspected, ...OUTER_RULES, ...FILE_RULES].map((rule) => [rule.id, rule]),
);

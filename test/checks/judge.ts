import { readDocx } from '../../src/attachments/docx.ts';
import { describePlace, type Reading, UnreadableFile } from '../../src/attachments/reading.ts';
import { readXlsx } from '../../src/attachments/xlsx.ts';
import { storedNotShown } from '../../src/checks/any/stored-not-shown.ts';
import { DOCX_RULES } from '../../src/checks/docx/rules.ts';
import { OFFICE_RULES } from '../../src/checks/office/rules.ts';
import type { FileRule } from '../../src/checks/rule.ts';
import { XLSX_RULES } from '../../src/checks/xlsx/rules.ts';

/** One thing found, in the words of a report. */
export interface Found {
  rule: string;
  severity: 'block' | 'warn';
  place: string;
  message: string;
}

export const RULES: readonly FileRule[] = [...XLSX_RULES, ...DOCX_RULES, ...OFFICE_RULES, storedNotShown];

/** What all rules about a kind find in a reading; what could not be looked into blocks as well. */
export function judge(reading: Reading, size: number): Found[] {
  const found: Found[] = RULES.filter(({ kinds }) => kinds.includes(reading.kind)).flatMap((rule) =>
    rule
      .find(reading, { name: 'answer', size, allowed: [] })
      .map(({ place, message }) => ({ rule: rule.id, severity: rule.severity, place: describePlace(place), message })),
  );
  for (const { because, place } of reading.notInspected)
    found.push({ rule: 'not-inspected', severity: 'block', place: describePlace(place), message: because });
  return found;
}

/** Reads and judges; a file that cannot be read is one finding. */
export async function judgeFile(kind: 'xlsx' | 'docx', bytes: Uint8Array): Promise<Found[]> {
  try {
    return judge(await (kind === 'xlsx' ? readXlsx : readDocx)(bytes), bytes.length);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return [{ rule: 'unreadable', severity: 'block', place: '', message: error.message }];
  }
}

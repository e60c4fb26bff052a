import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Found, judgeFile } from './judge.ts';

/** Where the labelled files lie beside the project, or where `LEAKS` says; null where they are not. */
export function findLeaks(): string | null {
  const folders = [process.env['LEAKS'], path.join(import.meta.dirname, '../../../shared/leaks/office-hidden')];
  return folders.find((folder) => folder !== undefined && existsSync(path.join(folder, 'labels.jsonl'))) ?? null;
}

/** What a label expects: `flag` blocked, `clean` and `soft` not, `malformed` one finding. */
export type Expected = 'flag' | 'clean' | 'soft' | 'malformed';

/** Labels that the rules contradict, each with the reason; what is found instead. */
export const DISPUTED: Record<string, string> = {
  'clean/54764.xlsx':
    'its shared strings are an XML bomb: a DOCTYPE of nested entities of which cell A2 uses the outermost, 3 GB of text; whoever leaves it unexpanded does not show what the file says, so it is refused',
  'soft/drawing.docx':
    'it embeds a file of another program as an OLE package, with the path and the user name it came from, and paragraph 83 is white on the page itself, in no shape',
};

export interface Row {
  file: string;
  expected: Expected;
  found: Found[];
  right: boolean;
  milliseconds: number;
}

export async function judgeLeaks(folder: string): Promise<Row[]> {
  const labels = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8').trim().split('\n');
  const rows: Row[] = [];
  for (const line of labels) {
    const { file } = JSON.parse(line) as { file: string };
    const expected = file.split('/')[0] as Expected;
    const started = performance.now();
    const found = await judgeFile(file.endsWith('.docx') ? 'docx' : 'xlsx', readFileSync(path.join(folder, file)));
    rows.push({ file, expected, found, right: isRight(expected, found), milliseconds: performance.now() - started });
  }
  return rows;
}

function isRight(expected: Expected, found: readonly Found[]): boolean {
  const blocked = found.filter(({ severity }) => severity === 'block');
  if (expected === 'flag') return blocked.length > 0;
  return expected === 'malformed' ? blocked.length === 1 : blocked.length === 0;
}

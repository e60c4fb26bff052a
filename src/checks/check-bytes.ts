import { BROKEN } from '../attachments/guarded-threads.ts';
import type { Kind } from '../attachments/kinds.ts';
import { OTHER_KINDS, type OtherKind } from '../attachments/other-kinds.ts';
import { READERS } from '../attachments/readers.ts';
import { UnreadableFile, type Place } from '../attachments/reading.ts';
import { isReadKind, recognise } from '../attachments/recognise.ts';
import { labelOf } from './any/not-what-it-says.ts';
import { wordsOfName } from './any/words.ts';
import type { FileInHand, Problem } from './rule.ts';
import { FILE_RULES, OUTER_RULES } from './rules.ts';

/** What was found in one file. It depends on the bytes, on what the rules know beside them, and on nothing else. */
export interface FileResult {
  kind: Kind | OtherKind | null;
  problems: (Problem & { rule: string })[];
  /** What could not be looked into, and why. */
  notInspected: { because: string; place: Place }[];
}

/** Reads a file and runs every rule over it. Never throws: what cannot be looked into is a result. */
export async function checkBytes(bytes: Uint8Array, file: FileInHand, onStep?: () => void): Promise<FileResult> {
  const kind = recognise(bytes, file.name);
  const outside = OUTER_RULES.flatMap((rule) => rule.findOutside(file, kind).map((problem) => ({ rule: rule.id, ...problem })));
  const result: FileResult = { kind, problems: [...outside, ...wordsOfName(file)], notInspected: [] };
  try {
    if (!isReadKind(kind)) throw new UnreadableFile(whyNot(kind));
    const reader = await READERS[kind]();
    const reading = await reader(bytes, onStep);
    result.notInspected.push(...reading.notInspected);
    for (const rule of FILE_RULES)
      if (rule.kinds.includes(reading.kind))
        result.problems.push(...rule.find(reading, file).map((problem) => ({ rule: rule.id, ...problem })));
  } catch (error) {
    result.notInspected.push({ because: error instanceof UnreadableFile ? error.message : BROKEN, place: {} });
  }
  return result;
}

function whyNot(kind: OtherKind): string {
  if (kind === 'empty') return 'it is empty';
  if (kind === 'locked-office') return 'it is locked with a password';
  return OTHER_KINDS[kind].nature === 'archive' ? 'what an archive holds is not looked into' : `nothing here looks into ${labelOf(kind)}`;
}

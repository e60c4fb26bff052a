import { BROKEN } from '../attachments/guarded-threads.ts';
import { openFile } from '../attachments/open-file.ts';
import { UnreadableFile } from '../attachments/reading.ts';
import { checkBytes, type FileResult } from './check-bytes.ts';
import { resultKey } from './result-key.ts';

export interface PathToCheck {
  path: string;
  name: string;
  allowed: readonly string[];
  /** Of the engine and of what else a result depends on besides name and bytes. */
  salt: string;
}

/** What came of it: the hash is `null` where the file itself could not be had, the result where it is known. */
export type PathAnswer = { sha256: string; stamp: string; result: FileResult | null } | { sha256: null; result: FileResult };

/**
 * Opens one file and looks into it, unless what was found in these bytes is known. Never throws.
 * @param known keys of results that are kept from earlier runs: such files are hashed and not looked into again
 * @param onStep called as a long file gets further
 */
export async function checkPath(
  { path, name, allowed, salt }: PathToCheck,
  known: ReadonlySet<string>,
  onStep?: () => void,
): Promise<PathAnswer> {
  try {
    const { bytes, sha256, stamp } = await openFile(path);
    if (known.has(resultKey(salt, name, sha256))) return { sha256, stamp, result: null };
    return { sha256, stamp, result: await checkBytes(bytes, { name, size: bytes.length, allowed }, onStep) };
  } catch (error) {
    const because = error instanceof UnreadableFile ? error.message : BROKEN;
    return { sha256: null, result: { kind: null, problems: [], notInspected: [{ because, place: {} }] } };
  }
}

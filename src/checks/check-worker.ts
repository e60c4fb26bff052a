import { parentPort, workerData } from 'node:worker_threads';
import { BROKEN, FURTHER } from '../attachments/guarded-threads.ts';
import { openFile } from '../attachments/open-file.ts';
import { UnreadableFile } from '../attachments/reading.ts';
import { checkBytes, type FileResult } from './check-bytes.ts';
import { resultKey } from './result-key.ts';

/*
 * Looks into files in a thread of its own: a path comes in, what was found goes out. Started by `check-files.ts`.
 */

export interface WorkerStart {
  /** Keys of results that are kept from earlier runs: such files are hashed and not looked into again. */
  known: ReadonlySet<string>;
}

export interface WorkerJob {
  path: string;
  name: string;
  allowed: readonly string[];
  /** Of the engine and of what else a result depends on besides name and bytes. */
  salt: string;
}

export interface WorkerAnswer {
  /** `null` where the file itself could not be had. */
  sha256: string | null;
  stamp: string | null;
  /** `null` where it is known. */
  result: FileResult | null;
}

const { known } = workerData as WorkerStart;

parentPort?.on('message', (job: WorkerJob) => {
  void answer(job).then((message) => parentPort?.postMessage(message));
});

async function answer({ path, name, allowed, salt }: WorkerJob): Promise<WorkerAnswer> {
  try {
    const { bytes, sha256, stamp } = await openFile(path);
    if (known.has(resultKey(salt, name, sha256))) return { sha256, stamp, result: null };
    return {
      sha256,
      stamp,
      result: await checkBytes(bytes, { name, size: bytes.length, allowed }, () => parentPort?.postMessage(FURTHER)),
    };
  } catch (error) {
    const because = error instanceof UnreadableFile ? error.message : BROKEN;
    return { sha256: null, stamp: null, result: { kind: null, problems: [], notInspected: [{ because, place: {} }] } };
  }
}

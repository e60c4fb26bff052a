import { parentPort, workerData } from 'node:worker_threads';
import { FURTHER } from '../attachments/guarded-threads.ts';
import { checkPath, type PathToCheck } from './check-path.ts';

/*
 * Looks into files in a thread of its own: a path comes in, what was found goes out. Started by `check-files.ts`.
 */

export interface WorkerStart {
  /** Keys of results that are kept from earlier runs, see `checkPath`. */
  known: ReadonlySet<string>;
}

const { known } = workerData as WorkerStart;

parentPort?.on('message', (job: PathToCheck) => {
  void checkPath(job, known, () => parentPort?.postMessage(FURTHER)).then((answer) => parentPort?.postMessage(answer));
});

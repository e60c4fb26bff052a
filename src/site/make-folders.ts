/*
 * A thread that makes folders, before they are needed. What it cannot make, whoever writes into it makes, and says what is wrong.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { workerData } from 'node:worker_threads';

/** The folders, relative to the one they are in. */
export interface FoldersToMake {
  within: string;
  folders: readonly string[];
}

const { within, folders } = workerData as FoldersToMake;
for (const folder of folders) mkdirSync(path.join(within, folder), { recursive: true });

import type { FileReport } from '../checks/check-files.ts';
import { sharedReport } from '../checks/shared-report.ts';
import type { AnyFinding } from '../model/finding.ts';
import type { LoadedLog } from '../log/load-log.ts';
import { blocks } from '../model/finding.ts';
import type { Log } from '../log/log.ts';
import { engineFolder, type RunOptions } from '../log/run-options.ts';
import { sharedLog } from '../log/shared-log.ts';
import { LogError } from './log-error.ts';

/** A log that may be published, and what was found in the files that go with it. */
export interface Publishable {
  log: Log;
  /** The hash that each declared file of a published entry had when it was looked into, by its path. */
  hashes: ReadonlyMap<string, string>;
}

/**
 * The publication gate, however a build is started: a finding that blocks, in an entry or in a file that a published entry declares, ends it here.
 * A preview shows what can be shown, on the machine of whoever writes.
 */
export async function publishable(options: RunOptions): Promise<Publishable> {
  const loaded = await sharedLog(options);
  const { log, findings } = loaded;
  if (options.drafts) {
    if (!log) throw new LogError(findings);
    return { log, hashes: new Map() };
  }
  if (!log || blocks(findings)) throw new LogError(findings);
  const report = await reportOn(loaded, options);
  if (blocks(report.findings)) throw new LogError(report.findings satisfies AnyFinding[]);
  return { log, hashes: new Map(report.files.flatMap(({ path, sha256 }) => (sha256 === null ? [] : [[path, sha256] as const]))) };
}

function reportOn({ files, allowed }: LoadedLog, { dir, cache }: RunOptions): Promise<FileReport> {
  return sharedReport(
    files.filter(({ state }) => state === 'published'),
    { engine: engineFolder(), cache, log: dir, allowed },
  );
}

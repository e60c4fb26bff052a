import { sharedReport } from '../checks/shared-report.ts';
import type { LoadedLog } from '../log/load-log.ts';
import { blocks } from '../model/finding.ts';
import type { Log } from '../log/log.ts';
import { engineFolder } from '../log/run-options.ts';
import { sharedLog } from '../log/shared-log.ts';
import type { Invocation } from './command.ts';
import { formatFinding, summarise } from './report.ts';
import { bar } from './terminal.ts';

/**
 * Loads a log for a command that publishes of it: looks into its entries and into the files of published ones, and tells all that was found. `null`
 * where something blocks: then nothing is written, and the command ends with 1.
 */
export async function loadToPublish(
  { log: dir, cache, terminal }: Invocation,
  { site, now }: { site: string | null; now: Date },
): Promise<{ log: Log; counts: LoadedLog['counts'] } | null> {
  const progress = (what: string) => (done: number, of: number) => terminal.progress(bar(done, of, what));
  const { findings, counts, log, files, allowed } = await sharedLog({
    dir,
    cache,
    now,
    site,
    drafts: false,
    onProgress: progress('entries read'),
  });
  const { findings: inFiles } = await sharedReport(
    files.filter(({ state }) => state === 'published'),
    { engine: engineFolder(), cache, log: dir, allowed, onProgress: progress('files looked into') },
  );
  terminal.done();
  const found = [...findings, ...inFiles];
  for (const finding of found) terminal.note(formatFinding(finding, terminal.colour));
  if (log && !blocks(found)) return { log, counts };
  terminal.note(`${summarise(found)}. Nothing was written.`);
  return null;
}

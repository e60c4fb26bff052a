import { asEnvironment, engineFolder } from '../log/run-options.ts';
import { loadLog } from '../log/load-log.ts';
import { type Command, UsageError } from './command.ts';
import { describeCounts, formatFinding } from './report.ts';
import path from 'node:path';

export const previewCommand: Command = {
  name: 'preview',
  summary: 'see the site while writing; drafts are visible and marked',
  usage: 'preview [--port NUMBER]',
  operands: [],
  usesCache: true,
  options: { port: { type: 'string', default: '4322', value: 'NUMBER', description: 'port' } },
  examples: [{ line: 'disclosure-log preview --log ../our-log', what: 'another log' }],
  async run({ values, log: dir, cache, terminal }) {
    const port = Number(values['port']);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`Unexpected --port ${String(values['port'])}, expected a number from 0 to 65535`);
    const { log, findings, unpublished, counts } = await loadLog({ dir, cache, now: new Date(), drafts: true });
    for (const finding of [...findings, ...unpublished]) terminal.note(formatFinding(finding, terminal.colour));
    if (!log) return 1;
    const out = path.join(cache, 'preview');
    Object.assign(process.env, asEnvironment({ dir, cache, out, site: null, base: '/', drafts: true, now: new Date() }), {
      ASTRO_TELEMETRY_DISABLED: '1',
      ASTRO_DEV_BACKGROUND: '0',
    });
    const { dev } = await import('astro');
    const server = await dev({ root: engineFolder(), logLevel: 'warn', server: { port } });
    terminal.out(`${describeCounts(counts)} Preview at http://localhost:${server.address.port}/`);
    terminal.note('Search works in a built site only. Press Ctrl-C to stop.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await server.stop();
    return 0;
  },
};

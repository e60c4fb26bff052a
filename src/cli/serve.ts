import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Command, UsageError } from './command.ts';
import { readBase } from './site-address.ts';
import { serveFolder } from './static-server.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve a built site on this machine',
  usage: 'serve [DIR] [--port NUMBER] [--base PATH]',
  operands: ['[DIR]'],
  options: {
    port: { type: 'string', default: '4321', value: 'NUMBER', description: 'port; the next free one is taken where it is in use' },
    base: { type: 'string', value: 'PATH', description: 'path to serve the site under, where it is not the one it was built for' },
  },
  examples: [
    { line: 'disclosure-log serve', what: 'the site in ./dist' },
    { line: 'disclosure-log serve ../public --port 8080', what: 'another folder, on port 8080' },
  ],
  async run({ values, operands, terminal }) {
    const folder = path.resolve(operands[0] ?? 'dist');
    if (!(await stat(path.join(folder, 'index.html')).catch(() => null)))
      throw new UsageError(`No site in ${folder}, expected one made by disclosure-log build`);
    const port = Number(values['port']);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new UsageError(`Unexpected --port ${String(values['port'])}, expected a number from 0 to 65535`);
    const server = await serveFolder(folder, { port, base: typeof values['base'] === 'string' ? readBase(values['base']) : null });
    terminal.out(`Serving ${path.relative(process.cwd(), folder) || '.'} at ${server.address}`);
    terminal.note('Press Ctrl-C to stop.');
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    });
    await server.close();
    return 0;
  },
};

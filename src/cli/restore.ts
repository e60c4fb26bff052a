import path from 'node:path';
import { engineFolder } from '../log/run-options.ts';
import type { Command } from './command.ts';
import { Replacement } from './replacement.ts';

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put the output before the last build back in place',
  usage: 'restore [--out DIR]',
  operands: [],
  usesCache: true,
  options: {
    out: {
      type: 'string',
      default: 'dist',
      value: 'DIR',
      description: 'the output of the last build; it changes places with the one before, so that a second restore undoes the first',
    },
  },
  examples: [{ line: 'disclosure-log restore --out ../public', what: 'after a publication that was a mistake' }],
  async run({ values, log, cache, terminal }) {
    const target = path.resolve(String(values['out']));
    const replacement = await Replacement.prepare(target, cache, [log, cache, engineFolder(), process.cwd()]);
    const name = path.relative(process.cwd(), target) || target;
    if (await replacement.restore()) {
      terminal.out(`${name} is again what it was before the last build. The next build makes it from the log as it is then.`);
      return 0;
    }
    terminal.note(
      `No output before that of ${name} in ${cache}: it is there from the second build on, where the cache is on the same file system. Build the log as it was instead.`,
    );
    return 1;
  },
};

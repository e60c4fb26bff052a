import pc from 'picocolors';
import type { Terminal } from './command.ts';

/** At most ten updates a second: progress is for people. */
const PAUSE = 100;

/** The terminal this process was started in. */
export function processTerminal(): Terminal {
  const shows = process.stderr.isTTY === true && !process.env['CI'];
  let last = 0;
  let open = false;
  const clear = () => {
    if (open) process.stderr.write('\r\u001b[2K');
    open = false;
  };
  return {
    colour: pc.isColorSupported,
    out: (text) => {
      clear();
      process.stdout.write(`${text}\n`);
    },
    note: (text) => {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress: (text) => {
      if (!shows || Date.now() - last < PAUSE) return;
      last = Date.now();
      open = true;
      process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
    done: clear,
  };
}

/** `[=====     ] 1,234 of 10,000 pages`; the words alone say it where the bar cannot be seen. */
export function bar(done: number, of: number, what: string): string {
  const width = 24;
  const full = of > 0 ? Math.floor((done / of) * width) : width;
  return `[${'='.repeat(full)}${' '.repeat(width - full)}] ${done.toLocaleString('en-GB')} of ${of.toLocaleString('en-GB')} ${what}`;
}

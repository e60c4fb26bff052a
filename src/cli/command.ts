import type { ParseArgsOptionsConfig } from 'node:util';

/** Options every command takes; `--log` and `--cache` resolve against the working directory. */
export const SHARED_OPTIONS = {
  log: { type: 'string', default: 'content' },
  cache: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** One command of `disclosure-log`, one file each. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** `build [--out DIR]`, without the program's name. */
  usage: string;
  /** Its own options, with the words that `--help` and the reference print; shared ones are added. */
  options: Record<string, ParseArgsOptionsConfig[string] & { value?: string; description: string }>;
  /** Examples for `--help`: a command line and what it is for. */
  examples: { line: string; what: string }[];
  /** What it takes besides options: the names of its operands, in order; `PATH…` takes one or more, `[DIR]` none or one. */
  operands: string[];
  /** Writes to the cache: it is there, and can be written, before the command runs. */
  usesCache?: true;
  run(invocation: Invocation): Promise<ExitCode>;
}

/** 0 fine, 1 findings or errors in the log, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Invocation {
  values: Record<string, string | boolean | string[] | undefined>;
  operands: string[];
  /** Absolute path of the log's folder. */
  log: string;
  /** Absolute path of the cache. */
  cache: string;
  terminal: Terminal;
}

/** Where a command writes. Results go to `out`; progress, reports and hints go to `note` (standard error), so that `--json` stays clean. */
export interface Terminal {
  out(text: string): void;
  note(text: string): void;
  /** A line that replaces itself while work goes on; silent where standard error is not a terminal. */
  progress(text: string): void;
  /** Ends the progress line. */
  done(): void;
  colour: boolean;
}

/** Wrong usage: the message says what was expected; the command line answers with it and exit 2. */
export class UsageError extends Error {}

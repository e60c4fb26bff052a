import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { nearest } from '../model/nearest.ts';
import { type Command, type ExitCode, SHARED_OPTIONS, UsageError } from './command.ts';
import { COMMAND_NAMES, loadCommand, loadCommands } from './commands.ts';
import { explainFault, prepareCache } from './faults.ts';
import { helpFor, helpForAll } from './help.ts';
import { OutputError } from './replacement.ts';
import { processTerminal } from './terminal.ts';

/** Runs one command line, without the program's name. Never throws: what goes wrong is said, and the exit code tells. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal();
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
      const [asked] = rest;
      terminal.out(asked === undefined ? helpForAll(await loadCommands()) : helpFor(await commandOf(asked)));
      return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === '-v') {
      const { version } = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
      terminal.out(version);
      return 0;
    }
    const command = await commandOf(name);
    const { values, operands } = parse(command, rest);
    if (values['help']) {
      terminal.out(helpFor(command));
      return 0;
    }
    checkOperands(command, operands);
    const log = path.resolve(String(values['log']));
    const cache = path.resolve(typeof values['cache'] === 'string' ? values['cache'] : path.join(packageFolder(), '.cache'));
    if (command.usesCache) prepareCache(cache);
    return await command.run({ values, operands, log, cache, terminal });
  } catch (error) {
    terminal.done();
    if (error instanceof UsageError) {
      terminal.note(`${error.message}.\nSee disclosure-log ${name !== undefined && COMMAND_NAMES.includes(name) ? `${name} ` : ''}--help.`);
      return 2;
    }
    if (error instanceof OutputError) {
      terminal.note(`${error.message}.`);
      return 1;
    }
    const { code, message } = error as NodeJS.ErrnoException;
    const refusal = explainFault(error) ?? (code ? `The operating system refused: ${message}` : null);
    terminal.note(
      refusal
        ? `${refusal}. Nothing half-written was left.`
        : `This is a fault of disclosure-log, not of the log: ${(error as Error).stack ?? String(error)}`,
    );
    return 1;
  }
}

/** @throws UsageError where none has that name, with the nearest that one has */
async function commandOf(name: string): Promise<Command> {
  const command = await loadCommand(name);
  if (command) return command;
  const near = nearest(name, COMMAND_NAMES);
  throw new UsageError(`Unknown command “${name}”${near ? `, expected perhaps “${near}”` : ''}`);
}

/** Where package.json lies: the engine's own folder, or where it is installed as a dependency the folder it is used from. */
function packageFolder(): string {
  return import.meta.dirname.split(path.sep).includes('node_modules') ? process.cwd() : path.join(import.meta.dirname, '../..');
}

function parse(command: Command, args: string[]) {
  const own = Object.entries(command.options).map(
    ([name, { value: _value, description: _description, ...option }]) => [name, option] as const,
  );
  const options: ParseArgsOptionsConfig = { ...SHARED_OPTIONS, ...Object.fromEntries(own) };
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: values as Record<string, string | boolean | string[] | undefined>, operands: positionals };
  } catch (error) {
    const unknown = /Unknown option '(-*)([^']+)'/.exec((error as Error).message);
    if (!unknown) throw new UsageError((error as Error).message.replace(/\.$/, ''));
    const near = nearest(unknown[2] ?? '', Object.keys(options));
    throw new UsageError(`Unknown option ${unknown[1]}${unknown[2]}${near ? `, expected perhaps --${near}` : ''}`);
  }
}

function checkOperands(command: Command, operands: string[]): void {
  const needed = command.operands.filter((operand) => !operand.startsWith('['));
  if (operands.length < needed.length)
    throw new UsageError(`Missing ${needed[operands.length]}, expected: disclosure-log ${command.usage}`);
  const any = command.operands.some((operand) => operand.replace(']', '').endsWith('…'));
  if (!any && operands.length > command.operands.length)
    throw new UsageError(`Unexpected “${operands[command.operands.length]}”, expected: disclosure-log ${command.usage}`);
}

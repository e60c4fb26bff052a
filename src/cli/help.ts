import { type Command, type SHARED_OPTIONS } from './command.ts';

const SHARED_WORDS: Record<keyof typeof SHARED_OPTIONS, { value?: string; description: string }> = {
  log: { value: 'DIR', description: 'folder of the log, with log.yaml (default: content)' },
  cache: { value: 'DIR', description: 'folder for what can be rebuilt (default: .cache beside the program)' },
  help: { description: 'this text' },
};

/** What `disclosure-log --help` prints. */
export function helpForAll(commands: readonly Command[]): string {
  return [
    'disclosure-log makes a public disclosure log from a folder of markdown entries.',
    '',
    'usage: disclosure-log COMMAND [OPTIONS]',
    '',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'disclosure-log COMMAND --help tells more of each.',
    'Exit codes: 0 fine, 1 findings or errors in the log, 2 wrong usage.',
  ].join('\n');
}

/** What `disclosure-log COMMAND --help` prints. */
export function helpFor(command: Command): string {
  const own = Object.entries(command.options).map(([name, { type, value, description, default: fallback }]) => {
    const shown = typeof fallback === 'string' ? ` (default: ${fallback})` : '';
    return [`--${name}${type === 'string' ? ` ${value ?? 'VALUE'}` : ''}`, description.replaceAll('`', '') + shown] as const;
  });
  const shared = Object.entries(SHARED_WORDS).map(
    ([name, { value, description }]) => [`--${name}${value ? ` ${value}` : ''}`, description] as const,
  );
  return [
    `disclosure-log ${command.name}: ${command.summary}`,
    '',
    `usage: disclosure-log ${command.usage} [--log DIR]`,
    '',
    ...columns([...own, ...shared]),
    '',
    'examples:',
    ...command.examples.flatMap(({ line, what }) => [`  ${line}`, `      ${what}`]),
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

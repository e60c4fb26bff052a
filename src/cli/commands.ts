import type { Command } from './command.ts';

/** In the order in which help lists them: the way of a log from import to deployment. Each is loaded when it is asked for: all of them take half a second. */
const LOADERS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./import.ts')).importCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  read: async () => (await import('./read.ts')).readCommand,
  preview: async () => (await import('./preview.ts')).previewCommand,
  build: async () => (await import('./build.ts')).buildCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  convert: async () => (await import('./convert.ts')).convertCommand,
};

export const COMMAND_NAMES: readonly string[] = Object.keys(LOADERS);

/** `null` where none has that name. */
export async function loadCommand(name: string): Promise<Command | null> {
  return Object.hasOwn(LOADERS, name) ? ((await LOADERS[name]?.()) ?? null) : null;
}

export function loadCommands(): Promise<Command[]> {
  return Promise.all(Object.values(LOADERS).map((load) => load()));
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a result is kept under: the bytes, the name, and all else that it depends on. */
export function resultKey(salt: string, name: string, sha256: string): string {
  return digest(`${salt}\0${name}\0${sha256}`);
}

/** A hash of the code that looks into files, of the libraries it uses, and of what is allowed: with another, every file is looked into again. */
export function saltOf(engine: string, allowed: readonly string[]): string {
  const hash = createHash('sha256');
  for (const room of ['model', 'attachments', 'checks']) {
    const folder = path.join(engine, 'src', room);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    for (const file of files.sort()) hash.update(file).update(readFileSync(path.join(folder, file)));
  }
  const manifest = readFileSync(path.join(engine, 'package.json'), 'utf8');
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  hash.update(manifest);
  for (const library of Object.keys(dependencies)) hash.update(manifestOf(engine, library));
  return hash.update(JSON.stringify(allowed)).digest('hex').slice(0, 32);
}

/** What a library says of itself, its version with it; it lies in a folder above where the program is installed as a dependency. */
function manifestOf(engine: string, library: string): string {
  for (let folder = engine; ; folder = path.dirname(folder)) {
    try {
      return readFileSync(path.join(folder, 'node_modules', library, 'package.json'), 'utf8');
    } catch {
      if (folder === path.dirname(folder)) return '';
    }
  }
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

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
  hash.update(readFileSync(path.join(engine, 'package.json')));
  for (const library of ['csv-parse']) hash.update(versionOf(engine, library));
  return hash.update(JSON.stringify(allowed)).digest('hex').slice(0, 32);
}

function versionOf(engine: string, library: string): string {
  try {
    return readFileSync(path.join(engine, 'node_modules', library, 'package.json'), 'utf8');
  } catch {
    return '';
  }
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

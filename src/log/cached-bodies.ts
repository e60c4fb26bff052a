import { hash } from 'node:crypto';
import path from 'node:path';
import type { RenderedBody } from '../markdown/body.ts';
import { BodyReader, namesOf, type Place, readPack, spoilPack } from './pack.ts';

/*
 * Bodies that entry-cache.ts keeps, read without all that reads entries: what draws pages and what indexes them need no more.
 */

/** What is known of one folder of packs between two bodies: the places, and the files that are open. */
interface Shelf {
  reader: BodyReader;
  names: Set<string>;
  places: Map<string, Place>;
}

const shelves = new Map<string, Shelf>();

/** The body kept under a key, `null` where the cache has it no more. */
export function cachedBody(cache: string, log: string, key: string): RenderedBody | null {
  const folder = folderOf(cache, log);
  const bytes = bodyOn(shelves.get(folder), key) ?? bodyOn(lookAgain(folder), key);
  if (bytes) return JSON.parse(bytes.toString('utf8')) as RenderedBody;
  const damaged = shelves.get(folder)?.places.get(key);
  if (damaged) spoilPack(folder, damaged.pack);
  return null;
}

function bodyOn(shelf: Shelf | undefined, key: string): Buffer | null {
  const place = shelf?.places.get(key);
  return (place && shelf?.reader.read(place)) ?? null;
}

/** Packs come and go while a preview runs. */
function lookAgain(folder: string): Shelf {
  const before = shelves.get(folder);
  const names = new Set(namesOf(folder));
  if (before && names.size === before.names.size && [...names].every((name) => before.names.has(name))) return before;
  before?.reader.close();
  const shelf: Shelf = { reader: new BodyReader(folder), names, places: new Map() };
  for (const name of names) for (const [key, place] of readPack(folder, name)?.places ?? []) shelf.places.set(key, place);
  shelves.set(folder, shelf);
  return shelf;
}

/** The folder of a log's packs in the cache. */
export function folderOf(cache: string, log: string): string {
  return path.join(cache, 'entries', digest(path.resolve(log)).slice(0, 12));
}

/** A short hash of a text. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex').slice(0, 32);
}

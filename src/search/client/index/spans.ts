import type { EntryTable } from '../../entry-table.ts';
import type { PublishedText } from '../../write-span.ts';
import { fetchBundle, fetchPacked, remember, unpack } from './fetch-packed.ts';
import { shelfOf } from './shelves.ts';
import { type Engine, type EntryText, openEngine, openPages, type Pages } from './pagefind.ts';

/** A span of the log as a page names it, and its files, each fetched once. */
export interface Span {
  /** Place of its first entry in the log, and how many there are. */
  from: number;
  entries: number;
  /** Searched at once, as it is one of the newest. */
  isNear: boolean;
  /** First and last year; empty where no entry has one. */
  years: number[];
  table(): Promise<EntryTable>;
  references(): Promise<string[]>;
  pages(): Promise<Pages>;
  /** @param together texts in one file */
  text(entry: number, together: number): Promise<EntryText>;
}

const known = new Map<string, Promise<unknown>>();

/** A packed file, fetched once. */
export function file<T>(address: string): Promise<T> {
  return once(address, () => fetchPacked<T>(address));
}

/**
 * The folder of what is about the whole log and the spans of it, the newest first, from an address such as
 * `/search/#3f9a…,07bc…,c27a…,91d2….1834.2024.2026`: see index-address.ts.
 */
export function readAddress(address: string): { whole: string; engine: () => Promise<Engine>; spans: Span[] } {
  const [home = '', list = ''] = address.split('#');
  const [whole = '', engineName = '', groups = '', ...rest] = list.split(',');
  const folderOf = (name: string) => `${home}index-${name}/`;
  const engine = () => once(engineName, () => openEngine(folderOf(engineName)));
  const [near, far] = groups.split('.').map((group) => {
    const [name = '', spans] = group.split('-');
    return { folder: folderOf(name), spans: Number(spans) };
  });
  // Each member of a group's files is of one of its spans, in their order.
  const bundle = (address: string) => once(address, () => fetchBundle(address));
  const memberOf = async (address: string, place: number) => unpack((await bundle(address))[place] ?? new Uint8Array());
  let from = 0;
  const spans = rest.map((each, nth): Span => {
    const [name = '', ...numbers] = each.split('.');
    const [entries = 0, ...years] = numbers.map(Number);
    const folder = folderOf(name);
    const first = from;
    from += entries;
    const isNear = nth < (near?.spans ?? 0);
    const group = (isNear ? near : far)?.folder ?? '';
    const place = isNear ? nth : nth - (near?.spans ?? 0);
    const table = () => file<EntryTable>(`${folder}entries.bin`);
    return {
      from: first,
      isNear,
      entries,
      years,
      table,
      references: () => file(`${folder}references.bin`),
      pages: () =>
        once(folder, () => openPages(engine(), memberOf(`${group}metas.bin`, place), (part) => memberOf(`${group}${part}.bin`, place))),
      async text(entry, together) {
        const texts = await file<PublishedText[]>(`${folder}texts/${shelfOf(Math.floor(entry / together))}.bin`);
        const text = texts[entry % together] as PublishedText;
        return { ...text, words: text.content.split(/[^\S\uFEFF]+/) };
      },
    };
  });
  return { whole: folderOf(whole), engine, spans };
}

function once<T>(key: string, ask: () => Promise<T>): Promise<T> {
  return remember(known as Map<string, Promise<T>>, key, ask);
}

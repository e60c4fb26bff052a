import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll } from './part-text.ts';
import { wordsOf } from './words.ts';
import type { XmlListener } from './xml.ts';

/** A pivot table keeps a copy of its source. The copy, and the sheet of the first table that is made from it. */
interface Cache {
  definition: string;
  sheet: string | null;
}

/**
 * Tells the caches of pivot tables (ECMA-376 18.10): records, which are the source row by row, and the distinct values that the definition lists, where
 * they are more than what the sheets show.
 *
 * @param sheets parts of the sheets with the names on their tabs
 */
export function readPivots(
  file: OfficePackage,
  workbook: string,
  sheets: readonly { part: string; name: string }[],
  gathering: Gathering,
): void {
  const caches = new Map<string, Cache>();
  for (const definition of file.linked(workbook, 'pivotCacheDefinition')) caches.set(definition, { definition, sheet: null });
  for (const { part, name } of sheets)
    for (const table of file.linked(part, 'pivotTable')) {
      file.readPart(table, nameAll(gathering));
      for (const definition of file.linked(table, 'pivotCacheDefinition')) {
        const cache = caches.get(definition) ?? { definition, sheet: null };
        cache.sheet ??= name;
        caches.set(definition, cache);
      }
    }
  if (caches.size === 0) return;
  const seen = new Set(gathering.reading.visible.flatMap(({ text }) => wordsOf(text)));
  for (const cache of caches.values()) tellCache(file, cache, seen, gathering);
}

function tellCache(file: OfficePackage, { definition, sheet }: Cache, seen: ReadonlySet<string>, gathering: Gathering): void {
  const items: string[] = [];
  file.readPart(definition, nameAll(gathering), {
    open: (element) => {
      if (element.name === 'x:s') items.push(element.get('v') ?? '');
    },
  });
  let told = false;
  for (const part of file.linked(definition, 'pivotCacheRecords')) {
    let records = 0;
    file.readPart(
      part,
      nameAll(gathering),
      countRecords(() => records++),
    );
    if (records === 0) continue;
    gathering.hide('pivot-records', '', records, sheet === null ? { part } : { sheet, part });
    told = true;
  }
  const unseen = items.filter((item) => wordsOf(item).some((word) => !seen.has(word)));
  if (!told && unseen.length > 0)
    gathering.hide('pivot-items', unseen.join('\n'), unseen.length, sheet === null ? { part: definition } : { sheet, part: definition });
}

function countRecords(count: () => void): XmlListener {
  return {
    open: ({ name }) => {
      if (name === 'x:r') count();
    },
  };
}

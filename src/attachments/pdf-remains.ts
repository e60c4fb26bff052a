import type { Effort } from './pdf-effort.ts';
import { openPdf } from './pdf-document.ts';
import { COMMENTS, type PdfGathering } from './pdf-gathering.ts';
import { readObjects, type PdfObjects } from './pdf-objects.ts';
import { StoredPictures } from './pdf-old-pictures.ts';
import { readPages } from './pdf-pages.ts';
import { endsOfRevisions, MOST_REVISIONS, withStrayPages } from './pdf-revisions.ts';
import { partsBetweenLigatures, wordsIn } from './pdf-shown.ts';
import { readStructure, type Structure } from './pdf-structure.ts';
import type { PdfStream } from './pdf-syntax.ts';
import { UnreadableFile } from './reading.ts';

/** Pages of earlier states that are read in all. */
const MOST_OLD_PAGES = 1500;

/**
 * What a file keeps of earlier states of itself: text and pictures that its pages no longer have, and pages that it no longer lists.
 *
 * @param painted The streams that its pages paint.
 * @param times How often a file of its size may be read in all.
 */
export async function readRemains(
  bytes: Uint8Array,
  objects: PdfObjects,
  structure: Structure,
  gathering: PdfGathering,
  { painted, effort, onStep, times }: { painted: ReadonlySet<PdfStream>; effort: Effort; onStep: () => void; times: number },
): Promise<void> {
  const ends = endsOfRevisions(bytes, objects);
  const most = Math.min(MOST_REVISIONS, times);
  if (ends.length > most) gathering.leave(`it holds ${ends.length} earlier versions, more than are looked at`, {});
  const budget = { pages: MOST_OLD_PAGES, effort, onStep };
  const told = new Set<string>();
  const stored = new StoredPictures(bytes);
  const { shown, unused, left } = stored.of(objects, painted);
  const earlier = new Set<string>();
  for (const end of ends.slice(0, most)) {
    try {
      const old = bytes.subarray(0, end);
      await readOld(old, () => 'earlier-revision', gathering, told, budget);
      const oldObjects = readObjects(old);
      takeOldStructure(readStructure(oldObjects, null), structure, gathering);
      for (const picture of stored.of(oldObjects, null).shown) if (!shown.has(picture)) earlier.add(picture);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      gathering.leave('it holds an earlier version that could not be read', {});
    }
  }
  if (earlier.size > 0) gathering.hide('earlier-picture', '', earlier.size, {});
  for (const picture of earlier) for (const others of [unused, left]) others.delete(picture);
  if (left.size > 0) gathering.hide('left-picture', '', left.size, {});
  for (let count = unused.size; count > 0; count--) gathering.fact('unused-picture', '');
  const strays = structure.strayPages.length + structure.strayContents.length;
  if (strays + structure.unpainted.length === 0) return;
  try {
    const how = (page: number) => (page > strays ? 'unpainted' : 'deleted-page');
    await readOld(withStrayPages(bytes, structure, objects), how, gathering, told, budget);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    gathering.leave('it holds deleted pages that could not be read', {});
  }
}

/** What stood beside the pages in an earlier state, and who it named. */
function takeOldStructure(old: Structure, now: Structure, gathering: PdfGathering): void {
  for (const { text, page } of old.asides) gathering.takeOldAside(text, page === undefined ? {} : { page });
  for (const { what, value } of old.info) if (!now.info.some((one) => one.value === value)) gathering.fact(what, value);
}

/** Notes, page by page, the words of an earlier state that are no longer painted as often. */
async function readOld(
  bytes: Uint8Array,
  howOf: (page: number) => string,
  gathering: PdfGathering,
  told: Set<string>,
  budget: { pages: number; effort: Effort; onStep: () => void },
): Promise<void> {
  await openPdf(bytes, async (pdf) => {
    const left = new Map(gathering.painted);
    const parts = new Set([...left.keys()].flatMap(partsBetweenLigatures));
    if (pdf.numPages > budget.pages) gathering.leave('its earlier versions have more pages than are looked at', {});
    for await (const { page, words, annotations } of readPages(pdf, budget.effort, budget.pages)) {
      budget.onStep();
      budget.pages--;
      if (howOf(page) === 'earlier-revision')
        for (const { subtype, contentsObj } of annotations)
          if (COMMENTS.has(subtype ?? '')) gathering.takeOldAside(contentsObj?.str ?? '', { page });
      const gone: string[] = [];
      const how = howOf(page);
      for (const word of words.flatMap(({ text }) => wordsIn(text))) {
        const count = left.get(word) ?? 0;
        // What a part repeats of the pages is shown there.
        if (how === 'unpainted' && gathering.painted.has(word)) continue;
        if (count > 0) left.set(word, count - 1);
        // The fonts of what no page leads to are a guess: they may not tell joined letters.
        else if (how !== 'deleted-page' || !(gathering.beside.has(word) || parts.has(word))) gone.push(word);
      }
      const text = gone.join(' ');
      const key = `${page} ${text}`;
      if (gone.length > 0 && !told.has(key)) gathering.hide(how, text, gone.length, how === 'unpainted' ? {} : { page });
      told.add(key);
    }
  });
}

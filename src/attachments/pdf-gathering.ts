import { areSheets, isPlainBookmark } from './pdf-bookmarks.ts';
import { boxOf, union, type Box } from './pdf-matrix.ts';
import type { Annotation, PageRead } from './pdf-pages.ts';
import { Shown, wordsIn } from './pdf-shown.ts';
import type { Aside, Structure } from './pdf-structure.ts';
import type { Word } from './pdf-words.ts';
import { factsOfPacket } from './xmp.ts';
import type { Place, Reading } from './reading.ts';

const MOST_TEXT = 300;
/** Letters of a text outside a page that are looked for on the pages. */
const MOST_COMPARED = 20_000;
/** Annotations of people who read and comment. Links and fields have texts of other kinds. */
export const COMMENTS = new Set(
  'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Caret Stamp Ink FileAttachment'.split(' '),
);

/** Gathers what is read of a PDF. */
export class PdfGathering {
  readonly shown = new Shown();
  /** How often a word is on the pages, seen or not. */
  readonly painted = new Map<string, number>();
  /** Words of what is told to stand beside the pages. */
  readonly beside = new Set<string>();
  private readonly visible: Reading['visible'] = [];
  private hidden: Reading['hidden'] = [];
  /** The whole texts of what is outside a page. */
  private readonly outside = new Map<Reading['hidden'][number], string>();
  private readonly facts: Reading['facts'] = [];
  private readonly notInspected: Reading['notInspected'] = [];
  private readonly named = new Set<string>();
  private readonly stored = new Map<string, Place>();
  private pages = 0;
  private readonly notes: (Aside & { place: Place })[] = [];
  /** What stands beside the pages now: comments, bookmarks, values of fields. */
  private readonly asides = new Set<string>();
  private readonly picturesShown = new Set<string>();
  private readonly picturesUnseen: { mark: string | null; unseen: string; place: Place }[] = [];

  takePage({ page, words, coveredPictures, pictures, annotations, matrix }: PageRead): void {
    this.pages++;
    for (const line of linesOf(words.filter(isShown))) {
      const text = textOf(line);
      this.shown.see(text);
      this.visible.push({ text, place: { page, box: boxAround(line) } });
    }
    const onDark = words.filter((word) => word.onDark);
    if (onDark.length > 0)
      this.facts.push({ what: 'behind-dark-scan', value: String(onDark.length), place: { page, box: boxAround(onDark) } });
    for (const { box, isSure } of coveredPictures)
      if (isSure) this.hide('covered-picture', '', 1, { page, box: rounded(box) });
      else this.facts.push({ what: 'covering-shape', value: '', place: { page, box: rounded(box) } });
    for (const { mark, unseen, box } of pictures)
      if (unseen === null) {
        if (mark !== null) this.picturesShown.add(mark);
      } else this.picturesUnseen.push({ mark, unseen, place: { page, box: rounded(box) } });
    for (const stretch of stretchesOf(words))
      this.hide(stretch[0]?.verdict ?? '', textOf(stretch), stretch.length, { page, box: boxAround(stretch) });
    for (const { text } of words) for (const word of wordsIn(text)) this.painted.set(word, (this.painted.get(word) ?? 0) + 1);
    for (const annotation of annotations) this.takeAnnotation(annotation, { page, box: rounded(boxOf(matrix, corners(annotation))) });
    this.store(textOf(words), { page });
  }

  private takeAnnotation({ subtype, contentsObj, titleObj }: Annotation, place: Place): void {
    const text = contentsObj?.str ?? '';
    const author = titleObj?.str ?? '';
    if (COMMENTS.has(subtype ?? '') && author.trim() !== '') this.fact('annotator', author);
    if (subtype === 'Redact') this.hide('unapplied-redaction', text, 1, place);
    else if (COMMENTS.has(subtype ?? '') && text.trim() !== '') this.notes.push({ how: 'note', text, place });
  }

  takeStructure(structure: Structure): void {
    const { title } = structure;
    if (title !== '') this.shown.see(title);
    for (const { text } of [...structure.asides, ...this.notes]) this.asides.add(text.trim());
    const namesSheets = areSheets(structure, this.pages);
    for (const aside of [...structure.asides.map((one) => ({ ...one, place: placeOf(one) })), ...this.notes]) {
      if (aside.how === 'description') {
        // Who cannot see a picture gets this of it.
        this.visible.push({ text: aside.text, place: aside.place });
        continue;
      }
      if (this.shown.has(aside.text) || (aside.how === 'bookmark' && isPlainBookmark(aside.text.trim(), this.shown))) continue;
      if (aside.how === 'bookmark' && namesSheets) {
        this.visible.push({ text: aside.text, place: aside.place });
        continue;
      }
      for (const word of wordsIn(aside.text)) this.beside.add(word);
      this.hide(aside.how, aside.text, Math.max(1, this.shown.unseen(aside.text).length), aside.place);
    }
    // A cell that goes on over the edge is painted whole on both pages, and each shows its part.
    this.hidden = this.hidden.filter((one) => {
      const text = this.outside.get(one);
      return text === undefined || text.length >= MOST_COMPARED || !this.shown.hasName(text);
    });
    // One that is shown elsewhere is no secret: a picture that goes on over several pages, a letterhead.
    for (const { mark, unseen, place } of this.picturesUnseen)
      if (mark === null || !this.picturesShown.has(mark)) this.hide(unseen, '', 1, place);
    const counted = [
      ['embedded-file', Math.max(structure.embeddedFiles, structure.embeddedData)],
      ['javascript', structure.scripts],
      ['launch', structure.launches],
      ['page-thumbnail', structure.thumbnails],
    ] as const;
    for (const [how, count] of counted) if (count > 0) this.hide(how, '', count, {});
    this.fact('tagged', structure.isTagged ? 'yes' : 'no');
    this.fact('language', structure.language);
    this.fact('title', title);
    for (const { what, value } of structure.info) if (what !== 'title') this.fact(what, value);
    for (const packet of structure.packets)
      for (const fact of factsOfPacket(packet)) if (!this.facts.some(({ value }) => value === fact.value)) this.fact(fact.what, fact.value);
    for (let left = structure.positions; left > 0; left--) this.facts.push({ what: 'picture-position', value: '', place: {} });
    for (const program of new Set(structure.workingCopies)) this.fact('working-copy', program);
    if (structure.hasXfa) this.leave('it holds a form of Adobe’s own kind (XFA), which only Acrobat shows', {});
    if (structure.largePictures > 0) this.leave('it holds a picture that is too large to be looked at', {});
  }

  /** Tells a comment, a bookmark or a value of an earlier version, where the file says it no more. */
  takeOldAside(text: string, place: Place): void {
    if (text.trim() === '' || this.asides.has(text.trim()) || this.shown.has(text)) return;
    this.asides.add(text.trim());
    this.hide('earlier-revision', text, Math.max(1, wordsIn(text).length), place);
  }

  hide(how: string, text: string, count: number, place: Place): void {
    for (const word of wordsIn(text)) this.named.add(word);
    const hidden = { how, text: text.slice(0, MOST_TEXT), count, place };
    this.hidden.push(hidden);
    if (how === 'text-outside-page') this.outside.set(hidden, text.slice(0, MOST_COMPARED));
  }

  fact(what: string, value: string): void {
    for (const word of wordsIn(value)) this.named.add(word);
    this.store(value, {});
    this.facts.push({ what, value: value.slice(0, MOST_TEXT), place: {} });
  }

  leave(because: string, place: Place): void {
    this.notInspected.push({ because, place });
  }

  private store(text: string, place: Place): void {
    for (const word of wordsIn(text)) if (!this.stored.has(word)) this.stored.set(word, place);
  }

  /** Words that have been told already, as hidden or as a fact, are not told again as stored; nor those that are shown, however they are divided there. */
  reading(): Reading {
    const stored = [...this.stored]
      .filter(([word]) => !this.named.has(word) && !this.shown.has(word))
      .map(([word, place]) => ({ word, place }));
    const { visible, hidden, facts, notInspected } = this;
    return { kind: 'pdf', visible, hidden, facts, stored, notInspected };
  }
}

function isShown({ verdict }: Word): boolean {
  return verdict === null || verdict === 'ocr';
}

function linesOf(words: readonly Word[]): Word[][] {
  const lines: Word[][] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last?.[0]?.line === word.line) last.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Words that follow each other and are hidden in one way. */
function stretchesOf(words: readonly Word[]): Word[][] {
  const stretches: Word[][] = [];
  let before: Word | null = null;
  for (const word of words) {
    if (!isShown(word)) {
      if (before && before.verdict === word.verdict) stretches.at(-1)?.push(word);
      else stretches.push([word]);
    }
    before = isShown(word) ? null : word;
  }
  return stretches;
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}

function boxAround(words: readonly Word[]): Box {
  return rounded(words.map(({ box }) => box).reduce(union));
}

function rounded([left, top, right, bottom]: Box): Box {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return [tenth(left), tenth(top), tenth(right), tenth(bottom)];
}

function corners({ rect }: Annotation): Box {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect ?? [];
  return [left, bottom, right, top];
}

function placeOf({ page }: Aside): Place {
  return page === undefined ? {} : { page };
}

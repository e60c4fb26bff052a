import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import type { EntryText } from './client/index/pagefind.ts';
import { type IndexDocument, indexDocument } from './index-document.ts';
import { type CountedText, RowCounter } from './row-counter.ts';
import type { WordCounter } from './vocabulary.ts';
import type { WordBook } from './word-book.ts';
import type { Rows } from './word-rows.ts';
import { wordsBetweenSpaces, wordsOfLine } from './words-between-spaces.ts';

/** A text as it was indexed: its words by single spaces. */
export type IndexedText = Omit<EntryText, 'words' | 'slug'> & { content: string };

/** All that a batch brings to the index of its span; lists are by the places of its entries. */
export interface IndexedBatch {
  texts: IndexedText[];
  rows: Rows;
  /** Words of the vocabulary, with how many entries have each. */
  words: [word: string, entries: number][];
  /** Provisions that the text of each entry names. */
  named: Citation[][];
}

/** What indexing keeps from one batch to the next. */
export interface IndexTools {
  book: WordBook;
  counter: WordCounter;
}

/**
 * Indexes the entries of one batch. Throws with Pagefind's own words when it reports an error: a site without its search is never published in silence.
 */
export async function indexBatch(
  entries: readonly Disclosure[],
  bodyOf: (entry: Disclosure) => RenderedBody,
  { book, counter }: IndexTools,
): Promise<IndexedBatch> {
  const named: Citation[][] = [];
  const documents = entries.map((entry) => {
    const body = bodyOf(entry);
    named.push(citationsIn(body, entry));
    return indexDocument(entry, body);
  });
  return { ...(await indexDocuments(documents, book)), words: countWords(documents, counter), named };
}

/** What Pagefind would write of the documents, were it given them as pages. */
export async function indexDocuments(documents: readonly IndexDocument[], book: WordBook): Promise<Pick<IndexedBatch, 'texts' | 'rows'>> {
  const read = documents.map(readDocument);
  const words = new Set<string>();
  for (const { counted } of read) for (const word of counted.words) words.add(word);
  for (const { reference, title } of documents) for (const word of wordsBetweenSpaces(`${reference} ${title}`)) words.add(word);
  await book.learn(words);
  const rows = new RowCounter((word) => book.of(word));
  read.forEach(({ counted }, place) => rows.add(counted, documents[place] as IndexDocument));
  return { texts: read.map(({ text }) => text), rows: rows.finish() };
}

function readDocument({ title, reference, blocks }: IndexDocument): { text: IndexedText; counted: CountedText } {
  const words: string[] = [];
  const weights: number[] = [];
  const anchors: IndexedText['anchors'] = [];
  for (const { text, weight, mark } of blocks) {
    if (mark !== undefined) anchors.push({ id: mark, at: words.length, text: text.trim() });
    for (const word of wordsOfLine(text)) {
      words.push(word);
      weights.push(weight);
    }
  }
  return { text: { title, reference, content: words.join(' '), anchors }, counted: { words, weights } };
}

function countWords(documents: readonly IndexDocument[], counter: WordCounter): [word: string, entries: number][] {
  for (const { blocks } of documents) counter.add(blocks.map(({ text }) => text).join('\n'));
  return counter.take();
}

/** What the authority's own text names: not what the person who asked does. */
function citationsIn(body: RenderedBody, { law }: Disclosure): Citation[] {
  const own = body.sections.filter(({ kind }) => kind !== 'request').flatMap(({ parts }) => parts.map(({ text }) => text));
  return findCitations(own.join('\n'), { law }).map(({ law, provision }) => ({ law, provision }));
}

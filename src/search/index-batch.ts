import type { Disclosure } from '../log/disclosure.ts';
import type { RenderedBody } from '../markdown/body.ts';
import { findCitations } from '../model/citations.ts';
import type { Citation } from '../model/laws.ts';
import type { EntryText } from './client/index/pagefind.ts';
import { type IndexDocument, indexDocument } from './index-document.ts';
import { type CountedEntry, RowCounter } from './row-counter.ts';
import type { Token } from './token.ts';
import type { WordCounter } from './vocabulary.ts';
import type { WordBook } from './word-book.ts';
import type { Rows } from './word-rows.ts';
import { endedLine } from './words-between-spaces.ts';

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

/** What is asked for the text of an entry. */
export type BodyOf = (entry: Disclosure) => RenderedBody | Promise<RenderedBody>;

/**
 * Indexes several batches, so that Pagefind is asked once for the words of all of them. Throws with Pagefind's own words when it reports an error: a site
 * without its search is never published in silence.
 */
export async function indexBatches(
  batches: readonly (readonly Disclosure[])[],
  bodyOf: BodyOf,
  { book, counter }: IndexTools,
): Promise<IndexedBatch[]> {
  book.prune();
  const read: (ReadDocument & { named: Citation[] })[][] = [];
  for (const entries of batches) {
    const documents = [];
    for (const entry of entries) {
      const body = await bodyOf(entry);
      documents.push({ ...readDocument(indexDocument(entry, body), book), named: citationsIn(body, entry) });
    }
    read.push(documents);
  }
  await book.learn();
  return read.map((documents) => ({ ...countDocuments(documents, counter), named: documents.map(({ named }) => named) }));
}

/** Indexes documents: the texts and rows are what Pagefind would write of them, were it given them as pages. */
export async function indexDocuments(
  documents: readonly IndexDocument[],
  { book, counter }: IndexTools,
): Promise<Omit<IndexedBatch, 'named'>> {
  book.prune();
  const read = documents.map((document) => readDocument(document, book));
  await book.learn();
  return countDocuments(read, counter);
}

function countDocuments(documents: readonly ReadDocument[], counter: WordCounter): Omit<IndexedBatch, 'named'> {
  const rows = new RowCounter();
  for (const { counted } of documents) {
    rows.add(counted);
    counter.add(counted.different);
  }
  return { texts: documents.map(({ text }) => text), rows: rows.finish(), words: counter.take() };
}

/** A document with the tokens of its words, of which not all need have been read. */
interface ReadDocument {
  text: IndexedText;
  counted: CountedEntry & { different: readonly Token[] };
}

function readDocument({ title, reference, blocks }: IndexDocument, book: WordBook): ReadDocument {
  const document = book.nextDocument();
  const words: Token[] = [];
  const different: Token[] = [];
  const weights: number[] = [];
  const anchors: IndexedText['anchors'] = [];
  for (const { text, weight, mark } of blocks) {
    if (mark !== undefined) anchors.push({ id: mark, at: words.length, text: text.trim() });
    book.read(endedLine(text), words);
    for (let at = weights.length; at < words.length; at++) {
      const token = words[at] as Token;
      weights.push(weight);
      if (token.document === document) continue;
      token.document = document;
      different.push(token);
    }
  }
  const tokensOf = (text: string) => {
    const tokens: Token[] = [];
    book.read(text, tokens);
    return tokens;
  };
  return {
    text: { title, reference, content: words.map(({ text }) => text).join(' '), anchors },
    counted: { words, different, weights, beside: { reference: tokensOf(reference), title: tokensOf(title) } },
  };
}

/** What the authority's own text names: not what the person who asked does. */
function citationsIn(body: RenderedBody, { law }: Disclosure): Citation[] {
  const own = body.sections.filter(({ kind }) => kind !== 'request').flatMap(({ parts }) => parts.map(({ text }) => text));
  return findCitations(own.join('\n'), { law }).map(({ law, provision }) => ({ law, provision }));
}

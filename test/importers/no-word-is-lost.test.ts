import { describe, expect, it } from 'vitest';
import { importPage } from '../../src/importers/import-page.ts';
import { decodeText } from '../../src/importers/decode.ts';
import { readHtml } from '../../src/importers/html.ts';
import { readMarkdown } from '../../src/importers/markdown.ts';
import { inlineText, shownText } from '../../src/importers/block.ts';
import { parseMarkdown } from '../../src/markdown/parse-markdown.ts';
import { splitFrontMatter } from '../../src/markdown/front-matter.ts';
import { plainText } from '../../src/markdown/plain-text.ts';
import { readPages } from './fixtures.ts';

/** Words as they are counted: letters and digits, in lower case. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words of the page itself: of a web page its main content and what its structure showed to be something else. */
function pageText(source: string, bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (/\.md$/.test(source)) {
    const { blocks } = readMarkdown(text);
    return blocks.map((each) => (each.rows ? each.rows.flat().map(inlineText).join(' ') : shownText(each))).join('\n');
  }
  if (!/\.html?$/.test(source)) return text;
  const { blocks, dropped } = readHtml(text);
  return [
    ...blocks.map((each) => (each.rows ? each.rows.flat().map(inlineText).join(' ') : shownText(each))),
    ...dropped.map((each) => each.text),
  ].join('\n');
}

/** Words of the structure that the entry has and the page need not have. */
const STRUCTURE = new Set(['request', 'response', 'question', 'questions', 'and']);

/** List markers: a number or a letter alone is a mark of the list, which may be mended. */
const isMark = (word: string) => /^(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,4}|q\d{0,3}|a\d{0,3})$/.test(word);

describe('of every page, no word is lost and none is added', () => {
  for (const { name, source, bytes, law } of readPages())
    it(name, () => {
      const { text, dropped, record } = importPage(source, bytes, { law });
      const body = plainText(parseMarkdown(splitFrontMatter(text)?.body ?? '').children);
      const had = count(wordsOf(pageText(source, bytes)));
      const kept = count(wordsOf(body));
      const gone = count(wordsOf(dropped.map((each) => each.text).join('\n')));
      const lost = [...had].filter(
        ([word, times]) => !isMark(word) && (kept.get(word) ?? 0) + (gone.get(word) ?? 0) < times - repeated(record.questions, word),
      );
      const added = [...kept].filter(([word, times]) => !isMark(word) && !STRUCTURE.has(word) && times > (had.get(word) ?? 0));
      expect({ lost, added }).toEqual({ lost: [], added: [] });
    });
});

/** A question that the response repeats word for word is kept once. */
function repeated(questions: { text: string }[], word: string): number {
  return questions.reduce((sum, { text }) => sum + wordsOf(text).filter((each) => each === word).length, 0);
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

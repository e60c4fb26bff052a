import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/importers/decode.ts';
import { importPage } from '../../src/importers/import-page.ts';
import type { ImportedEntry } from '../../src/importers/entry-record.ts';
import { readPages } from './fixtures.ts';

/* What a page says does not depend on its dress: the same text in other line ends, quotation marks, or as a plain web page. */

const escaped = (line: string) => line.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const DRESSES: Record<string, (text: string) => [string, string]> = {
  'Windows line ends': (text) => ['a.txt', text.replaceAll('\n', '\r\n')],
  'straight quotation marks': (text) => ['a.txt', text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")],
  'set in as a whole': (text) => ['a.txt', text.replace(/^(?=.)/gm, '    ')],
  'paragraphs and breaks of a web page': (text) => {
    const paragraphs = text.split(/\n[^\S\n]*\n/).filter((each) => each.trim());
    return [
      'a.html',
      `<html><body><div>${paragraphs.map((each) => `<p>${each.trim().split('\n').map(escaped).join('<br>')}</p>`).join('\n')}</div></body></html>`,
    ];
  },
};

const facts = ({ reference, received, responded, outcome, exemptions, questions }: ImportedEntry) => ({
  reference,
  received,
  responded,
  outcome,
  exemptions: exemptions.toSorted(),
  questions: questions.map((question) => [question.number, question.outcome, question.exemptions]),
});

for (const [dress, make] of Object.entries(DRESSES))
  describe(`a page says the same with ${dress}`, () => {
    for (const { name, source, bytes, law } of readPages().filter((each) => each.source.endsWith('.txt')))
      it(name, () => {
        const [file, text] = make(decodeText(bytes));
        const dressed = importPage(file, new TextEncoder().encode(text), { law });
        expect(facts(dressed.record)).toEqual(facts(importPage(source, bytes, { law }).record));
      });
  });

import { describe, expect, it } from 'vitest';
import { decodeText, MOST_BYTES } from '../../src/importers/decode.ts';
import { importPage } from '../../src/importers/import-page.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string) => importPage(name, bytes(text), { law: 'foia' });

describe('bytes', () => {
  const word = 'Cost: £5 – “net”';
  const utf16 = (littleEndian: boolean, mark: boolean) => {
    const units = [...(mark ? ['\ufeff'] : []), ...word].map((letter) => letter.charCodeAt(0));
    return new Uint8Array(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
  };
  it.each([
    ['UTF-8', bytes(word)],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(word)])],
    ['UTF-16 little-endian with its mark', utf16(true, true)],
    ['UTF-16 big-endian with its mark', utf16(false, true)],
    ['Windows-1252', new Uint8Array([0x43, 0x6f, 0x73, 0x74, 0x3a, 0x20, 0xa3, 0x35, 0x20, 0x96, 0x20, 0x93, 0x6e, 0x65, 0x74, 0x94])],
  ])('of %s are read', (_, input) => expect(decodeText(input)).toBe(word));

  it('of UTF-16 without a mark are read where most letters are Latin', () => {
    const plain = new Uint8Array([...'Request and response'].flatMap((letter) => [letter.charCodeAt(0), 0]));
    expect(decodeText(plain)).toBe('Request and response');
  });

  it('lose zero bytes, direction marks and soft hyphens, which no reader sees', () => {
    expect(decodeText(bytes('a\u0000b\u202ec\u00add\r\ne'))).toBe('abcd\ne');
  });

  it.each([
    ['a PDF', '%PDF-1.7', 'This is a PDF, which is not yet read by this version; expected text or HTML'],
    ['a Word file', 'PK\u0003\u0004', 'This is a Word, Excel or zip file, which is not yet read by this version; expected text or HTML'],
  ])('of %s are refused by what they are, whatever the name says', (_, start, message) => {
    expect(() => read('answer.txt', `${start} and more`)).toThrow(message);
  });

  it('beyond the limit are refused', () => {
    expect(() => decodeText(new Uint8Array(MOST_BYTES + 1))).toThrow(/^A file of 2\.0 MB, expected at most 2 MB$/);
  });

  it('that are no text are refused', () => {
    expect(() => decodeText(new Uint8Array(4096).fill(0, 0, 2000).fill(65, 2000))).toThrow(/not text/);
  });
});

describe('a page', () => {
  it('without text is refused, and the message says what may be wrong', () => {
    expect(() => read('empty.html', '<html><body><script>load()</script></body></html>')).toThrow('The page holds no text');
  });

  it('of an unknown ending is refused', () => {
    expect(() => read('answer.docx', 'Request')).toThrow(/^\.docx files are not yet read by this version/);
  });

  it('nested deeper than any page is refused, and does not run out of stack', () => {
    for (const tag of ['div', 'ul><li', 'blockquote', 'b', 'table><tr><td'])
      expect(() => read('deep.html', `<${tag}>`.repeat(50_000))).toThrow(/nested|no text/);
  });

  it('with scripts, handlers, hidden text and unsafe links keeps its words alone', () => {
    const { text } = read(
      'a.html',
      `<h1>Fines (12/21)</h1><h2>Request</h2><p onclick="x()">How many?</p><h2>Response</h2><p>Nine <a href="javascript:x()">fines</a>, <a href="data:text/html,x">see</a>
       <a href="//evil.example/x">here</a><img src="x" onerror="y()"><span hidden>secret</span><span style="display: none">hidden</span></p><script>steal()</script><!-- note --><iframe src="x"></iframe>`,
    );
    expect(text).toContain('Nine fines, see here');
    expect(text).not.toMatch(/javascript|data:|evil|secret|hidden|steal|note|onclick|iframe/);
  });

  it('with marks of markdown in its words keeps them as words', () => {
    const { text } = read(
      'a.txt',
      'Fines (12/21)\n\nRequest\n\nHow many?\n\nResponse\n\n*Five* of <b>them</b>, `code` and [a](b) # no\n\n# 9 fines\n\n<5 in all\n\n--- \n\n| a | b |\n\n+ plus\n\n1986. A year',
    );
    expect(text).toContain('\\*Five\\* of \\<b>them\\</b>, \\`code\\` and \\[a]\\(b) # no');
    expect(text).toContain('<5 in all');
  });
});

describe('time grows with the length of a page, not with its square', () => {
  const shapes: Record<string, (length: number) => string> = {
    'one word a line': (n) => `Request\n${'How many?\n'.repeat(n / 10)}`,
    'numbered questions and answers': (n) =>
      `Request\n${Array.from({ length: n / 50 }, (_, i) => `${(i % 90) + 1}. How many are there?`).join('\n')}\nResponse\n${Array.from({ length: n / 50 }, (_, i) => `${(i % 90) + 1}. There are ${i}.`).join('\n')}`,
    citations: (n) => `Response\n${'exempt under Section 31(1)(a) and (b) and '.repeat(n / 42)}`,
    brackets: (n) => '(['.repeat(n / 2),
    spaces: (n) => `Request${' '.repeat(n)}x`,
    'mentions of questions': (n) => `Request\n1. What?\nResponse\n${'questions 1, 2 and 3 to '.repeat(n / 24)}`,
    'phrases of every kind': (n) => `Response\n${'not hold exceed the cost limit some of the information exempt under '.repeat(n / 68)}`,
    'e-mail addresses': (n) => `${'a@'.repeat(n / 2)}.`,
    'table cells': (n) => `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(n / 29)}</table>`,
    'bold words': (n) => `<p>${'<b>x</b> '.repeat(n / 9)}</p>`,
  };
  const timeOf = (name: string, text: string) => {
    const start = performance.now();
    importPage(name, bytes(text), { law: 'foia' });
    return performance.now() - start;
  };
  it.each(Object.entries(shapes))('%s', (_, make) => {
    const name = make(100).startsWith('<') ? 'a.html' : 'a.txt';
    timeOf(name, make(20_000));
    const short = Math.max(20, Math.min(timeOf(name, make(30_000)), timeOf(name, make(30_000))));
    const long = Math.min(timeOf(name, make(120_000)), timeOf(name, make(120_000)));
    // Four times the text: four times the time and some room for a busy machine; the square would be sixteen.
    expect(long / short).toBeLessThan(12);
  });
});

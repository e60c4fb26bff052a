import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/importers/block.ts';
import { readHtml } from '../../src/importers/html.ts';

const lines = (html: string) => readHtml(html).blocks.map(shownText);

describe('a web page', () => {
  it('is its main element, without menu, banner and footer', () => {
    const page = readHtml(
      '<body><div class="cookie-banner">Accept cookies</div><nav>Home</nav><main><h1>Fines</h1><p>Nine fines were issued in the year to March 2020, all of them for parking.</p><div class="share-links">Share</div></main><footer>Contact us</footer></body>',
    );
    expect(page.blocks.map(shownText)).toEqual(['Fines', 'Nine fines were issued in the year to March 2020, all of them for parking.']);
    expect(page.dropped.map(({ text }) => text).toSorted()).toEqual(['Accept cookies', 'Contact us', 'Home', 'Share']);
  });

  it('keeps a form or header that holds the page itself', () => {
    expect(lines('<form id="aspnetForm"><header><h1>Fines</h1></header><p>Nine fines were issued in all.</p></form>')).toEqual([
      'Fines',
      'Nine fines were issued in all.',
    ]);
  });

  it('keeps the heading that stands just outside its main element', () => {
    expect(
      lines(`<body><div class="hero"><h1>Fines</h1></div><main><p>${'Nine fines were issued. '.repeat(10)}</p></main></body>`)[0],
    ).toBe('Fines');
  });

  it('names its title, address, language and files', () => {
    const page = readHtml(
      '<html lang="cy"><head><title>Dirwyon | Cyngor</title><meta property="og:title" content="Dirwyon"><link rel="canonical" href="https://a.example/dirwyon"></head><body><h1>Dirwyon</h1><p><a href="/files/fines.pdf?v=2">Fines</a> <a href="/about">About</a></p></body></html>',
    );
    expect(page).toMatchObject({
      lang: 'cy',
      address: 'https://a.example/dirwyon',
      files: [{ name: 'Fines', href: '/files/fines.pdf?v=2' }],
    });
    expect(page.titles).toEqual([
      { text: 'Dirwyon', from: 'h1' },
      { text: 'Dirwyon', from: 'og:title' },
      { text: 'Dirwyon | Cyngor', from: 'title' },
    ]);
  });
});

describe('blocks of a web page', () => {
  it('number the items of a list as a browser shows them', () => {
    expect(
      lines(
        '<ol start="3"><li>a</li><li value="7">b</li><li>c</li></ol><ol type="a"><li>d</li></ol><ol type="i"><li>e</li><li>f</li></ol>',
      ),
    ).toEqual(['3. a', '7. b', '8. c', 'a) d', 'i) e', 'ii) f']);
  });

  it('keep how deep a list lies', () => {
    expect(readHtml('<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>').blocks.map(({ depth }) => depth)).toEqual([0, 1, 0]);
  });

  it('part lines at a break, and paragraphs at two', () => {
    expect(readHtml('<p>Our Ref:<br>FOI 1<br><br>Date: 1 May 2020</p>').blocks.map(({ text, tight }) => [text, tight])).toEqual([
      ['Our Ref:', false],
      ['FOI 1', true],
      ['Date: 1 May 2020', false],
    ]);
  });

  it('read a list of definitions as labels or, where the terms are questions, as headings', () => {
    expect(lines('<dl><dt>Received</dt><dd>1 May 2020</dd></dl>')).toEqual(['Received: 1 May 2020']);
    expect(readHtml('<dl><dt>How many fines?</dt><dd>Nine</dd></dl>').blocks.map(({ text, strong }) => [text, strong])).toEqual([
      ['How many fines?', true],
      ['Nine', false],
    ]);
  });

  it('keep a table of figures, and take a table for layout apart', () => {
    expect(readHtml('<table><tr><th>Year</th><th>Fines</th></tr><tr><td>2020</td><td>9</td></tr></table>').blocks[0]).toMatchObject({
      kind: 'table',
      header: true,
    });
    expect(lines('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toEqual(['One', 'Two']);
  });

  it('read a page that is laid out as a table of labels', () => {
    expect(
      lines('<table><tr><th>Reference</th><td>FOI 1</td></tr><tr><th>Request</th><td><p>How many?</p><p>How often?</p></td></tr></table>'),
    ).toEqual(['Reference: FOI 1', 'Request', 'How many?', 'How often?']);
  });

  it('keep bold and links inside a sentence, with one space between words', () => {
    const [made] = readHtml('<p>See <b>the </b><a href="https://a.example/">fines\n  page</a>.</p>').blocks;
    expect(made?.inline).toMatchObject([
      { type: 'text', value: 'See ' },
      { type: 'strong', children: [{ value: 'the' }] },
      { type: 'text', value: ' ' },
      { type: 'link', url: 'https://a.example/' },
      { type: 'text', value: '.' },
    ]);
    expect(made?.text).toBe('See the fines page.');
  });
});

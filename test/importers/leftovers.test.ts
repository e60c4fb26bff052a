import { describe, expect, it } from 'vitest';
import { findFiles, reportFiles, settleLinks } from '../../src/importers/attachments.ts';
import { readHtml } from '../../src/importers/html.ts';
import { findLeftovers, findPersonal } from '../../src/importers/leftovers.ts';
import { readText } from '../../src/importers/text.ts';

const blocks = (text: string) => readText(text).blocks;

describe('template text left in a page', () => {
  it.each([
    'Include attachments here',
    'Insert response here.',
    'Click here to enter text.',
    'Choose an item.',
    '[Insert name of officer]',
    'Lorem ipsum dolor sit amet',
  ])('is reported and not copied: %s', (line) => {
    const { kept, reports, dropped } = findLeftovers(blocks(`Nine.\n\n${line}`));
    expect(kept.map(({ text }) => text)).toEqual(['Nine.']);
    expect(dropped).toHaveLength(1);
    expect(reports).toMatchObject([{ rule: 'template-leftover', line: 3 }]);
  });
  it.each([
    'Dear [insert name],',
    'The answer is {{figure}}.',
    'TBC',
    'On DD/MM/YYYY we wrote to you.',
    'We hold it [delete as appropriate]. delete as appropriate',
  ])('inside other words is reported and stays: %s', (line) => {
    const { kept, reports } = findLeftovers(blocks(line));
    expect(kept).toHaveLength(1);
    expect(reports).toMatchObject([{ rule: 'template-leftover', line: 1 }]);
  });
  it.each(['Please insert a coin.', 'The [redacted] report', 'We attach the files here.', '[requester]'])('is not seen in “%s”', (line) =>
    expect(findLeftovers(blocks(line)).reports).toEqual([]),
  );
});

it('lines that name or greet a person are reported', () => {
  const rules = findPersonal(
    blocks('Dear Ms Jones\n\nWe write to you.\n\nj.smith@council.example\n\nfoi@council.example\n\nYours sincerely'),
  ).map(({ rule, line }) => [rule, line]);
  expect(rules).toEqual([
    ['salutation', 1],
    ['email-address', 5],
    ['signature', 9],
  ]);
});

describe('files that a page speaks of', () => {
  const reported = (text: string, reference: string | null = null) =>
    reportFiles(
      findFiles(blocks(text), [], () => false),
      blocks(text),
      reference,
    ).map(({ message }) => message);

  it.each([
    ['Please find attached our response (619A_Attachment).', '619A_Attachment'],
    ['The figures are in library-hours.xlsx.', 'library-hours.xlsx'],
    ['Please find this PIT attached [763A_PIT_01].', '763A_PIT_01'],
  ])('%s', (text, name) => expect(reported(text)).toEqual([`The page speaks of a file that was not imported: ${name}`]));

  it('without a name are reported by what is said', () =>
    expect(reported('Please see attached.')[0]).toMatch(/something attached and names no file/));
  it('are not the reference, nor nothing at all', () => {
    expect(reported('See attached (12488_17), which is enclosed with this letter.', '12488_17')[0]).toMatch(/names no file/);
    expect(reported('Nine fines were issued.')).toEqual([]);
  });

  it('are taken along where they lie beside the page, and links lead to them', () => {
    const page = readHtml(
      '<h1>Fines</h1><p><a href="files/fines%202020.pdf">Fines in 2020</a>, <a href="other.pdf">other</a>, <a href="/about">about</a></p>',
    );
    const files = findFiles(page.blocks, page.files, (name) => name === 'fines 2020.pdf');
    expect(files.map(({ name, beside }) => [name, beside])).toEqual([
      ['fines 2020.pdf', 'fines 2020.pdf'],
      ['other.pdf', null],
    ]);
    const settled = settleLinks(page.blocks, 'https://a.example/foi/', new Set(['fines 2020.pdf']))[1]?.inline.flatMap((node) =>
      node.type === 'link' ? [node.url] : [],
    );
    expect(settled).toEqual(['fines%202020.pdf', 'https://a.example/foi/other.pdf', 'https://a.example/about']);
    expect(settleLinks(page.blocks, null, new Set())[1]?.inline.every(({ type }) => type === 'text')).toBe(true);
  });
});

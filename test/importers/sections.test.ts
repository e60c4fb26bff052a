import { describe, expect, it } from 'vitest';
import { findSections } from '../../src/importers/sections.ts';
import { readText } from '../../src/importers/text.ts';

const cut = (text: string) => {
  const { header, sections } = findSections(readText(text).blocks);
  return {
    header: header.map(({ text: words }) => words),
    sections: sections.map(({ kind, blocks }) => [kind, ...blocks.map(({ text: words }) => words)]),
  };
};

describe('sections of a page', () => {
  it('are found under their headings', () => {
    expect(cut('Fines (12/21)\nRequest\nHow many?\nResponse\nNine.\nAttachments\nfines.pdf')).toEqual({
      header: ['Fines (12/21)'],
      sections: [
        ['request', 'How many?'],
        ['response', 'Nine.'],
        ['attachments', 'fines.pdf'],
      ],
    });
  });

  it.each(['Information requested', 'You asked', 'Your request:', 'What you asked for', 'Cais', 'Details of your request:'])(
    '%s begins a request',
    (heading) => expect(cut(`Fines\n${heading}\nHow many?\nResponse\nNine.`).sections[0]?.[0]).toBe('request'),
  );
  it.each(['RESPONSE', 'We said', 'Our response:', 'Answer', 'Ymateb', 'The Trust’s response:', 'Response 22-03-2014'])(
    '%s begins a response',
    (heading) => expect(cut(`Fines\nRequest\nHow many?\n${heading}\nNine.`).sections[1]).toEqual(['response', 'Nine.']),
  );

  it('are found after labels in the text, and a label of a field is none', () => {
    expect(cut('Request: How many fines were issued?\nResponse: Nine were issued.').sections).toEqual([
      ['request', 'How many fines were issued?'],
      ['response', 'Nine were issued.'],
    ]);
    expect(cut('Request: FOI/00013725\nResponse date: 3 May 2020').sections).toEqual([]);
  });

  it('without headings are found by who speaks', () => {
    expect(
      cut('Fines (12/21)\n\nHow many fines were issued in 2020, and for what?\n\nPlease find attached our response.').sections,
    ).toEqual([
      ['request', 'How many fines were issued in 2020, and for what?'],
      ['response', 'Please find attached our response.'],
    ]);
    expect(
      cut('I note you seek access to the following information:\n• All reports of fines.\nI have today decided to disclose some of it.')
        .sections,
    ).toEqual([
      ['request', 'I note you seek access to the following information:', 'All reports of fines.'],
      ['response', 'I have today decided to disclose some of it.'],
    ]);
  });

  it('where only the request has a heading, end where the authority begins to answer', () => {
    expect(
      cut('Information requested\n1. How many?\n2. How often?\nWith regards to questions 1 and 2, the figures are below.').sections.map(
        ([kind]) => kind,
      ),
    ).toEqual(['request', 'response']);
  });

  it('of a letter begin below its head', () => {
    const { header, sections } = cut(
      'Our Ref: FOI 1\nPlease ask for: [officer]\n\nDear applicant\n\nThank you for your request. The cost would exceed the limit.',
    );
    expect(header).toHaveLength(2);
    expect(sections.map(([kind]) => kind)).toEqual(['response']);
  });

  it('of two letters are the one that asks and the one that answers', () => {
    const { sections } = cut(
      'Dear Council,\n\nHow many fines were issued in 2020?\n\nYours faithfully,\n\nA. Reader\n\nFrom: Council\n\nDear A. Reader,\n\nNine were issued.',
    );
    expect(sections.map(([kind]) => kind)).toEqual(['request', 'response']);
    expect(sections[1]).toContain('Nine were issued.');
  });

  it('a quotation of the request is not cut in two', () => {
    const { sections } = cut(
      'You asked:\n\n“Please send the report.\n\nThe Council has not replied to my letter of May.”\n\nThe Council holds the report.',
    );
    expect(sections.map(([kind, ...blocks]) => [kind, blocks.length])).toEqual([
      ['request', 2],
      ['response', 1],
    ]);
  });
});

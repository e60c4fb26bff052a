import { describe, expect, it } from 'vitest';
import { shownText } from '../../src/importers/block.ts';
import { readText } from '../../src/importers/text.ts';

const lines = (text: string) => readText(text).blocks.map(shownText);

describe('text becomes blocks', () => {
  it('one a line, where lines stand on their own', () => {
    expect(lines('Request\nHow many?\nHow often?')).toEqual(['Request', 'How many?', 'How often?']);
  });

  it('joined, where a sentence goes on below', () => {
    expect(lines('How many times has use led to that\nperson requiring medical attention?')).toEqual([
      'How many times has use led to that person requiring medical attention?',
    ]);
    expect(lines('I find the request to be exempt by virtue of Section 12 of\nthe FOIA; the cost exceeds the limit.')).toHaveLength(1);
  });

  it('joined, where the whole text was broken at one width', () => {
    const text = [
      'The Authority holds the report that you asked for. However it is one of several drafts that were',
      'Prepared by officers for a meeting in March. The meeting did not take place, and the drafts have not',
      'Been changed since. We have therefore decided to withhold them.',
    ].join('\n');
    expect(lines(text)).toHaveLength(1);
  });

  it('never joined over a blank line, into a list, or after a full stop', () => {
    expect(lines('the number of\n\nreports')).toHaveLength(2);
    expect(lines('we need the number of\n1. reports')).toHaveLength(2);
    expect(lines('Fines of more than one hundred pounds were issued to all of them.\nthe rest were not')).toHaveLength(2);
  });

  it('with the line they began on', () => {
    expect(readText('a\n\n\nb').blocks.map(({ line }) => line)).toEqual([1, 4]);
  });

  it('of a table where tabs part the cells', () => {
    const [table] = readText('Year\tFines\n2020\t5\n2021\t9').blocks;
    expect(table).toMatchObject({ kind: 'table', header: true });
    expect(table?.rows).toHaveLength(3);
  });

  it('and knows the rows of a table that lost its borders, with the header over them', () => {
    const { blocks } = readText('Received Release Refuse Information Not Held\nOn Time 995 695 358\nLate 162 204 68\n\nThat is all.');
    expect(blocks.map(({ figures }) => figures)).toEqual([true, true, true, false]);
  });

  it('with the marks of markdown read as marks', () => {
    const { blocks } = readText('## Request\n**Received: 10 October 2019**');
    expect(blocks.map(({ kind, depth, strong, text }) => [kind, depth, strong, text])).toEqual([
      ['heading', 2, false, 'Request'],
      ['paragraph', 0, true, 'Received: 10 October 2019'],
    ]);
  });
});

import { expect, test } from 'vitest';
import { openSearchOf, shortName } from '../../src/open-data/opensearch.ts';

const absolute = (path: string) => `https://foi.example.org/a&b${path}`;
const describeFor = (authority: string) =>
  openSearchOf({ authority, language: 'en' }, { name: `${authority} log`, description: `Search ${authority}` }, absolute);

test('a name is cut to what OpenSearch allows, at a word', () => {
  expect(
    ['Northmoor Constabulary', 'City of Ayr', 'Dumfries & Galloway', 'Llanfairpwllgwyngyllgogerych', 'Ministry of  Defence'].map(
      (authority) => shortName({ authority }),
    ),
  ).toEqual(['Northmoor', 'City of Ayr', 'Dumfries', 'Llanfairpwllgwyn', 'Ministry of']);
});

test('an authority’s name can hold anything', () => {
  const text = describeFor('A & B <Trust> "x" \u000b\ud800]]>');
  expect(text).toContain('<ShortName>A &amp; B &lt;Trust&gt;</ShortName>');
  expect(text).toContain('<Description>Search A &amp; B &lt;Trust&gt; &quot;x&quot; ]]&gt;</Description>');
  expect(text).toContain('template="https://foi.example.org/a&amp;b/search/?q={searchTerms}"');
  expect(text).not.toMatch(/\p{Cs}|\p{Cc}(?<!\n)|&(?!amp;|lt;|gt;|quot;)/u);
});

import { addresses } from '../log/addresses.ts';
import type { Settings } from '../log/log.ts';

/** Longest names that OpenSearch 1.1 allows, in characters. */
const LONGEST = { short: 16, long: 48 } as const;

/**
 * What browsers show in their list of search engines, and the page's link to the description must say the same: the beginning of the
 * authority's name, in whole words.
 */
export function shortName({ authority }: Pick<Settings, 'authority'>): string {
  return cut(authority, LONGEST.short);
}

/**
 * The description by which a browser searches the log from its address bar (OpenSearch 1.1). It needs whole addresses, so there is one only where
 * the log states its site.
 *
 * @param absolute makes a path of this site absolute
 */
export function openSearchOf(
  settings: Pick<Settings, 'authority' | 'language'>,
  words: { name: string; description: string },
  absolute: (path: string) => string,
): string {
  const element = (name: string, text: string) => `  <${name}>${escape(text)}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', shortName(settings)),
    element('LongName', cut(words.name, LONGEST.long)),
    element('Description', words.description),
    element('Language', settings.language),
    element('InputEncoding', 'UTF-8'),
    `  <Image width="16" height="16" type="image/svg+xml">${escape(absolute('/favicon.svg'))}</Image>`,
    `  <Url type="text/html" template="${escape(absolute(addresses.search()))}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${escape(absolute(addresses.openSearch()))}"/>`,
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}

/** As many whole words of a text as a length allows; of one word that is longer, its beginning. */
function cut(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const start = characters.slice(0, length + 1).join('');
  const words = start.replace(/\s+\S*$/u, '');
  return (words === start ? characters.slice(0, length).join('') : words).replace(/[\s,;:&–-]+$/u, '');
}

/** Text as XML has it; characters that XML cannot hold are left out. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

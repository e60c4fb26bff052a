import { describe, expect, test } from 'vitest';
import { UnreadableFile } from '../../src/attachments/reading.ts';
import { readXml, type XmlListener } from '../../src/attachments/xml.ts';

function heard(xml: string | Uint8Array): string[] {
  const said: string[] = [];
  const listener: XmlListener = {
    open: (element) => said.push(`<${element.name}>`),
    text: (text) => said.push(text),
    close: (name) => said.push(`</${name}>`),
  };
  readXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, 'part.xml', [listener]);
  return said;
}

describe('XML', () => {
  test.each(['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'])(
    'is told by the meaning of its namespace, whatever the prefix: %s',
    (namespace) => {
      expect(heard(`<q:c xmlns:q="${namespace}"><q:v>1 &lt; 2</q:v></q:c>`)).toEqual(['<x:c>', '<x:v>', '1 < 2', '</x:v>', '</x:c>']);
      expect(heard(`<c xmlns="${namespace}"/>`)).toEqual(['<x:c>', '</x:c>']);
    },
  );

  test('keeps a foreign namespace as it is, and knows where a declaration ends', () => {
    expect(heard('<a xmlns="urn:one"><b xmlns="urn:two"/><c/></a>')).toEqual([
      '<urn:one:a>',
      '<urn:two:b>',
      '</urn:two:b>',
      '<urn:one:c>',
      '</urn:one:c>',
      '</urn:one:a>',
    ]);
  });

  test('in UTF-16 is read', () => {
    const text = '\ufeff<a>é</a>';
    expect(heard(new Uint8Array(Buffer.from(text, 'utf16le')))).toEqual(['<:a>', 'é', '</:a>']);
  });

  test('gives attributes by name and namespace, and none that it inherits', () => {
    const found: (string | undefined)[] = [];
    readXml(new TextEncoder().encode('<a xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" id="1" r:id="2"/>'), 'p', [
      { open: (element) => found.push(element.get('id'), element.get('id', 'r'), element.get('toString'), element.get('__proto__')) },
    ]);
    expect(found).toEqual(['1', '2', undefined, undefined]);
  });

  test.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', /^The part part\.xml of the package declares a document type/],
    ['an unknown entity', '<a>&b;</a>', /no well-formed XML/],
    ['elements that are not closed', '<a><b></a>', /no well-formed XML/],
    ['nothing', '', /no well-formed XML/],
    ['a prefix without a declaration', '<z:a/>', /prefix that it does not declare/],
    ['nesting beyond the limit', '<a>'.repeat(300), /nested more than 256 deep/],
    ['another encoding', '<?xml version="1.0" encoding="EBCDIC-US"?><a/>', /encoding that is not read/],
  ])('with %s is refused', (_, xml, message) => {
    expect(() => heard(xml)).toThrow(UnreadableFile);
    expect(() => heard(xml)).toThrow(message);
  });

  test('of letters that are none is refused', () => {
    expect(() => heard(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe]))).toThrow(/letters cannot be decoded|well-formed/);
  });
});

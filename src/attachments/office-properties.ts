import type { Gathering } from './gathering.ts';
import type { OfficePackage } from './package.ts';
import { nameAll, textOfElements } from './part-text.ts';
import { UnreadableFile } from './reading.ts';
import type { XmlListener } from './xml.ts';

/** Elements of the properties that name a person, an organisation or a place to look (ECMA-376 part 2 clause 11, part 1 clause 22.2). */
const CORE = {
  'dc:creator': 'author',
  'cp:lastModifiedBy': 'last-author',
  'dc:title': 'title',
  'dc:subject': 'subject',
  'dc:description': 'comments',
  'cp:keywords': 'keywords',
  'cp:category': 'category',
  'cp:contentStatus': 'status',
  'dc:language': 'language',
  'dc:identifier': 'identifier',
  'cp:version': 'version',
  'cp:contentType': 'content-type',
};
const EXTENDED = {
  'ep:Company': 'company',
  'ep:Manager': 'manager',
  'ep:Template': 'template',
  'ep:Application': 'application',
  'ep:HyperlinkBase': 'link-base',
};

const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const XML = 'http://www.w3.org/XML/1998/namespace';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** What core properties may not hold (ECMA-376 part 2, 11.1): Office takes a file that breaks these rules for damaged. */
const LIMITS_OF_CORE: XmlListener = {
  open: (element) => {
    const { ns, local } = element;
    const isDate = ns === 'dcterms' && (local === 'created' || local === 'modified');
    const type = element.get('type', XSI);
    if (ns === 'dcterms' && !isDate) throw wrongProperties(`they have a “${local}” of a kind that is not allowed there`);
    if (isDate ? !type?.endsWith(':W3CDTF') : type !== undefined)
      throw wrongProperties(`${isDate ? 'the date' : 'the property'} “${local}” has not the type that it has to have`);
    if (element.get('lang', XML) !== undefined) throw wrongProperties('they state a language where none is allowed');
  },
};

function wrongProperties(why: string): UnreadableFile {
  return new UnreadableFile(`The file is damaged: its core properties are not as the format has them: ${why}`);
}

/** Tells what the file says of itself: its core, extended and custom properties, custom XML, thumbnail. */
export function readProperties(file: OfficePackage, gathering: Gathering): void {
  const core = file.linked('', 'core-properties');
  if (core.length > 1) throw new UnreadableFile('The file is damaged: it has its core properties twice');
  for (const part of core) {
    if (Buffer.from(file.bytes(part)).includes(COMPATIBILITY)) throw wrongProperties('they use markup that is not allowed there');
    file.readPart(part, LIMITS_OF_CORE, facts(CORE, part, gathering));
  }
  for (const part of file.linked('', 'extended-properties', 'extendedProperties'))
    file.readPart(
      part,
      facts(EXTENDED, part, gathering),
      nameElements(['ep:TitlesOfParts', 'ep:HLinks', 'ep:PresentationFormat'], gathering),
    );
  for (const part of file.linked('', 'custom-properties', 'customProperties')) {
    let name = '';
    let value = '';
    file.readPart(part, nameAll(gathering), {
      open: (element) => {
        if (element.name === 'op:property') [name, value] = [element.get('name') ?? '', ''];
      },
      text: (more) => {
        value += more;
      },
      close: (closed) => {
        if (closed === 'op:property') gathering.fact('custom-property', `${name}: ${value}`, { part });
      },
    });
  }
  for (const part of file.linked('', 'thumbnail')) gathering.fact('thumbnail', '', { part });
  readSignatures(file, gathering);
}

/** Digital signatures (ECMA-376 part 2, clause 13) hold a certificate with a name, and what the signer wrote. */
function readSignatures(file: OfficePackage, gathering: Gathering): void {
  for (const origin of file.linked('', 'origin'))
    for (const part of file.linked(origin, 'signature')) {
      file.readPart(part, nameAll(gathering));
      gathering.fact('signature', '', { part });
    }
}

/** Custom XML parts of the main part, by the namespace of their first element. A Power Query is in one of them. */
export function readCustomXml(file: OfficePackage, main: string, gathering: Gathering): void {
  for (const part of [...file.linked(main, 'customXml'), ...file.linked('', 'customXml')]) {
    let root: string | null = null;
    const texts: string[] = [];
    file.readPart(part, nameAll(gathering), {
      open: (element) => {
        root ??= element.name;
        for (const { value } of element.attributes()) if (value.trim() !== '') texts.push(value);
      },
      text: (text) => {
        if (text.trim() !== '') texts.push(text.trim());
      },
    });
    if (/DataMashup$/.test(root ?? '')) gathering.hide('query', '', 1, { part });
    else {
      gathering.fact('custom-xml', root ?? '', { part });
      for (const text of inPieces(texts)) gathering.fact('custom-xml-text', text, { part });
    }
    for (const about of file.linked(part, 'customXmlProps')) file.readPart(about, nameAll(gathering));
  }
}

/** Letters of a piece of text that a fact has whole. */
const PIECE = 280;

/** Short texts together, long ones divided, so that rules about words see all of them. */
function* inPieces(texts: readonly string[]): Generator<string> {
  let piece = '';
  for (const text of texts) {
    if (piece.length + text.length >= PIECE && piece !== '') {
      yield piece;
      piece = '';
    }
    if (text.length < PIECE) piece += `${piece === '' ? '' : '\n'}${text}`;
    else for (let at = 0; at < text.length; at += PIECE / 2) yield text.slice(at, at + PIECE);
  }
  if (piece !== '') yield piece;
}

function facts(names: Record<string, string>, part: string, gathering: Gathering) {
  return textOfElements(Object.keys(names), (text, name) => {
    const what = names[name];
    if (what !== undefined && text.trim() !== '') gathering.fact(what, text.trim(), { part });
  });
}

function nameElements(names: readonly string[], gathering: Gathering) {
  let depth = 0;
  return {
    open: ({ name }: { name: string }) => {
      if (names.includes(name)) depth++;
    },
    text: (text: string) => {
      if (depth > 0) gathering.name(text);
    },
    close: (name: string) => {
      if (names.includes(name)) depth--;
    },
  };
}

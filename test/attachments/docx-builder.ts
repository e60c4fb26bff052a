import { contentTypes, type Link, type Member, relationships, zipOf } from './zip-builder.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

export interface BuiltDocument {
  /** The paragraphs of the body, as XML. */
  body: string;
  /** Inside `<w:styles>`. */
  styles?: string;
  /** Inside `<w:settings>`. */
  settings?: string;
  settingsLinks?: readonly Link[];
  links?: readonly Link[];
  packageLinks?: readonly Link[];
  parts?: Record<string, { data: string | Uint8Array; type?: string }>;
  mainType?: string;
}

export function documentMembers(built: BuiltDocument): Member[] {
  const overrides: Record<string, string> = {
    'word/document.xml': built.mainType ?? `${TYPE}.document.main+xml`,
    'word/styles.xml': `${TYPE}.styles+xml`,
    'word/settings.xml': `${TYPE}.settings+xml`,
  };
  for (const [name, { type }] of Object.entries(built.parts ?? {})) if (type !== undefined) overrides[name] = type;
  return [
    { name: '[Content_Types].xml', data: contentTypes(overrides) },
    {
      name: '_rels/.rels',
      data: relationships([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }, ...(built.packageLinks ?? [])]),
    },
    { name: 'word/document.xml', data: `<w:document ${NAMESPACES}><w:body>${built.body}</w:body></w:document>` },
    {
      name: 'word/_rels/document.xml.rels',
      data: relationships([
        { id: 'rIdStyles', type: 'styles', target: 'styles.xml' },
        { id: 'rIdSettings', type: 'settings', target: 'settings.xml' },
        ...(built.links ?? []),
      ]),
    },
    { name: 'word/styles.xml', data: `<w:styles ${NAMESPACES}>${built.styles ?? ''}</w:styles>` },
    { name: 'word/settings.xml', data: `<w:settings ${NAMESPACES}>${built.settings ?? ''}</w:settings>` },
    ...(built.settingsLinks ? [{ name: 'word/_rels/settings.xml.rels', data: relationships(built.settingsLinks) }] : []),
    ...Object.entries(built.parts ?? {}).map(([name, { data }]) => ({ name, data })),
  ];
}

export function wordDocument(built: BuiltDocument): Uint8Array {
  return zipOf(documentMembers(built));
}

/** A paragraph of one run; `run` are its properties. */
export function paragraph(text: string, run = ''): string {
  return `<w:p><w:r>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export const withNamespaces = (element: string, inside: string) => `<${element} ${NAMESPACES}>${inside}</${element}>`;

/** A paragraph with a text box, anchored to the page. @param properties what it is filled with; @param left from the edge of the page, in EMU */
export function textBox(properties: string, inside: string, left = 900_000): string {
  return `<w:p><w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${left}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>4000000</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="720000"/><wp:wrapNone/><wp:docPr id="4" name="Text Box 4"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="720000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${properties}</wps:spPr><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`;
}

import path from 'node:path';
import { UnreadableFile } from './reading.ts';
import { StoredWords } from './stored.ts';
import { readXml, type XmlListener } from './xml.ts';
import { readZip, type Zip } from './zip.ts';

/** A link from one part of a package to another, or out of it. */
export interface Relationship {
  id: string;
  /** Last word of its type: `worksheet`, `hyperlink`. */
  type: string;
  /** Name of a member, or the address outside. */
  target: string;
  external: boolean;
}

/** What a package is by its main part's content type. */
export interface PackageKind {
  kind: 'xlsx' | 'docx' | null;
  /** In words, for a message: “Excel workbook with macros”. */
  label: string;
  macros: boolean;
}

const MAIN_TYPES: readonly [type: RegExp, kind: PackageKind][] = [
  [/spreadsheetml\.sheet\.main\+xml/, { kind: 'xlsx', label: 'Excel workbook', macros: false }],
  [/spreadsheetml\.template\.main\+xml/, { kind: 'xlsx', label: 'Excel template', macros: false }],
  [/ms-excel\.(sheet|template|addin)\.macroEnabled\.main\+xml/, { kind: 'xlsx', label: 'Excel workbook with macros', macros: true }],
  [/ms-excel\.sheet\.binary\.macroEnabled\.main/, { kind: null, label: 'binary Excel workbook (.xlsb)', macros: true }],
  [/wordprocessingml\.document\.main\+xml/, { kind: 'docx', label: 'Word document', macros: false }],
  [/wordprocessingml\.template\.main\+xml/, { kind: 'docx', label: 'Word template', macros: false }],
  [/ms-word\.(document|template)\.macroEnabled(Template)?\.main\+xml/, { kind: 'docx', label: 'Word document with macros', macros: true }],
  [/presentationml\.|ms-powerpoint\./, { kind: null, label: 'PowerPoint presentation', macros: false }],
];

/** Tells what a package is from the names of its members and the text of its `[Content_Types].xml`: never from the name of the file. */
export function kindOfPackage(names: readonly string[], contentTypes: string): PackageKind {
  const found = MAIN_TYPES.find(([type]) => type.test(contentTypes));
  if (found) return { ...found[1], macros: found[1].macros || names.some((name) => /vbaProject\.bin$/i.test(name)) };
  if (names.includes('mimetype') && names.includes('content.xml')) return { kind: null, label: 'OpenDocument file', macros: false };
  return { kind: null, label: 'archive', macros: false };
}

/** Looks into a zip file far enough to tell what it is. @throws {UnreadableFile} as `readZip` does */
export async function readKindOfPackage(bytes: Uint8Array): Promise<PackageKind> {
  const { members } = await readZip(bytes);
  const types = members.get(CONTENT_TYPES)?.bytes() ?? new Uint8Array();
  return kindOfPackage([...members.keys()], new TextDecoder().decode(types));
}

/** Excel writes the breaks of a text in a drawing as HTML does, which is no XML. */
function withClosedBreaks(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('<br>') ? Buffer.from(text.toString('latin1').replaceAll('<br>', '<br/>'), 'latin1') : bytes;
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Parts that are neither XML nor looked into here, and need not be: pictures are read by their own reader, fonts and printers hold no text of the file. */
const KNOWN_BINARY =
  /^(image\/|application\/(vnd\.openxmlformats-officedocument\.(obfuscatedFont|spreadsheetml\.(printerSettings|customProperty)|wordprocessingml\.printerSettings)|vnd\.ms-office\.(vbaProject|activeX)|vnd\.openxmlformats-officedocument\.oleObject|x-font|vnd\.ms-package\.obfuscated-opentype))/i;

/** An Office Open XML package (ECMA-376 part 2): parts, their content types, and how they refer to each other. */
export class OfficePackage {
  /** Words of all XML parts, complete once `readTheRest` has run. */
  readonly stored = new StoredWords();
  readonly notInspected: { because: string; place: { part?: string } }[] = [];
  private readonly zip: Zip;
  private readonly names = new Map<string, string>();
  private readonly read = new Set<string>();
  private readonly orphans = new Set<string>();
  private readonly links = new Map<string, Relationship[]>();
  private readonly types = { byExtension: new Map<string, string>(), byName: new Map<string, string>() };

  private constructor(zip: Zip) {
    this.zip = zip;
    for (const name of zip.members.keys()) this.names.set(name.toLowerCase(), name);
    for (const { because, part } of zip.strays) this.notInspected.push({ because, place: part === '' ? {} : { part } });
  }

  /** @throws {UnreadableFile} what is no package of this kind, or breaks a limit */
  static async open(bytes: Uint8Array, kind: 'xlsx' | 'docx'): Promise<OfficePackage> {
    const opened = new OfficePackage(await readZip(bytes));
    if (!opened.has(CONTENT_TYPES))
      throw new UnreadableFile('The file is a zip archive, but no Office file: it has no list of content types');
    opened.readContentTypes();
    const found = kindOfPackage(
      [...opened.zip.members.keys()],
      [...opened.types.byName.values(), ...opened.types.byExtension.values()].join('\n'),
    );
    if (found.kind !== kind)
      throw new UnreadableFile(`Expected ${kind === 'xlsx' ? 'an Excel workbook' : 'a Word document'}, found: ${found.label}`);
    return opened;
  }

  /** The main part: workbook or document. */
  mainPart(): string {
    const main = this.relationships('').filter(({ type }) => type === 'officeDocument');
    const [only] = main;
    if (main.length !== 1 || !only || !this.has(only.target))
      throw new UnreadableFile('The file is damaged: its main part cannot be told, or is not there');
    return only.target;
  }

  has(part: string): boolean {
    return this.names.has(part.toLowerCase());
  }

  parts(): string[] {
    return [...this.zip.members.keys()];
  }

  typeOf(part: string): string {
    const extension = path.posix.extname(part).slice(1).toLowerCase();
    return this.types.byName.get(part.toLowerCase()) ?? this.types.byExtension.get(extension) ?? '';
  }

  size(part: string): number {
    return this.member(part).size;
  }

  bytes(part: string): Uint8Array {
    return this.member(part).bytes();
  }

  /** Reads an XML part; its words are stored on the way, whatever the listeners make of it. */
  readPart(part: string, ...listeners: XmlListener[]): void {
    const member = this.member(part);
    const heard = this.read.has(member.name) ? listeners : [this.stored.listenTo(member.name, this.orphans.has(member.name)), ...listeners];
    this.read.add(member.name);
    readXml(/\.vml$/i.test(member.name) ? withClosedBreaks(member.bytes()) : member.bytes(), member.name, heard);
  }

  /** Links of a part, in the order of the file; of the package itself where `part` is empty. */
  relationships(part: string): Relationship[] {
    const key = part.toLowerCase();
    const known = this.links.get(key);
    if (known) return known;
    const folder = path.posix.dirname(`/${part}`);
    const file = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`).slice(1);
    const found: Relationship[] = [];
    if (this.has(file))
      this.readPart(file, {
        open: (element) => {
          if (element.name !== 'rel:Relationship') return;
          const external = element.get('TargetMode') === 'External';
          const target = element.get('Target') ?? '';
          found.push({
            id: element.get('Id') ?? '',
            type: (element.get('Type') ?? '').split('/').at(-1) ?? '',
            target: external ? target : this.actual(path.posix.resolve(folder, decode(target)).slice(1)),
            external,
          });
        },
      });
    this.links.set(key, found);
    return found;
  }

  /** Parts that a part links to with one of these types, each once, where they are there. */
  linked(part: string, ...types: string[]): string[] {
    const found = this.relationships(part).filter(({ type, target, external }) => !external && types.includes(type) && this.has(target));
    return [...new Set(found.map(({ target }) => target))];
  }

  /** Every part that can be reached from the package by its links. */
  reached(): Set<string> {
    const reached = new Set<string>();
    const ways = [''];
    for (let from = ways.pop(); from !== undefined; from = ways.pop())
      for (const { target, external } of this.relationships(from))
        if (!external && this.has(target) && !reached.has(target)) {
          reached.add(target);
          ways.push(target);
        }
    return reached;
  }

  /** Reads every XML part that no reader asked for, so that its words are stored, and says which parts could not be looked into. */
  readTheRest(): void {
    const reached = this.reached();
    let ofMacOs = 0;
    for (const part of this.parts()) {
      if (this.read.has(part)) continue;
      if (!reached.has(part)) this.orphans.add(part);
      const type = this.typeOf(part);
      if (part.startsWith('__MACOSX/')) {
        if (ofMacOs++ === 0)
          this.notInspected.push({
            because: 'it was unpacked and packed again on a Mac, which left files of its own in it',
            place: { part },
          });
      } else if (/[+/]xml$/.test(type) || /\.(xml|rels|vml)$/i.test(part)) this.readPart(part);
      else if (!reached.has(part) && this.size(part) > 0)
        this.notInspected.push({ because: `the package holds a part that nothing in the file refers to`, place: { part } });
      else if (!KNOWN_BINARY.test(type) && !this.isNamed(part) && this.size(part) > 0)
        this.notInspected.push({ because: `the package holds a part of a kind that is not read here`, place: { part } });
    }
  }

  /** Parts that a rule tells about by what links to them, whatever their type. */
  private isNamed(part: string): boolean {
    return this.embedded.has(part);
  }

  /** Parts that a reader has told about; they are not looked into, and they block by a rule of their own. */
  readonly embedded = new Set<string>();

  private member(part: string) {
    const member = this.zip.members.get(this.actual(part));
    if (!member) throw new UnreadableFile(`The file is damaged: its part ${part} is not there`);
    return member;
  }

  private actual(part: string): string {
    return this.names.get(part.toLowerCase()) ?? part;
  }

  private readContentTypes(): void {
    this.readPart(CONTENT_TYPES, {
      open: (element) => {
        const type = element.get('ContentType') ?? '';
        if (element.name === 'ct:Default') this.types.byExtension.set((element.get('Extension') ?? '').toLowerCase(), type);
        if (element.name === 'ct:Override') this.types.byName.set((element.get('PartName') ?? '').slice(1).toLowerCase(), type);
      },
    });
  }
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

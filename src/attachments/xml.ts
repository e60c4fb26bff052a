import { SaxesParser } from 'saxes';
import { familyOf } from './xml-namespaces.ts';
import { UnreadableFile } from './reading.ts';

/** An element as it opens. */
export interface XmlElement {
  /** Short name of its namespace (`x`, `w`, `a` …), or the namespace itself where it is none of the format's. */
  ns: string;
  local: string;
  /** `x:row`: namespace and local name in one, to switch on. */
  name: string;
  /** Value of an attribute without prefix; with `ns`, of one in that namespace. */
  get(local: string, ns?: string): string | undefined;
  /** All attributes but declarations of namespaces. An attribute without prefix has the namespace ``. */
  attributes(): { ns: string; local: string; value: string }[];
}

/** What is told while a part is read, in its order. Text comes in one piece between two tags. */
export interface XmlListener {
  open?(element: XmlElement): void;
  close?(name: string): void;
  text?(text: string): void;
}

export const XML_LIMITS = { depth: 256 } as const;

const CHUNK = 64 * 1024;

/** The prefixes in force at an element, with the names that have been looked up under them: a sheet has few names, a million times. */
interface Scope {
  prefixes: ReadonlyMap<string, string>;
  names: Map<string, Name>;
}

interface Name {
  ns: string;
  local: string;
  name: string;
}

const scopeOf = (prefixes: ReadonlyMap<string, string>): Scope => ({ prefixes, names: new Map() });
const NOTHING = new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]);

/**
 * Reads one XML part from end to end without building a tree (SAX), and tells every listener what stands in it.
 *
 * @throws {UnreadableFile} a document type declaration, an encoding other than UTF-8 and UTF-16, nesting beyond the limit, what is no XML
 */
export function readXml(bytes: Uint8Array, part: string, listeners: readonly XmlListener[]): void {
  const parser = new SaxesParser({ xmlns: false });
  const open: { scope: Scope; name: Name }[] = [];
  const outermost = scopeOf(NOTHING);
  let scope = outermost;
  const failed = (why: string) => new UnreadableFile(`The part ${part} of the package ${why}`);

  parser.on('error', (error) => {
    throw failed(`is damaged: it is no well-formed XML (${error.message.slice(0, 120)})`);
  });
  parser.on('doctype', () => {
    throw failed('declares a document type (DOCTYPE), which Office files do not have and attacks do');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|utf-?16|us-ascii)$/i.test(encoding)) throw failed(`is in an encoding that is not read here`);
  });
  parser.on('opentag', (tag) => {
    if (open.length >= XML_LIMITS.depth) throw failed(`is nested more than ${XML_LIMITS.depth} deep`);
    const raw = tag.attributes;
    scope = declared(raw, scope);
    let name = scope.names.get(tag.name);
    if (!name) {
      name = resolve(tag.name, scope.prefixes, true, failed);
      scope.names.set(tag.name, name);
    }
    open.push({ scope, name });
    const element = new OpenElement(name, raw, scope.prefixes, failed);
    for (const listener of listeners) listener.open?.(element);
  });
  parser.on('closetag', () => {
    const name = open.pop()?.name.name ?? '';
    scope = open.at(-1)?.scope ?? outermost;
    for (const listener of listeners) listener.close?.(name);
  });
  const tell = (text: string) => {
    if (open.length > 0) for (const listener of listeners) listener.text?.(text);
  };
  parser.on('text', tell);
  parser.on('cdata', tell);

  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw failed('is damaged: its letters cannot be decoded');
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The prefixes in force inside an element: those outside, and those it declares itself. */
function declared(attributes: Record<string, string>, outside: Scope): Scope {
  let inside: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue;
    inside ??= new Map(outside.prefixes);
    inside.set(key.slice(6), familyOf(attributes[key] ?? ''));
  }
  return inside ? scopeOf(inside) : outside;
}

function resolve(name: string, prefixes: ReadonlyMap<string, string>, isElement: boolean, failed: (why: string) => UnreadableFile): Name {
  const colon = name.indexOf(':');
  const ns = colon >= 0 ? prefixes.get(name.slice(0, colon)) : isElement ? (prefixes.get('') ?? '') : '';
  if (ns === undefined) throw failed('is damaged: it uses a prefix that it does not declare');
  const local = name.slice(colon + 1);
  return { ns, local, name: `${ns}:${local}` };
}

class OpenElement implements XmlElement {
  readonly ns: string;
  readonly local: string;
  readonly name: string;
  private readonly raw: Record<string, string>;
  private readonly prefixes: ReadonlyMap<string, string>;
  private readonly failed: (why: string) => UnreadableFile;

  constructor(
    { ns, local, name }: Name,
    raw: Record<string, string>,
    prefixes: ReadonlyMap<string, string>,
    failed: (why: string) => UnreadableFile,
  ) {
    this.ns = ns;
    this.local = local;
    this.name = name;
    this.raw = raw;
    this.prefixes = prefixes;
    this.failed = failed;
  }

  get(local: string, ns?: string): string | undefined {
    if (ns === undefined) return Object.hasOwn(this.raw, local) ? this.raw[local] : undefined;
    for (const key in this.raw) {
      if (!key.endsWith(`:${local}`)) continue;
      const found = resolve(key, this.prefixes, false, this.failed);
      if (found.ns === ns && found.local === local) return this.raw[key];
    }
    return undefined;
  }

  attributes(): { ns: string; local: string; value: string }[] {
    const found = [];
    for (const key in this.raw) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      const { ns, local } = resolve(key, this.prefixes, false, this.failed);
      found.push({ ns, local, value: this.raw[key] ?? '' });
    }
    return found;
  }
}

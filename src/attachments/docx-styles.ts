import type { DocumentColours } from './docx-colours.ts';
import { type Look, LookReader, PROPERTIES } from './docx-look.ts';
import type { XmlListener } from './xml.ts';

/** A style: its own look, and the looks that a style of tables gives to parts of them (`firstRow`, `band1Horz`; ECMA-376 17.7.6). */
interface Style {
  look: Look;
  parts: Map<string, Look>;
  basedOn?: string | undefined;
}

/** How a style of tables looks, with all that it is based on. */
export interface TableLook {
  whole: Look;
  parts: ReadonlyMap<string, Look>;
}

/** Looks of the styles that a document defines, each with what it is based on. */
export class DocumentStyles {
  readonly colours: DocumentColours;
  private readonly styles = new Map<string, Style>();
  private readonly tables = new Map<string, TableLook>();
  /** The style of whatever names none, by its type. */
  private readonly unnamed = new Map<string, string>();
  private defaults: Look = {};

  constructor(colours: DocumentColours) {
    this.colours = colours;
  }

  listener(): XmlListener {
    const reader = new LookReader(this.colours);
    let style: Style | null = null;
    let id = '';
    let inDefaults = false;
    let part: Look | null = null;
    return {
      open: (element) => {
        if (element.name === 'w:style') {
          [style, id] = [{ look: {}, parts: new Map() }, element.get('styleId', 'w') ?? ''];
          if (['1', 'true', 'on'].includes(element.get('default', 'w') ?? '')) this.unnamed.set(element.get('type', 'w') ?? '', id);
        } else if (element.name === 'w:docDefaults') inDefaults = true;
        else if (element.name === 'w:tblStylePr') {
          part = {};
          style?.parts.set(element.get('type', 'w') ?? '', part);
        } else if (element.name === 'w:basedOn' && style) style.basedOn = element.get('val', 'w');
        else if (part) reader.open(part, element);
        else if (style) reader.open(style.look, element);
        else if (inDefaults) reader.open(this.defaults, element);
      },
      close: (name) => {
        reader.close(name);
        if (name === 'w:tblStylePr') part = null;
        else if (name === 'w:docDefaults') inDefaults = false;
        else if (name === 'w:style' && style) {
          this.styles.set(id, style);
          style = null;
        }
      },
    };
  }

  /**
   * The look that letters have in the end: their own, else of their style, of the paragraph, of its style, of the table around, of the document.
   *
   * @param around looks of the table’s style for the cell, those that come first at the beginning
   */
  resolve(run: Look, paragraph: Look, around: readonly Look[] = []): Look {
    const ofParagraph = this.chain(paragraph.style ?? this.unnamed.get('paragraph'));
    return joined([run, ...this.chain(run.style), paragraph, ...ofParagraph, ...around, this.defaults]);
  }

  /** A style of tables by its name; of a table that names none, the document’s own. */
  table(id: string | undefined): TableLook {
    const name = id ?? this.unnamed.get('table') ?? '';
    const known = this.tables.get(name);
    if (known) return known;
    const chain = this.styleChain(name);
    const parts = new Map<string, Look>();
    for (const type of new Set(chain.flatMap((style) => [...style.parts.keys()])))
      parts.set(type, joined(chain.flatMap((style) => style.parts.get(type) ?? [])));
    const table = { whole: joined(chain.map(({ look }) => look)), parts };
    this.tables.set(name, table);
    return table;
  }

  private chain(style: string | undefined): Look[] {
    return this.styleChain(style).map(({ look }) => look);
  }

  private styleChain(style: string | undefined): Style[] {
    const chain: Style[] = [];
    for (let id = style; id !== undefined && chain.length < 20;) {
      const found = this.styles.get(id);
      if (!found) break;
      chain.push(found);
      id = found.basedOn;
    }
    return chain;
  }
}

/** One look of several: of each property, the first that states it. */
function joined(looks: readonly Look[]): Look {
  const all: Look = {};
  const set = <Property extends (typeof PROPERTIES)[number]>(property: Property) => {
    for (const look of looks) {
      if (look[property] === undefined) continue;
      all[property] = look[property];
      return;
    }
  };
  for (const property of PROPERTIES) set(property);
  return all;
}

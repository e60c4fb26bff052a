import { NETWORK } from './docx-settings.ts';
import type { Gathering } from './gathering.ts';
import type { Place } from './reading.ts';
import { isCropped } from './office-pictures.ts';
import type { XmlElement } from './xml.ts';

/** What stands in a document beside its text, by the links of its part. */
export interface Around {
  /** Address that a link of the part leads to. */
  linkTarget(id: string): string | undefined;
  /** Tells the chart behind a link. */
  chart(id: string, place: Place): void;
  footnotes: Set<string>;
  endnotes: Set<string>;
  /** Paragraph of the first comment. */
  firstComment: number | null;
}

const CROPS = ['croptop', 'cropbottom', 'cropleft', 'cropright'];
/** Names and prompts of controls and form fields, which Word shows while the control is being filled in. */
const OF_CONTROLS = new Set(['w:tag', 'w:alias', 'w:default', 'w:helpText', 'w:statusText']);

/** Tells what pictures, shapes, charts and controls of a document say in words, and which pictures keep what is cut off. */
export function tellDrawn(element: XmlElement, around: Around, place: Place, gathering: Gathering): void {
  const { name } = element;
  const see = (...attributes: string[]) => {
    for (const attribute of attributes) {
      const text = element.get(attribute) ?? '';
      gathering.see(text, place);
      // Word puts there where a picture was taken from.
      if (NETWORK.test(text)) gathering.fact('network-path', text, place);
    }
  };
  if (name === 'wp:docPr' || name === 'pic:cNvPr' || name === 'wps:cNvPr') see('descr', 'title');
  else if (name === 'a:hlinkClick') see('tooltip');
  else if (name === 'v:shape') see('alt');
  else if (name === 'v:textpath') see('string');
  else if (name === 'c:chart' || name.endsWith(':chart')) around.chart(element.get('id', 'r') ?? '', place);
  else if (OF_CONTROLS.has(name)) gathering.name(element.get('val', 'w') ?? '');
  else if (name === 'w:listItem') gathering.name(`${element.get('displayText', 'w') ?? ''} ${element.get('value', 'w') ?? ''}`);
  else if (
    (name === 'a:srcRect' && isCropped(element.attributes())) ||
    (name === 'v:imagedata' && CROPS.some((edge) => cropsMuch(element.get(edge))))
  )
    gathering.hide('cropped-picture', '', 1, place);
}

/** A share of the picture as `6554f` of 65,536, or as a number. */
function cropsMuch(value: string | undefined): boolean {
  if (value === undefined) return false;
  const share = value.endsWith('f') ? Number(value.slice(0, -1)) / 65536 : Number(value);
  return share > 0.01;
}

import { BLACK, parseHex, type Rgb, WHITE } from './colours.ts';
import type { XmlElement } from './xml.ts';

/** Names of the theme’s colours as Word’s text uses them (ECMA-376 17.18.97), by those of the theme itself. */
const THEME: Record<string, string> = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
};
/** Names that a document may give to other colours of its theme (17.15.1.20). */
const MAPPED: Record<string, string> = { background1: 'bg1', text1: 't1', background2: 'bg2', text2: 't2' };
const PLAIN: Record<string, string> = { bg1: 'light1', t1: 'dark1', bg2: 'light2', t2: 'dark2' };

/** Colours as the text of a document states them: by value, or by their place in the theme, which comes first. */
export class DocumentColours {
  readonly theme = new Map<string, Rgb>();
  private readonly mapping = new Map<string, string>();

  /** Takes `w:clrSchemeMapping` of the settings. */
  map(element: XmlElement): void {
    for (const name of Object.keys(PLAIN)) {
      const to = element.get(name, 'w');
      if (to !== undefined) this.mapping.set(name, to);
    }
  }

  /** The colour of letters (`w:color`); null where it is automatic. */
  ofText(element: XmlElement): Rgb | null {
    return this.themed(element, 'themeColor', 'themeTint', 'themeShade') ?? parseHex(element.get('val', 'w'));
  }

  /** The colour behind letters (`w:shd`); null where it is automatic. */
  ofGround(element: XmlElement): Rgb | null {
    return this.themed(element, 'themeFill', 'themeFillTint', 'themeFillShade') ?? parseHex(element.get('fill', 'w'));
  }

  private themed(element: XmlElement, name: string, tint: string, shade: string): Rgb | null {
    const stated = element.get(name, 'w');
    if (stated === undefined) return null;
    const base = this.named(stated);
    const share = (attribute: string) => {
      const value = element.get(attribute, 'w');
      return value === undefined ? null : parseInt(value, 16) / 255;
    };
    const [lighter, darker] = [share(tint), share(shade)];
    return base && change(base, (channel) => (channel * (darker ?? 1) - 255) * (lighter ?? 1) + 255);
  }

  /** `background1`, `accent3`; in text effects `bg1`. */
  named(name: string): Rgb | null {
    const slot = Object.hasOwn(MAPPED, name)
      ? (MAPPED[name] ?? name)
      : name === 'tx1' || name === 'tx2'
        ? name.slice(1).replace('x', 't')
        : name;
    const key = this.mapping.get(slot) ?? (Object.hasOwn(PLAIN, slot) ? (PLAIN[slot] ?? slot) : slot);
    const own = Object.hasOwn(THEME, key) ? (THEME[key] ?? key) : key;
    return this.theme.get(own) ?? (own === 'lt1' ? WHITE : own === 'dk1' ? BLACK : null);
  }
}

export function change([red, green, blue]: Rgb, each: (channel: number) => number): Rgb {
  const within = (channel: number) => Math.max(0, Math.min(255, Math.round(each(channel))));
  return [within(red), within(green), within(blue)];
}

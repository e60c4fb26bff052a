import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where files with hashed names are, in an address. */
const ASSETS = '/_astro/';
/** What stands before that in an element that loads one. */
const NAMED = /^<(?:script type="module" src|link rel="stylesheet" href)="[^"]*$/;

/**
 * Says of each script and style sheet that a page names which bytes it is (Subresource Integrity), so that a changed one is not run. Only files
 * with hashed names can be said so: `theme.css` keeps its name while it changes. What a script imports cannot be said; it comes from the same
 * folder.
 */
export class Integrity {
  private readonly hashes = new Map<string, string>();

  /** @param assets the folder of what every site has, with `_astro/` in it */
  constructor(assets: string) {
    const folder = path.join(assets, '_astro');
    for (const name of readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name)))
      this.hashes.set(
        name,
        `sha256-${createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('base64')}`,
      );
  }

  /** A page with the attribute put in; other files as they are. */
  addTo(file: string, drawn: Uint8Array | string): Uint8Array | string {
    if (!file.endsWith('.html')) return drawn;
    if (typeof drawn === 'string') return this.addToText(drawn);
    // As bytes: what is looked for is ASCII, and the rest comes out as it went in.
    return Buffer.from(this.addToText(Buffer.from(drawn.buffer, drawn.byteOffset, drawn.byteLength).toString('latin1')), 'latin1');
  }

  private addToText(html: string): string {
    let text = '';
    let done = 0;
    for (let at = html.indexOf(ASSETS); at >= 0; at = html.indexOf(ASSETS, at + ASSETS.length)) {
      const end = html.indexOf('"', at);
      const hash = this.hashes.get(html.slice(at + ASSETS.length, end));
      if (hash === undefined || !NAMED.test(html.slice(html.lastIndexOf('<', at), at))) continue;
      text += `${html.slice(done, end + 1)} integrity="${hash}"`;
      done = end + 1;
    }
    return text + html.slice(done);
  }
}

import path from 'node:path';
import { reportProgress } from '../log/progress.ts';
import type { DrawnBefore } from './drawn-before.ts';
import type { Integrity } from './integrity.ts';
import type { PageToDraw, Renderer } from './renderer.ts';

/** Pages drawn between two moments in which other work of the process (the index, progress) gets its turn. */
const IN_A_ROW = 8;

/** Draws every page, but for those that the last build drew and that show the same. Two pages of one address are an error. */
export async function drawPages(
  renderer: Renderer,
  before: DrawnBefore,
  integrity: Integrity | null,
): Promise<{ drawn: number; reused: number }> {
  const pages = await renderer.pages();
  const taken = new Map<string, PageToDraw>();
  const counts = { drawn: 0, reused: 0 };
  for (const [index, page] of pages.entries()) {
    const file = fileOf(page);
    const other = taken.get(file);
    if (other) throw new Error(`${page.route.component} and ${other.route.component} both write ${file}`);
    taken.set(file, page);
    if (page.key !== null && before.reuse(file, page.key)) counts.reused += 1;
    else {
      const drawn = await renderer.draw(page);
      before.write(file, page.key, integrity ? integrity.addTo(file, drawn) : drawn);
      counts.drawn += 1;
    }
    if (index % IN_A_ROW === 0) {
      reportProgress({ what: 'pages', done: index + 1, of: pages.length });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  reportProgress({ what: 'pages', done: pages.length, of: pages.length });
  return counts;
}

/** `disclosures/920a-21/index.html`, `404.html`, `feed.xml`: relative to the output. */
export function fileOf({ pathname, route }: Pick<PageToDraw, 'pathname' | 'route'>): string {
  const file = pathname.replace(/^\/+|\/+$/g, '');
  if (route.type === 'endpoint') return file;
  return file === '404' ? '404.html' : path.join(file, 'index.html');
}

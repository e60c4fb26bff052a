import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PAGE_RUNTIME } from './page-runtime-chunk.ts';
import type { Route } from './renderer.ts';

/*
 * Astro draws a page as the answer to a request: it makes a request, an address, cookies, a response and a stream, for a text that only wants
 * to be in a file. Of a route with many pages the first is drawn so, and what Astro holds ready for the route is watched. The second is drawn
 * both ways. Where both give the same, all others are drawn without request and response; where they do not, as after a change in Astro, all
 * are drawn as Astro does it.
 */

/** What of a component of Astro's is used here: it draws a page into what `ready` says. */
type Component = (ready: Ready, props: object, slots: object) => unknown;

/** What Astro has ready for a page, as far as it is used here. */
interface Ready {
  createAstro(props: object, slots: object): object;
  _metadata: Record<string, unknown>;
}

interface PageModule {
  default?: Component;
  getStaticPaths?: (how: unknown) => Promise<unknown>;
}

/** The pages of Astro's application by their components, each with how it is imported. */
export type PageMap = Map<string, () => Promise<{ page: () => PageModule | Promise<PageModule> }>>;

/** The text of a page, as page-runtime.ts gives it. */
type PageText = (ready: Ready, component: Component, props: object, slots: object, isPage: true, route: Route) => Promise<string | null>;

/** How far a route is: nothing is known of it; its first page was watched; both ways gave the same; they did not. */
type State = { is: 'unknown' } | { is: 'watched'; ready: Ready } | { is: 'quick'; ready: Ready } | { is: 'slow' };

/** Draws a page as Astro does it. */
type AsAstro = () => Promise<Uint8Array>;

export class QuickDrawing {
  private readonly pageText: PageText;
  private readonly components = new Map<string, Component>();
  private readonly states = new Map<string, State>();
  private seen: Ready | null = null;

  /** @param folder of the code that draws; @param pages in which each page is replaced by one that can be watched */
  static async open(folder: string, pages: PageMap): Promise<QuickDrawing> {
    const runtime = (await import(/* @vite-ignore */ pathToFileURL(path.join(folder, PAGE_RUNTIME)).href)) as {
      pageText: PageText;
    };
    return new QuickDrawing(runtime.pageText, pages);
  }

  constructor(pageText: PageText, pages: PageMap) {
    this.pageText = pageText;
    for (const [name, load] of pages)
      pages.set(
        name,
        once(async () => this.watched(name, await (await load()).page())),
      );
  }

  /** Routes whose pages are drawn without request and response. */
  get quick(): string[] {
    return [...this.states].filter(([, { is }]) => is === 'quick').map(([name]) => name);
  }

  /** @param props of the page, as its route gives them */
  async draw(route: Route, props: object, asAstro: AsAstro): Promise<string | Uint8Array> {
    const name = route.component;
    const state = this.states.get(name) ?? { is: 'unknown' };
    if (state.is === 'quick') return this.drawText(state.ready, route, props);
    if (state.is === 'slow') return asAstro();
    if (state.is === 'watched') {
      const [drawn, text] = [await asAstro(), await this.drawText(state.ready, route, props).catch(() => null)];
      const isSame = text !== null && Buffer.from(text).equals(drawn);
      this.states.set(name, isSame ? { is: 'quick', ready: state.ready } : { is: 'slow' });
      return drawn;
    }
    this.seen = null;
    const drawn = await asAstro();
    this.states.set(name, this.seen ? { is: 'watched', ready: this.seen } : { is: 'slow' });
    return drawn;
  }

  private async drawText(ready: Ready, route: Route, props: object): Promise<string> {
    const component = this.components.get(route.component);
    const text = component && (await this.pageText(fresh(ready), component, props, {}, true, route));
    if (text === undefined || text === null) throw new Error(`${route.component} gave no text.`);
    return text;
  }

  /** The page as it is, but that it tells what Astro has ready for it, and finds its paths once. */
  private watched(name: string, page: PageModule): { page: () => PageModule } {
    const { default: component, getStaticPaths } = page;
    let given = page;
    if (component) {
      this.components.set(name, component);
      const watched: Component = (ready, props, slots) => {
        this.seen = fresh(ready);
        return component(ready, props, slots);
      };
      given = { ...given, default: Object.assign(watched, component) };
    }
    if (getStaticPaths) {
      let paths: Promise<unknown> | null = null;
      given = { ...given, getStaticPaths: (how) => (paths ??= getStaticPaths(how)) };
    }
    return { page: () => given };
  }
}

/** What is ready for a route, for one more page of it: what drawing changes is a copy of its own. */
function fresh(ready: Ready): Ready {
  return { ...copied(ready), createAstro, _metadata: copied(ready._metadata) };
}

/** The same values under the same names; sets and lists as copies. */
function copied<T extends object>(parts: T): T {
  const copy = { ...parts } as Record<string, unknown>;
  for (const name of changeable(parts)) {
    const value = copy[name];
    copy[name] = value instanceof Set ? new Set<unknown>(value) : (value as unknown[]).slice();
  }
  return copy as T;
}

const names = new WeakMap<object, string[]>();

/** Names of the sets and lists. They are looked for once: the same object is copied for each page of a route. */
function changeable(parts: object): string[] {
  const known = names.get(parts);
  if (known) return known;
  const found = Object.entries(parts).flatMap(([name, value]) => (value instanceof Set || Array.isArray(value) ? [name] : []));
  names.set(parts, found);
  return found;
}

/** `Astro` as a component finds it. */
function createAstro(props: object): object {
  return new AstroOfAPage(props);
}

/** What a component may ask of `Astro` when there is no request. */
class AstroOfAPage {
  readonly props: object;
  readonly self = null;

  constructor(props: object) {
    this.props = props;
  }
}

Object.setPrototypeOf(
  AstroOfAPage.prototype,
  new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol') return undefined;
        throw new Error(`Unexpected Astro.${name} in a component: a page takes what it shows from its props and from getFrame() alone.`);
      },
    },
  ),
);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

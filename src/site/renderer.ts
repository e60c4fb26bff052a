import type { AstroPrerenderer } from 'astro';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runOptions } from '../log/run-options.ts';
import { type PageMap, QuickDrawing } from './draw-quickly.ts';

/** A page or file to be drawn: its path without the base, and the route that draws it. */
export interface PageToDraw {
  pathname: string;
  route: Route;
  /** A hash of all it shows; `null` where it is drawn in every build. */
  key: string | null;
  /** What the route gives the page, where it is known. */
  props?: object;
}

/** What of Astro's route is used here. */
export interface Route {
  route: string;
  component: string;
  type: string;
}

/** What draws pages: made by Astro from our components, the same for every log. */
export interface Renderer {
  pages(): Promise<PageToDraw[]>;
  /** The bytes of a file, or its text. */
  draw(page: PageToDraw): Promise<Uint8Array | string>;
  /** Routes whose pages have come to be drawn without request and response (draw-quickly.ts). */
  quick?(): string[];
}

/** What of Astro's application in its prerender bundle is used here. */
interface Application {
  readonly manifest: { readonly pageMap?: PageMap };
  setInternals(internals: { pagesByKeys: Map<string, { styles: unknown[] }> }): void;
  setOptions(options: unknown): void;
  render(request: Request, how: { routeData: Route }): Promise<Response>;
}

/** Style sheets of each page by its key: what Astro's application asks for of all that it knows of a build. */
type Styles = [key: string, page: { styles: unknown[] }][];

const STYLES = 'styles.json';

/** The renderer in a build of Astro's own, which is still going on. `styles` are what a later run needs to start it again. */
export interface FreshRenderer extends Renderer {
  setup(): Promise<void>;
  styles(): Styles;
}

/** @param folder where Astro has put its prerender bundle */
export function freshRenderer(prerenderer: AstroPrerenderer, folder: string): FreshRenderer {
  let styles: Styles = [];
  let app: Application | null = null;
  return {
    async setup() {
      app = await importApplication(folder);
      const whole = app;
      const setInternals = app.setInternals.bind(app);
      whole.setInternals = (internals) => {
        styles = [...internals.pagesByKeys].map(([key, page]) => [key, { styles: page.styles }]);
        setInternals(internals);
      };
      await prerenderer.setup?.();
      whole.setInternals = setInternals;
    },
    styles: () => styles,
    pages: async () => pagesOf(await prerenderer.getStaticPaths()),
    draw: (page) => drawWith(app, page),
  };
}

/** A renderer that was kept (see renderer-cache.ts), started without Astro's build. */
export async function keptRenderer(folder: string): Promise<Renderer> {
  const app = await importApplication(folder);
  const styles = JSON.parse(await readFile(path.join(folder, STYLES), 'utf8')) as Styles;
  app.setInternals({ pagesByKeys: new Map(styles) });
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
  const { pageMap } = app.manifest;
  const quick = pageMap ? await QuickDrawing.open(folder, pageMap) : null;
  const { StaticPaths } = (await import('astro/runtime/prerender/static-paths.js')) as unknown as {
    StaticPaths: new (app: Pick<Application, 'manifest'> & { routeCache: RouteCache }) => { getAll(): Promise<AstroPath[]> };
  };
  const routeCache = new RouteCache();
  return {
    pages: async () => pagesOf(await new StaticPaths({ manifest: app.manifest, routeCache }).getAll(), routeCache),
    draw: (page) =>
      quick && page.props && page.route.type === 'page'
        ? quick.draw(page.route, page.props, () => drawWith(app, page))
        : drawWith(app, page),
    quick: () => quick?.quick ?? [],
  };
}

/** The paths of each route, which Astro's `StaticPaths` puts here: with what the route gives each page. */
class RouteCache {
  private readonly routes = new Map<string, { staticPaths: { keyed: Map<string, { props?: object }> } }>();

  get(route: Route) {
    return this.routes.get(route.component);
  }

  set(route: Route, paths: { staticPaths: { keyed: Map<string, { props?: object }> } }): void {
    this.routes.set(route.component, paths);
  }
}

/** Writes what `keptRenderer` needs beside the bundle. */
export async function keepStyles(folder: string, styles: Styles): Promise<void> {
  await writeFile(path.join(folder, STYLES), JSON.stringify(styles));
}

type AstroPath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number] & { cacheKey?: string };

function pagesOf(paths: AstroPath[], cache?: RouteCache): PageToDraw[] {
  return paths.map(({ pathname, route, cacheKey }) => {
    const props = cache?.get(route)?.staticPaths.keyed.get(pathname)?.props;
    return { pathname, route, key: cacheKey ?? null, ...(props && { props }) };
  });
}

async function importApplication(folder: string): Promise<Application> {
  const entry = (await readdir(folder)).find((name) => /^prerender-entry\.[\w-]+\.mjs$/.test(name));
  if (!entry) throw new Error(`Astro left no prerender entry in ${folder}`);
  return ((await import(/* @vite-ignore */ pathToFileURL(path.join(folder, entry)).href)) as { app: Application }).app;
}

async function drawWith(app: Application | null, { pathname, route }: PageToDraw): Promise<Uint8Array> {
  if (!app) throw new Error('The renderer is not set up.');
  const slash = route.type === 'page' && !pathname.endsWith('/') ? '/' : '';
  const address = `http://localhost${runOptions().base.replace(/\/$/, '')}${pathname}${slash}`;
  const response = await app.render(new Request(address), { routeData: route });
  if (response.status >= 300 && route.component !== 'src/pages/404.astro')
    throw new Error(`${pathname} was drawn with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

import { describe, expect, test } from 'vitest';
import { type PageMap, QuickDrawing } from '../../src/site/draw-quickly.ts';
import type { Route } from '../../src/site/renderer.ts';

const route: Route = { route: '/a/[b]', component: 'a.astro', type: 'page' };

interface Props {
  name: string;
}
type Shown = (ready: { createAstro(props: Props, slots: object): object; _metadata: Record<string, unknown> }, props: Props) => string;

/** An application of one route: its pages as Astro draws them and, beside that, quickly. */
function applicationOf(show: Shown) {
  const pages = new Map([['a.astro', () => Promise.resolve({ page: () => ({ default: show }) })]]) as unknown as PageMap;
  const pageText = (...[ready, component, props]: Parameters<Shown> extends [infer R, infer P] ? [R, Shown, P] : never) =>
    Promise.resolve(component(ready, props));
  const drawing = new QuickDrawing(pageText as never, pages);
  const asked: string[] = [];
  const astro = (name: string) => async () => {
    asked.push(name);
    const page = (await (await pages.get('a.astro')?.())?.page()) as unknown as { default: Shown };
    const ready = {
      createAstro: (props: Props) => ({ props, url: `/a/${name}/` }),
      styles: new Set(['base.css']),
      _metadata: { scripts: new Set<string>(), links: [], hasHead: false },
    };
    return Buffer.from(page.default(ready, { name }));
  };
  const draw = async (name: string) => String(await drawing.draw(route, { name }, astro(name)));
  return { drawing, asked, draw };
}

const plain: Shown = (ready, props) => `<p>${(ready.createAstro(props, {}) as { props: Props }).props.name}</p>`;

describe('pages of one route', () => {
  test('are drawn by Astro twice, and then without it', async () => {
    const { asked, draw, drawing } = applicationOf(plain);
    expect([await draw('one'), await draw('two'), await draw('three'), await draw('four')]).toEqual([
      '<p>one</p>',
      '<p>two</p>',
      '<p>three</p>',
      '<p>four</p>',
    ]);
    expect(asked).toEqual(['one', 'two']);
    expect(drawing.quick).toEqual(['a.astro']);
  });

  test('are all drawn by Astro where they show what only a request has', async () => {
    const { asked, draw, drawing } = applicationOf((ready, props) => (ready.createAstro(props, {}) as { url: string }).url);
    expect([await draw('one'), await draw('two'), await draw('three')]).toEqual(['/a/one/', '/a/two/', '/a/three/']);
    expect(asked).toEqual(['one', 'two', 'three']);
    expect(drawing.quick).toEqual([]);
  });

  test('are all drawn by Astro where the other way gives something else', async () => {
    let times = 0;
    const { asked, draw } = applicationOf(() => String((times += 1)));
    await draw('one');
    await draw('two');
    await draw('three');
    expect(asked).toEqual(['one', 'two', 'three']);
  });

  test('stop the build where a later one asks for what only a request has', async () => {
    const { draw } = applicationOf((ready, props) =>
      props.name === 'three' ? (ready.createAstro(props, {}) as { url: string }).url : plain(ready, props),
    );
    await draw('one');
    await draw('two');
    await expect(draw('three')).rejects.toThrow(
      'Unexpected Astro.url in a component: a page takes what it shows from its props and from getFrame() alone.',
    );
  });

  test('do not know what was drawn on another', async () => {
    const once: Shown = ({ _metadata }) => {
      const scripts = _metadata['scripts'] as Set<string>;
      const text = scripts.has('a') ? '' : '<script></script>';
      scripts.add('a');
      return text;
    };
    const { draw } = applicationOf(once);
    for (const name of ['one', 'two', 'three', 'four']) expect(await draw(name)).toBe('<script></script>');
  });

  test('each have the style sheets of the route, which drawing takes out of a set', async () => {
    const styled: Shown = (ready, { name }) => {
      const { styles } = ready as unknown as { styles: Set<string> };
      const text = `${[...styles].join()} ${name}`;
      styles.clear();
      return text;
    };
    const { draw, drawing } = applicationOf(styled);
    expect([await draw('one'), await draw('two'), await draw('three')]).toEqual(['base.css one', 'base.css two', 'base.css three']);
    expect(drawing.quick).toEqual(['a.astro']);
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentShades, contrast, MARK_CONTRAST, SURFACES, TEXT_CONTRAST } from '../../src/site/contrast.ts';

/** The custom properties of styles/tokens.css by colour scheme; dark has those of light, replaced. */
function tokens(): Record<'light' | 'dark', Record<string, string>> {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
  const read = (text: string) =>
    Object.fromEntries([...text.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
  return { light: read(light), dark: { ...read(light), ...read(dark) } };
}

test('contrast is that of WCAG: 21 for black on white, 1 for a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#0f4c5c', '#0f4c5c')).toBe(1);
});

test.each(['#ffff00', '#000000', '#ffffff', '#777777', '#ff0000', '#00ff00', '#0000ff', '#0f4c5c'])(
  '%s becomes text that can be read',
  (accent) => {
    const shades = accentShades(accent);
    for (const scheme of ['light', 'dark'] as const)
      for (const surface of Object.values(SURFACES[scheme]))
        expect(contrast(shades[scheme], surface)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  },
);

test('any accent becomes text that can be read', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(hex, (accent) => {
      const shades = accentShades(accent);
      return (['light', 'dark'] as const).every((scheme) =>
        Object.values(SURFACES[scheme]).every((surface) => contrast(shades[scheme], surface) >= TEXT_CONTRAST),
      );
    }),
  );
});

test('an accent that can be read already is left as it is', () => {
  expect(accentShades('#0f4c5c').light).toBe('#0f4c5c');
});

describe.each(['light', 'dark'] as const)('the %s tokens', (scheme) => {
  const colours = tokens()[scheme];

  test('name the surfaces that shades are made for', () => {
    expect(colours).toMatchObject(SURFACES[scheme]);
  });
  test.each(['ink', 'quiet', 'visited'])('%s is text that can be read on every surface', (name) => {
    for (const surface of Object.values(SURFACES[scheme]))
      expect(contrast(colours[name] ?? '', surface)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });
  const marks = Object.keys(colours).filter((name) => name.startsWith('tone-') || name === 'edge');
  test.each(marks)('%s can be told from every surface', (name) => {
    for (const surface of Object.values(SURFACES[scheme]))
      expect(contrast(colours[name] ?? '', surface)).toBeGreaterThanOrEqual(MARK_CONTRAST);
  });
  test('neither confirmed nor denied has a tone of its own', () => {
    expect(marks).toContain('tone-ncnd');
    expect(marks.filter((name) => colours[name] === colours['tone-ncnd'])).toEqual(['tone-ncnd']);
  });
});

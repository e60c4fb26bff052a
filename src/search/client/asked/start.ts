/*
 * The script of the page “Has it been answered already?”: small, and idle until a person turns to the box. Only then is the rest loaded.
 */
import type { AskedSettings } from './settings.ts';

const part = (id: string) => document.getElementById(id);
const root = part('asked');
const field = part('asked-text');
const { home, settings } = root?.dataset ?? {};
if (field instanceof HTMLTextAreaElement && home !== undefined && settings !== undefined) {
  const start = () =>
    void import('./asked-page.ts').then(
      ({ runAskedPage }) =>
        runAskedPage({
          field,
          status: part('asked-status') as HTMLElement,
          list: part('asked-list') as HTMLElement,
          marks: part('asked-marks') as HTMLTemplateElement,
          home,
          settings: JSON.parse(settings) as AskedSettings,
        }),
      () => field.addEventListener('input', start, { once: true }),
    );
  // A text that the browser has kept from before was meant.
  if (field.value.trim() !== '' || document.activeElement === field) start();
  else field.addEventListener('focus', start, { once: true });
}

import { openIndex } from '../index/open-index.ts';
import { make } from '../page/element.ts';
import type { AskedSettings } from '../asked/settings.ts';
import { headline, suggestionList } from '../asked/show-suggestions.ts';
import { type Met, watchField } from '../asked/watch-field.ts';
import { STYLE } from './style.ts';

/** Shows suggestions in an element of another site's page. Nothing is shown, nor said, unless there is one. */
export function runEmbed(element: HTMLElement, field: HTMLTextAreaElement | HTMLInputElement, home: string, signal: AbortSignal): void {
  let asked: Promise<AskedSettings> | null = null;
  const settings = () => (asked ??= fetchSettings(`${home}embed/already-answered.json`));
  const status = make('p', { role: 'status', part: 'status' });
  const list = make('div', { part: 'suggestions' });
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  root.replaceChildren(status, list);

  const show = async (met: Met) => {
    if (met.kind !== 'found' || met.suggestions.length === 0) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    const known = await settings();
    list.lang = status.lang = known.language;
    const line = headline(met.suggestions.length, known);
    if (status.textContent !== line) status.textContent = line;
    list.replaceChildren(
      make('p', { role: 'heading', 'aria-level': levelOf(element), part: 'heading' }, known.words.heading),
      make('p', { part: 'stays' }, known.words.stays),
      suggestionList(met.suggestions, met.index.entries, known, { home, level: 'p' }),
    );
  };
  const open = async () => {
    try {
      return await openIndex(home + (await settings()).index);
    } catch (error) {
      asked = null;
      throw error;
    }
  };
  watchField(field, { open, show: (met) => void show(met).catch(() => undefined), signal });
}

/** The attribute `heading-level`, from 2 to 6; else 3. */
function levelOf(element: HTMLElement): string {
  const level = element.getAttribute('heading-level') ?? '';
  return /^[2-6]$/.test(level) ? level : '3';
}

async function fetchSettings(address: string): Promise<AskedSettings> {
  const response = await fetch(address, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return (await response.json()) as AskedSettings;
}

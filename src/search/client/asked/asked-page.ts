import { openIndex } from '../index/open-index.ts';
import { make } from '../page/element.ts';
import type { AskedSettings } from './settings.ts';
import { headline, suggestionList } from './show-suggestions.ts';
import { type Met, watchField } from './watch-field.ts';

/** The places on the page that suggestions fill. */
export interface AskedParts {
  field: HTMLTextAreaElement;
  /** Read out when it changes; never focused. */
  status: HTMLElement;
  list: HTMLElement;
  /** Shapes of the outcomes. */
  marks: HTMLTemplateElement;
  home: string;
  settings: AskedSettings;
}

/** Runs the page from here on. */
export function runAskedPage({ field, status, list, marks, home, settings }: AskedParts): void {
  const { words, index } = settings;
  const mark = (outcome: string) => marks.content.querySelector(`.mark-${outcome}`)?.cloneNode(true) ?? null;
  const show = (met: Met) => {
    list.replaceChildren(
      ...(met.kind === 'found' && met.suggestions.length > 0
        ? [
            make('p', { class: 'note asked-stays' }, words.stays),
            suggestionList(met.suggestions, met.index.entries, settings, { home, level: 'h3', mark }),
          ]
        : []),
    );
    const line = { empty: '', short: words.tooShort, failed: words.failed, found: '' }[met.kind];
    const text = met.kind === 'found' ? headline(met.suggestions.length, settings) : line;
    // The same words are not read out again.
    if (status.textContent !== text) status.textContent = text;
  };
  watchField(field, { open: () => openIndex(home + index), show });
}

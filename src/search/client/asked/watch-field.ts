import type { SearchIndex } from '../index/open-index.ts';
import { suggest, type Suggestion } from '../query/suggest.ts';

/** Milliseconds of quiet after the last letter. */
const QUIET = 600;
/** Letters from which on a text can be about something. */
const SHORTEST = 12;

/** What a text was met with. */
export type Met = { kind: 'empty' | 'short' | 'failed' } | { kind: 'found'; suggestions: Suggestion[]; index: SearchIndex };

export interface Watch {
  /** Opens the index; asked again after a failure. */
  open: () => Promise<SearchIndex>;
  show: (met: Met) => void;
  /** Ends it. */
  signal?: AbortSignal;
}

/**
 * Looks for answers near to what is written in a field, after each pause. The index is opened at once, the text looked at only when it is
 * long enough; what is overtaken by more typing is not shown.
 */
export function watchField(field: HTMLTextAreaElement | HTMLInputElement, { open, show, signal }: Watch): void {
  let opening: Promise<SearchIndex> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  const opened = () => {
    opening ??= open();
    opening.catch(() => (opening = null));
    return opening;
  };
  const look = async () => {
    const mine = ++run;
    const text = field.value.trim();
    if (text.length < SHORTEST) return show({ kind: text === '' ? 'empty' : 'short' });
    let met: Met;
    try {
      const index = await opened();
      met = { kind: 'found', suggestions: await suggest(text, index), index };
    } catch {
      opening = null;
      met = { kind: 'failed' };
    }
    if (mine === run && !signal?.aborted) show(met);
  };
  field.addEventListener(
    'input',
    () => {
      run += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void look(), QUIET);
    },
    signal && { signal },
  );
  signal?.addEventListener('abort', () => clearTimeout(timer));
  void opened().catch(() => undefined);
  // Written while this was on its way, or kept by the browser from before.
  if (field.value.trim() !== '') void look();
}

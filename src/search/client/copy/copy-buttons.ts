/*
 * A button behind every text that is there to be copied (`data-copy="Copy|Copied|Could not"`). Where the browser does not let a page copy, the
 * text is marked, so that the person's own way of copying takes it.
 */
import { make } from '../page/element.ts';

for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const [copy = '', copied = '', failed = ''] = (text.dataset['copy'] ?? '').split('|');
  const button = make('button', { type: 'button', class: 'copy' }, copy);
  const status = make('span', { class: 'note', role: 'status' });
  text.after(make('p', { class: 'copy-line' }, button, ' ', status));
  button.addEventListener('click', () => {
    // Emptied first, so that the second time is read out too.
    status.textContent = '';
    const done = (words: string) => setTimeout(() => (status.textContent = words), 50);
    void copyText(text).then(
      () => done(copied),
      () => {
        getSelection()?.selectAllChildren(text);
        done(failed);
      },
    );
  });
}

async function copyText(text: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText((text.textContent ?? '').trim());
}

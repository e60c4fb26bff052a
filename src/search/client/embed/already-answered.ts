/*
 * The element <already-answered for="ID">, for the request form of another site: under the field it names, it suggests published answers of the
 * log that this script comes from. Small, and idle until a person turns to the field; whatever fails, the form is as it was without it.
 * docs/already-answered.md tells how to use it.
 */

/** Home of the log: this file lies in its folder `embed/`. */
const own: string = import.meta.url;
const home = new URL('../', own).href;

class AlreadyAnswered extends HTMLElement {
  private ended: AbortController | null = null;
  private started = false;

  connectedCallback(): void {
    this.ended = new AbortController();
    const { signal } = this.ended;
    const root = this.getRootNode() as Document | ShadowRoot;
    // The field may come later than this element: what is watched is what holds them both.
    root.addEventListener('focusin', (event) => this.turnTo(event.target, signal), { signal });
    this.turnTo(root.activeElement, signal);
  }

  disconnectedCallback(): void {
    this.ended?.abort();
    this.started = false;
  }

  private turnTo(field: EventTarget | null, signal: AbortSignal): void {
    if (this.started || !(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    if (field.id === '' || field.id !== this.getAttribute('for')) return;
    this.started = true;
    import('./run-embed.ts').then(
      ({ runEmbed }) => runEmbed(this, field, home, signal),
      () => (this.started = false),
    );
  }
}

if (!customElements.get('already-answered')) customElements.define('already-answered', AlreadyAnswered);

/*
 * The looks of <already-answered>: those of the page around it, with a rule beside. What another site may change are the custom properties
 * here and the parts.
 */
export const STYLE = `
:host { display: block; }
:host([hidden]) { display: none; }
p, ol { margin: 0; padding: 0; list-style: none; }
[part~='status'], [part~='new-tab'] {
  position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
[part~='suggestions']:not(:empty) {
  margin-block: 1rem;
  padding-inline-start: 1rem;
  border-inline-start: 4px solid var(--already-answered-rule, currentColor);
}
[part~='heading'], [part~='title'] { font-weight: 600; }
[part~='item'] { display: flex; flex-wrap: wrap; gap: 0 1em; padding-block: .75rem; line-height: 1.45; }
[part~='item'] + [part~='item'] { border-block-start: 1px solid var(--already-answered-line, color-mix(in srgb, currentColor 25%, transparent)); }
[part~='what'] { flex-basis: 100%; }
:is([part~='stays'], [part~='date'], [part~='outcome'], [part~='reference'], [part~='passage']) { font-size: .875em; }
[part~='date'] { order: 1; }
[part~='outcome'] { order: 2; display: flex; flex-wrap: wrap; gap: 0 1em; }
[part~='link'] { color: var(--already-answered-link, LinkText); }
[part~='link']:focus-visible { outline: 3px solid; outline-offset: 2px; }
[part~='mark'] { background: none; color: inherit; font-weight: 600; }
`;

type Child = Node | string | null | false | undefined;

/**
 * An element with attributes and children. Text becomes text nodes and nothing is ever parsed, so that a query or a title full of markup is
 * only words, and Trusted Types have nothing to object to. An attribute that is `false`, `null` or `undefined` is left out.
 */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | boolean | null | undefined>,
  ...children: (Child | Child[])[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== false && value != null) element.setAttribute(key, String(value));
  element.append(...children.flat().filter((child): child is Node | string => child != null && child !== false && child !== ''));
  return element;
}

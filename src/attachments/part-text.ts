import type { Gathering } from './gathering.ts';
import type { XmlListener } from './xml.ts';

/**
 * Gives a name to every word of a part, text and attributes alike: the part as a whole is told by one technique or one fact. A word may be divided
 * among runs of text, and is named both whole and in its pieces.
 */
export function nameAll(gathering: Gathering): XmlListener {
  let paragraph = '';
  return {
    open: (element) => {
      for (const { value } of element.attributes()) gathering.name(value);
    },
    text: (text) => {
      gathering.name(text);
      paragraph += text;
    },
    close: (name) => {
      if (!/:(p|si|text|comment)$/.test(name)) return;
      gathering.name(paragraph);
      paragraph = '';
    },
  };
}

/** Gathers the text of all elements with one of these names, each handed over when it closes. They do not stand in each other. */
export function textOfElements(names: readonly string[], take: (text: string, name: string) => void): XmlListener {
  let text: string | null = null;
  return {
    open: ({ name }) => {
      if (names.includes(name)) text = '';
    },
    text: (more) => {
      if (text !== null) text += more;
    },
    close: (name) => {
      if (text === null || !names.includes(name)) return;
      take(text, name);
      text = null;
    },
  };
}

/** Words of three letters at least, and figures: what is shorter stands on every page. */
const WORD = /\p{L}[\p{L}\p{M}’'-]*\p{L}|\d[\d.,:/-]*\d|\d/gu;

/** The words of a text, lower case, once each. */
export function wordsIn(text: string): string[] {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].filter((word) => word.length >= 3 || /^\d{2}/.test(word));
}

/** What the pages show, to ask whether a text that is stored elsewhere is on them. */
export class Shown {
  private readonly words = new Set<string>();
  private letters = '';

  see(text: string): void {
    for (const word of wordsIn(text)) this.words.add(word);
    this.letters += lettersOf(text);
  }

  /** Whether the text, or every word of it, is shown: spaces, hyphens and the division into lines do not matter. */
  has(text: string): boolean {
    return this.letters.includes(lettersOf(text)) || this.unseen(text).length === 0;
  }

  /** The words of it that no page shows. */
  unseen(text: string): string[] {
    return wordsIn(text).filter((word) => !this.words.has(word) && !this.letters.includes(lettersOf(word)));
  }
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

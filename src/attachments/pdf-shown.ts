/** Words of three letters at least, and figures: what is shorter stands on every page. */
const WORD = /\p{L}[\p{L}\p{M}’'-]*\p{L}|\d[\d.,:/-]*\d|\d/gu;

/** Accents by themselves: old fonts paint them beside their letter, “´e”. */
const ACCENTS = /[\p{M}\u02c6-\u02cf\u02d8-\u02dd]/gu;

/** An apostrophe in the encoding of Windows, read in that of PDF: “authority™s” (ISO 32000-2, annex D.2). */
const MISREAD = /(?<=\p{L})™(?=\p{Ll})/gu;

/** The words of a text, lower case, once each. */
export function wordsIn(text: string): string[] {
  const words = text.replace(MISREAD, '’').normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return [...new Set(words)].filter((word) => word.length >= 3 || /^\d{2}/.test(word));
}

const LIGATURES = /ff[il]?|f[il]/g;

/** What is left of a word where a font does not tell its joined letters: “con”, “guration”. */
export function partsBetweenLigatures(word: string): string[] {
  const parts = word.split(LIGATURES);
  return parts.length > 1 ? parts.filter((part) => part.length >= 3) : [];
}

/** One to four words that begin with a capital. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,]+\p{Lu}[\p{L}\p{M}.'’-]*){0,3}$/u;

/** Letters that are looked through in all for texts that stand beside the pages. */
const MOST_LETTERS = 2_000_000_000;

/** What the pages show, to ask whether a text that is stored elsewhere is on them. */
export class Shown {
  private readonly words = new Set<string>();
  /** Words of two and three letters, and stretches of single ones. */
  private readonly short = new Set<string>();
  private letters = '';
  private left = MOST_LETTERS;

  see(text: string): void {
    for (const word of wordsIn(text)) this.words.add(word);
    for (const token of text.split(/\s+/)) if (token.length <= 6) this.short.add(lettersOf(token));
    this.letters += lettersOf(text);
  }

  /** Whether the text, or every word of it, is shown: spaces, hyphens and the division into lines do not matter. */
  has(text: string): boolean {
    return wordsIn(text).every((word) => this.hasWord(word)) || this.find(lettersOf(text)) || this.hasWithoutLigatures(text);
  }

  /** Whether the text is shown: one that may be a name, or its initials, as it stands, and not its words here and there. */
  hasName(text: string): boolean {
    const letters = lettersOf(text);
    // A name may be spaced out, a letter a word.
    if (letters.length >= 4 && wordsIn(text).length === 0) return this.find(letters);
    if (letters.length < 2 || !NAME.test(text.trim())) return this.has(text);
    return letters.length < 4 ? this.short.has(letters) : this.find(letters);
  }

  /** The words of it that no page shows. */
  unseen(text: string): string[] {
    return wordsIn(text).filter((word) => !this.hasWord(word));
  }

  private hasWord(word: string): boolean {
    return this.words.has(word) || this.find(lettersOf(word)) || this.hasWithoutLigatures(word) || this.hasAsTwo(word);
  }

  /** Old fonts do not tell which letters a joined sign stands for: “con guration”, “from text le”. */
  private hasWithoutLigatures(text: string): boolean {
    const letters = lettersOf(text);
    const rest = letters.replace(LIGATURES, '');
    return rest.length >= 5 && rest.length < letters.length && this.find(rest);
  }

  /** Headings that go over two lines become bookmarks without a space between: “answersto”. */
  private hasAsTwo(word: string): boolean {
    for (let at = 3; at <= word.length - 3; at++) if (this.words.has(word.slice(0, at)) && this.words.has(word.slice(at))) return true;
    return false;
  }

  /** Once too much has been looked through, nothing more is found, and is told rather than passed over. */
  private find(letters: string): boolean {
    if (this.left < 0) return false;
    this.left -= this.letters.length;
    return this.letters.includes(letters);
  }
}

/** The letters and digits of a text, lower case and without their accents. */
function lettersOf(text: string): string {
  return text
    .replace(MISREAD, '’')
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export interface FoundReference {
  reference: string;
  start: number;
  end: number;
  kind: 'labelled' | 'bracketed' | 'bare';
}

export function slugOfReference(reference: string): string {
  const ascii = reference.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

export function normaliseReference(text: string): string {
  return text.normalize('NFKD').toUpperCase().replace(/[^A-Z0-9]+/g, '');
}

export function findReference(text: string): FoundReference | null {
  const match = /\((\d{3,6}[A-Z]?[/_]\d{2})\)/.exec(text);
  if (!match?.[1]) return null;
  const start = match.index + 1;
  return { reference: match[1], start, end: start + match[1].length, kind: 'bracketed' };
}

export function splitTitle(line: string): { title: string; reference: string | null } {
  const found = findReference(line);
  if (!found) return { title: line.trim(), reference: null };
  return { title: (line.slice(0, found.start - 1) + line.slice(found.end + 1)).trim(), reference: found.reference };
}

export function yearOfReference(reference: string): number | null {
  const match = /[/_](\d{2})$/.exec(reference);
  return match ? 2000 + Number(match[1]) : null;
}

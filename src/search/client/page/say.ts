/** A sentence with its blanks filled in: `say('{n} answers', {n: 3})`. */
export function say(sentence: string, values: Record<string, string | number> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank));
}

/** `3 answers`, in the form that the number wants; the number in groups of three. */
export function count(number: number, forms: { one: string; other: string }): string {
  return say(number === 1 ? forms.one : forms.other, { n: String(number).replace(/\B(?=(\d{3})+$)/g, ',') });
}

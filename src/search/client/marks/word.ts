/** A word without what stands around it, as the marks know it: `(drones),` is `drones`. */
export function wordOf(token: string): string {
  return coreOf(token).text.toLowerCase();
}

/** The word in a token, and at which character of it that begins. */
export function coreOf(token: string): { text: string; from: number } {
  const from = /^[^\p{L}\p{N}£]*/u.exec(token)?.[0].length ?? 0;
  return { text: token.slice(from).replace(/[^\p{L}\p{N}%]+$/u, ''), from };
}

import { type Member, zipOf } from './zip-builder.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TOKENS = [
  '<',
  '>',
  '"',
  '/',
  '&',
  'r="A1"',
  'r="ZZZ9999999"',
  'r="0"',
  '-1',
  '99999999999',
  'NaN',
  '__proto__',
  'hidden="1"',
  '\u0000',
  ']]>',
  '<!--',
  'w:p',
  'x',
  '1e999',
];

/** A package with one thing broken: a byte of the zip, a stretch cut off, or a member's text changed and packed again as if it were right. */
export function mutated(members: readonly Member[], random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit);
  const way = random();
  if (way < 0.35) {
    const bytes = zipOf(members).slice();
    for (let flips = 1 + below(8); flips > 0; flips--) {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return way < 0.08 ? bytes.subarray(0, below(bytes.length)) : bytes;
  }
  const changed = members.map((member) => ({ ...member }));
  for (let changes = 1 + below(3); changes > 0; changes--) {
    const member = changed[below(changed.length)];
    if (!member) continue;
    const text = Buffer.from(member.data as string).toString('latin1');
    const [from, length] = [below(text.length), below(40)];
    const token = TOKENS[below(TOKENS.length)] ?? '';
    const choice = below(5);
    const next =
      choice === 0
        ? text.slice(0, from) + token + text.slice(from)
        : choice === 1
          ? text.slice(0, from) + text.slice(from + length)
          : choice === 2
            ? text.slice(0, from) + text.slice(from, from + length).repeat(1 + below(50)) + text.slice(from + length)
            : choice === 3
              ? text.replace(/"[^"]*"/g, (value) => (random() < 0.05 ? `"${token.replaceAll('"', '')}"` : value))
              : text.slice(0, from);
    member.data = Buffer.from(next, 'latin1');
  }
  if (random() < 0.1) changed.splice(below(changed.length), 1);
  return zipOf(changed);
}

import { colourOf, mix, spotOver, type Ink, type Paint } from './pdf-paint.ts';

/** How much a soft mask lets through (ISO 32000-2, 11.5). */
export interface Mask {
  /** From 0 to 1; `null` where it cannot be told. */
  at(x: number, y: number): number | null;
  /** What asking costs, in edges. */
  cost: number;
}

/** What pdf.js says of a mask. */
export interface MaskSettings {
  subtype?: string;
  /** Colour that lies behind a mask by luminosity: `#rrggbb`. */
  backdrop?: unknown;
  transferMap?: ArrayLike<number>;
}

/** A mask of which nothing is known. */
export const UNKNOWN_MASK: Mask = { at: () => null, cost: 0 };

/** A mask by what its group paints. */
export function maskOf(paints: readonly Paint[], { subtype, backdrop, transferMap }: MaskSettings): Mask {
  const behind = colourOf(backdrop) ?? ([0, 0, 0] as const);
  return {
    cost: paints.reduce((sum, { shape, clip }) => sum + shape.cost + clip.shapes.length + 1, 0),
    at(x, y) {
      const { colour, alpha } = spotOver(paints, x, y);
      let level: number | null = alpha;
      if (subtype === 'Luminosity') {
        const seen = alpha === 0 ? behind : mix(behind, colour, alpha);
        level = seen && (0.3 * seen[0] + 0.59 * seen[1] + 0.11 * seen[2]) / 255;
      }
      return level !== null && transferMap ? (transferMap[Math.round(level * 255)] ?? 0) / 255 : level;
    },
  };
}

/** One mask within another. */
export function bothMasks(one: Mask | null, other: Mask | null): Mask | null {
  if (!one || !other) return one ?? other;
  return {
    cost: one.cost + other.cost,
    at(x, y) {
      const [first, second] = [one.at(x, y), other.at(x, y)];
      if (first === 0 || second === 0) return 0;
      return first === null || second === null ? null : first * second;
    },
  };
}

/** Where it is not known what a mask lets through, nothing counts as painted: it neither covers nor lies beneath. */
export function through(ink: Ink, alpha: number, mask: Mask | null): Ink {
  return (x, y) => {
    const spot = ink(x, y);
    return { ...spot, alpha: spot.alpha * alpha * (mask ? (mask.at(x, y) ?? 0) : 1) };
  };
}

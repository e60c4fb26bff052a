/** Fewer edges than this are all looked at. */
const FEW = 16;
const MOST_BANDS = 1024;
/** Places in bands that an edge may take on average: tall ones lie in many. */
const PLACES = 4;

/** The straight edges of a path, found by their height: of a coastline with ten thousand, a few lie at any one height. */
export class Edges {
  /** From and to of each: x, y, x, y. */
  private readonly ends: Float64Array;
  private readonly top: number;
  private readonly bottom: number;
  /** How far from an edge, up and down, it is found. */
  private readonly reach: number;
  private bands: Bands | null = null;

  constructor(ends: Float64Array, top: number, bottom: number, reach: number) {
    this.ends = ends;
    this.top = top;
    this.bottom = bottom;
    this.reach = reach;
  }

  /** The most that are looked at for one height. */
  get most(): number {
    return (this.bands ??= this.divide()).most;
  }

  /** Calls `look` with each edge that may lie at a height, until it answers true; whether it did. */
  some(y: number, look: (x1: number, y1: number, x2: number, y2: number) => boolean): boolean {
    const { starts, places, height } = (this.bands ??= this.divide());
    const { ends } = this;
    const band = Math.min(starts.length - 2, Math.max(0, Math.floor((y - this.top) / height)));
    for (let at = starts[band] ?? 0; at < (starts[band + 1] ?? 0); at++) {
      const edge = places ? (places[at] ?? 0) : at * 4;
      if (look(ends[edge] ?? 0, ends[edge + 1] ?? 0, ends[edge + 2] ?? 0, ends[edge + 3] ?? 0)) return true;
    }
    return false;
  }

  private divide(): Bands {
    const count = this.ends.length / 4;
    const tall = this.bottom - this.top;
    const all: Bands = { starts: Uint32Array.of(0, count), places: null, height: 1, most: count };
    if (count < FEW || !(tall > 0 && Number.isFinite(tall))) return all;
    for (let bands = Math.min(MOST_BANDS, count); bands > 1; bands >>= 1) {
      const height = tall / bands;
      const starts = new Uint32Array(bands + 1);
      let taken = 0;
      for (let edge = 0; edge < this.ends.length && taken <= count * PLACES; edge += 4) {
        const [first, last] = this.within(edge, height, bands);
        taken += last - first + 1;
        for (let band = first; band <= last; band++) starts[band + 1] = (starts[band + 1] ?? 0) + 1;
      }
      if (taken > count * PLACES) continue;
      const most = starts.reduce((one, other) => Math.max(one, other), 0);
      for (let band = 1; band <= bands; band++) starts[band] = (starts[band] ?? 0) + (starts[band - 1] ?? 0);
      const places = new Uint32Array(taken);
      const next = starts.slice();
      for (let edge = 0; edge < this.ends.length; edge += 4) {
        const [first, last] = this.within(edge, height, bands);
        for (let band = first; band <= last; band++) {
          places[next[band] ?? 0] = edge;
          next[band] = (next[band] ?? 0) + 1;
        }
      }
      return { starts, places, height, most };
    }
    return all;
  }

  private within(edge: number, height: number, bands: number): [first: number, last: number] {
    const [one, other] = [this.ends[edge + 1] ?? 0, this.ends[edge + 3] ?? 0];
    const band = (y: number) => Math.min(bands - 1, Math.max(0, Math.floor((y - this.top) / height)));
    return [band(Math.min(one, other) - this.reach), band(Math.max(one, other) + this.reach)];
  }
}

interface Bands {
  /** Where the places of each band begin; one more than there are bands. */
  starts: Uint32Array;
  /** The edges of each band, as where their ends begin; `null` where all are in one. */
  places: Uint32Array | null;
  height: number;
  most: number;
}

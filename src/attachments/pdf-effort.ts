import { UnreadableFile } from './reading.ts';

/** Edges that are looked at in every file, and for each byte of it: about ten in a microsecond. */
const EDGES = 30_000_000;
const EDGES_OF_A_BYTE = 200;

/** What is left of the looks at shapes that a file may ask for, all its pages together. */
export class Effort {
  private left: number;

  /** @param size Of the file, in bytes: a large one may ask for more. */
  constructor(size: number) {
    this.left = EDGES + EDGES_OF_A_BYTE * size;
  }

  /** @throws UnreadableFile where it is used up. */
  spend(edges: number): void {
    this.left -= edges;
    if (this.left < 0) throw new UnreadableFile('a page paints more than can be followed');
  }
}

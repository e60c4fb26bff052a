/** Files of one folder: many in one are slow to make on common file systems. */
export const SHELF = 64;

/** Folder and name of the file of a number, below the folder for all: `2/17`. */
export function shelfOf(file: number): string {
  return `${Math.floor(file / SHELF)}/${file % SHELF}`;
}

import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { UnreadableFile } from './reading.ts';

/** The largest file that is looked into. */
export const MOST_BYTES = 200 * 1024 * 1024;

/** A file's bytes as they were at one moment. */
export interface OpenedFile {
  bytes: Uint8Array;
  /** Of the bytes, in hexadecimal. */
  sha256: string;
  /** What tells that the file was not touched since, see `stampOf`. */
  stamp: string;
}

/**
 * Reads a whole file, and nothing that is not one: no link, which leads elsewhere by the time it is published, no pipe, no device. A file that
 * changes while it is read is refused: what was looked into would not be what is published.
 * @throws UnreadableFile with the reason
 */
export async function openFile(path: string): Promise<OpenedFile> {
  const outside = await lstat(path, { bigint: true }).catch(() => null);
  if (!outside) throw new UnreadableFile('it is not there, or may not be read');
  refuseSpecial(outside);
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(error.code === 'ELOOP' ? LINK : 'it may not be read');
  });
  try {
    const before = await file.stat({ bigint: true });
    refuseSpecial(before);
    if (before.size > MOST_BYTES)
      throw new UnreadableFile(
        `it has ${Math.round(Number(before.size) / 1024 / 1024)} MB, and at most ${MOST_BYTES / 1024 / 1024} MB are looked into`,
      );
    const bytes = await file.readFile();
    const after = await file.stat({ bigint: true });
    if (stampOf(before) !== stampOf(after) || BigInt(bytes.length) !== after.size || outside.ino !== after.ino)
      throw new UnreadableFile('it changed while it was read');
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), stamp: stampOf(after) };
  } finally {
    await file.close();
  }
}

const LINK = 'it is a symbolic link, which may lead anywhere: put the file itself in its place';

function refuseSpecial(stats: BigIntStats): void {
  if (stats.isSymbolicLink()) throw new UnreadableFile(LINK);
  if (!stats.isFile()) throw new UnreadableFile('it is no ordinary file');
}

/** Size, times and number of a file: a file whose stamp is the same, and not of this very moment, has the same bytes. */
export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ');
}

import { createWriteStream } from 'node:fs';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './command.ts';

/** What the system says when the reader of a pipe has gone away, as `head` does; the second is Windows' word. */
const READER_GONE = ['EPIPE', 'EOF'];

type Lines = Iterable<string> | AsyncIterable<string>;

/** Nothing is made ahead but what is on its way: the next lines are asked for when the last are taken. */
const readable = (lines: Lines) => Readable.from(lines, { highWaterMark: 1 });

/** Writes to a stream that stays open, as fast as it takes them. `false` where its reader went away before the end, which is no error. */
export async function writeLines(lines: Lines, to: Writable): Promise<boolean> {
  try {
    await pipeline(readable(lines), to, { end: false });
    return true;
  } catch (error) {
    if (READER_GONE.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Writes a file beside its place and puts it there by renaming: at any moment the file is the old one or the whole of the new one. */
export async function writeFileOfLines(lines: Lines, file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}-writing-${process.pid}`);
  try {
    await pipeline(readable(lines), createWriteStream(temporary));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Refuses an output that would replace anything but an empty file or one that begins as ours do. */
export async function checkReplaceable(file: string, ours: RegExp): Promise<void> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new UsageError(`Unexpected --out ${file}, expected a file: ${error.message}`);
  });
  if (!found) return;
  if (!found.isFile()) throw new UsageError(`Unexpected --out ${file}, expected a file, found a folder, a link or a device`);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    if (bytesRead > 0 && !ours.test(buffer.toString('utf8', 0, bytesRead)))
      throw new UsageError(`Unexpected --out ${file}: it is not an export, expected a new file or an earlier export`);
  } finally {
    await handle.close();
  }
}

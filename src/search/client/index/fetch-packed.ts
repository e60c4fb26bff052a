type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The bytes of a file that the build has packed with gzip, so that it is small on every host. A host that unpacks such files by itself is fine too.
 * Throws where the file is missing or broken.
 */
export async function fetchBytes(address: string): Promise<Bytes> {
  return unpack(await fetchRaw(address));
}

async function fetchRaw(address: string): Promise<Bytes> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The parts of a file of several (bundle.ts), as they are. */
export async function fetchBundle(address: string): Promise<Bytes[]> {
  const { buffer } = await fetchRaw(address);
  // (Every machine that runs a browser has the lowest byte of a number first, as the file does.)
  const [count = 0] = new Uint32Array(buffer, 0, 1);
  let at = 4 * (count + 1);
  return Array.from(new Uint32Array(buffer, 4, count), (length) => new Uint8Array(buffer, (at += length) - length, length));
}

/** Bytes that were packed with gzip; others as they are. */
export async function unpack(bytes: Bytes): Promise<Bytes> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // (A blob would be another way to a stream, but costs a round trip to the browser's own process.)
  const unpacked = new Response(bytes).body?.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The same for JSON. */
export async function fetchPacked<T>(address: string): Promise<T> {
  return new Response(await fetchBytes(address)).json() as Promise<T>;
}

/** Asks for a thing once; again only where it could not be had. */
export function remember<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const asked = known.get(key) ?? ask();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked;
}

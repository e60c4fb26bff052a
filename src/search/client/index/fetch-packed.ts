/**
 * A JSON file that the build has packed with gzip, so that it is small on every host. A host that unpacks such files by itself is fine too.
 * Throws where the file is missing or broken.
 */
export async function fetchPacked<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isPacked ? new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))) : new Response(bytes);
  return (await text.json()) as T;
}

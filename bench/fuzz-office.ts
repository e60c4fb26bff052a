/*
 * Breaks files in many ways and reads them: prints what crashed, the slowest, and the memory. Not part of `npm test`, which does the same with few.
 *
 *   npm run bench:fuzz-office -- [--inputs N] [--seed N]
 *
 * A crash is any error but `UnreadableFile`. Exit 1 where there is one, or a file takes longer than ten seconds.
 */
import { parseArgs } from 'node:util';
import { readDocx } from '../src/attachments/docx.ts';
import { type Reading, UnreadableFile } from '../src/attachments/reading.ts';
import { readXlsx } from '../src/attachments/xlsx.ts';
import { FUZZED } from '../test/attachments/fuzzed.ts';
import { generator, mutated } from '../test/attachments/mutate.ts';

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } } });
const readers: Record<string, (bytes: Uint8Array) => Promise<Reading>> = { xlsx: readXlsx, docx: readDocx };
let failed = false;
for (const [format, read] of Object.entries(readers)) {
  const random = generator(Number(values.seed));
  const sources = FUZZED[format] ?? [];
  const crashes = new Map<string, number>();
  let [slowest, refused, peak] = [0, 0, 0];
  for (let input = 0; input < Number(values.inputs); input++) {
    const bytes = mutated(sources[input % sources.length] ?? [], random);
    const started = performance.now();
    try {
      await read(bytes);
    } catch (error) {
      if (error instanceof UnreadableFile) refused++;
      else {
        const at = (error as Error).stack?.split('\n').slice(0, 3).join(' | ') ?? String(error);
        crashes.set(at, (crashes.get(at) ?? 0) + 1);
      }
    }
    slowest = Math.max(slowest, performance.now() - started);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  failed ||= crashes.size > 0 || slowest > 10_000;
  console.log(
    `${format}: ${values.inputs} inputs, ${refused} refused, ${[...crashes.values()].reduce((sum, each) => sum + each, 0)} crashes, slowest ${slowest.toFixed(0)} ms, at most ${(peak / 2 ** 20).toFixed(0)} MiB`,
  );
  for (const [at, times] of crashes) console.log(`  ${times} times: ${at}`);
}
process.exitCode = failed ? 1 : 0;

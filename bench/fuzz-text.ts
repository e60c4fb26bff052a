/*
 * Checks hostile texts, as CSV and as text: samples with changed bytes, and long runs of what identifiers begin with, which a careless pattern looks
 * through again and again. The whole check runs, readers and rules. Prints what crashed, the slowest and the memory.
 *
 *   npm run bench:fuzz-text -- [--inputs N] [--seed N] [--bytes N]
 *
 * Exit 1 where a check throws, a reader is at fault, or one takes longer than five seconds.
 */
import { parseArgs } from 'node:util';
import { BROKEN } from '../src/attachments/guarded-threads.ts';
import { checkBytes } from '../src/checks/check-bytes.ts';
import { generator } from '../test/attachments/mutate.ts';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    bytes: { type: 'string', default: '300000' },
  },
});
const LONGEST = 5000;
const most = Number(values.bytes);

/** Where identifiers, citations, tables and encodings begin, go on and nearly end. */
const PIECES = [
  'QQ 12 34 56¦QQ123456¦943 476 5919¦943476591¦GB82 WEST 1234 5698¦AA11 AAA¦MORGA657054SM9¦12-34-56¦12345678',
  'date of birth: 1¦d.o.b.¦born on¦01/02/19¦account number¦sort code¦PC 1¦collar number¦NHS number¦07700 900¦+44 (0)',
  'a@b¦a.b.c@¦@example¦.co.uk¦http://¦www.¦12 High Street¦Flat 1, ¦NM1 1A¦SW1A 1¦Dear Mr ¦Yours sincerely',
  '[insert¦TBC¦lorem ipsum¦section 40(2)¦s31(1)(a)¦(a)¦and¦to¦of the¦Freedom of Information Act¦EIR ¦regulation 12',
  ' ¦  ¦\t¦\n¦\r¦\r\n¦\n\n¦,¦;¦"¦""¦"x¦\'¦(¦)¦.¦-¦–¦/¦:¦_¦*¦#¦|¦=1+1¦@SUM¦+',
  '0¦1¦9¦A¦Z¦a¦é¦ﬁ¦\u00a0¦\u200b¦\u202e¦\ufeff¦\0¦𝒳¦ß¦İ¦Ward,Patients\nEast,3\n',
].flatMap((pieces) => pieces.split('¦'));
const SAMPLE = PIECES.join(' ');

const random = generator(Number(values.seed));
const below = (limit: number) => Math.floor(random() * limit);
const piece = () => PIECES[below(PIECES.length)] ?? '';

/** One or two pieces again and again, a mixture of many, or a sample with changed bytes. */
function hostile(): Buffer {
  const way = random();
  if (way < 0.5) {
    const repeated = piece() + (random() < 0.6 ? piece() : '') + (random() < 0.3 ? piece() : '');
    return Buffer.from(piece() + repeated.repeat(Math.ceil(below(most) / repeated.length)) + piece());
  }
  if (way < 0.8) {
    let text = '';
    for (const length = below(most / 10); text.length < length;) text += piece().repeat(1 + (random() < 0.1 ? below(2000) : below(3)));
    return Buffer.from(text, random() < 0.2 ? 'utf16le' : 'utf8');
  }
  const bytes = Buffer.from(SAMPLE.repeat(1 + below(20)));
  for (let changes = 1 + below(200); changes > 0; changes--) bytes[below(bytes.length)] = below(256);
  return bytes.subarray(below(4), bytes.length - below(40));
}

let failed = false;
for (const name of ['figures.csv', 'answer.txt']) {
  let [slowest, refused, peak] = [0, 0, 0];
  for (let input = 0; input < Number(values.inputs); input++) {
    const bytes = hostile();
    const started = performance.now();
    try {
      const { notInspected } = await checkBytes(bytes, { name, size: bytes.length, allowed: [] });
      if (notInspected.length > 0) refused++;
      if (notInspected.some(({ because }) => because === BROKEN)) throw new Error(BROKEN);
    } catch (error) {
      failed = true;
      console.log(`${name}, input ${input} of seed ${values.seed}: ${(error as Error).stack ?? String(error)}`);
    }
    const took = performance.now() - started;
    if (took > LONGEST) {
      failed = true;
      console.log(
        `${name}, input ${input}: ${(took / 1000).toFixed(1)} s for ${bytes.length} bytes: ${JSON.stringify(bytes.toString('utf8', 0, 80))}…`,
      );
    }
    slowest = Math.max(slowest, took);
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  console.log(
    `${name}: ${values.inputs} inputs, ${refused} not inspected, slowest ${slowest.toFixed(0)} ms, at most ${(peak / 2 ** 20).toFixed(0)} MiB`,
  );
}
process.exitCode = failed ? 1 : 0;

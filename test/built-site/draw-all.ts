/*
 * Draws every page of the sample log, and tells which routes came to be drawn quickly and whether an answer is then the same. Run by drawing.test.ts.
 */
import { asEnvironment, runOptions } from '../../src/log/run-options.ts';
import { publishable } from '../../src/site/gate.ts';
import { rendererFor } from '../../src/site/renderer-cache.ts';

const options = runOptions();
Object.assign(process.env, asEnvironment(options));
await publishable(options);
const { renderer } = await rendererFor(options);
const pages = await renderer.pages();
const [answer] = pages.filter(({ route }) => route.component === 'src/pages/disclosures/[slug].astro');
if (!answer) throw new Error('The sample log has no answers.');
const asAstro = Buffer.from(await renderer.draw(answer)).toString();
for (const page of pages) await renderer.draw(page);
const quickly = await renderer.draw(answer);
process.stdout.write(JSON.stringify({ quick: renderer.quick?.() ?? [], isText: typeof quickly === 'string', isSame: quickly === asAstro }));

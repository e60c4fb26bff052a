/*
 * Run when the engine is installed or packed (`prepare` in package.json): what draws the pages is made once, so that no first build has to. A build that
 * does not find it, as after a change of the code, makes it in its cache.
 */
import { installRenderer } from './renderer-cache.ts';

try {
  await installRenderer();
} catch (error) {
  process.stderr.write(`What draws the pages could not be made ahead (${String(error)}). The first build makes it.\n`);
}

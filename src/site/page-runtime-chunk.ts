import path from 'node:path';
import { engineFolder } from '../log/run-options.ts';

/** The file of page-runtime.ts in the folder of the code that draws. */
export const PAGE_RUNTIME = 'page-runtime.mjs';

/** What Vite asks of this plugin, in its words. */
interface PageRuntimePlugin {
  name: string;
  apply: 'build';
  applyToEnvironment(environment: { name: string }): boolean;
  buildStart(this: { emitFile(file: { type: 'chunk'; id: string; fileName: string }): string }): void;
}

/** Bundles page-runtime.ts with the code that draws the pages. */
export function pageRuntime(): PageRuntimePlugin {
  return {
    name: 'disclosure-log:page-runtime',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'prerender',
    buildStart() {
      this.emitFile({ type: 'chunk', id: path.join(engineFolder(), 'src/site/page-runtime.ts'), fileName: PAGE_RUNTIME });
    },
  };
}

import path from 'node:path';
import { engineFolder } from '../log/run-options.ts';

/** The script of `<already-answered>` for other sites, from the site's folder: a name that does not change. */
export const EMBED_SCRIPT = 'embed/already-answered.js';

/** What Vite asks of this plugin, in its words. */
interface EmbedPlugin {
  name: string;
  apply: 'build';
  applyToEnvironment(environment: { name: string }): boolean;
  buildStart(this: { emitFile(file: { type: 'chunk'; id: string; fileName: string }): string }): void;
}

/**
 * Bundles the element for the forms of other sites as a script of its own, beside those of the pages and sharing their parts. Pages name
 * their scripts by their hashes; other sites cannot know these.
 */
export function embedScript(): EmbedPlugin {
  return {
    name: 'disclosure-log:embed',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      const id = path.join(engineFolder(), 'src/search/client/embed/already-answered.ts');
      this.emitFile({ type: 'chunk', id, fileName: EMBED_SCRIPT });
    },
  };
}

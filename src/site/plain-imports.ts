/** Where Vite has its wrapper around every `import()`. */
const WRAPPER = '\0vite/preload-helper.js';

/**
 * Leaves `import()` as it is written. Vite wraps each in code of its own that fetches ahead what the script needs; ours need next to nothing
 * ahead, and on the sites of others the addresses that it writes would lead nowhere.
 */
export function plainImports(): {
  name: string;
  apply: 'build';
  enforce: 'pre';
  configEnvironment(): { build: { modulePreload: false } };
  load(id: string): string | null;
} {
  return {
    name: 'disclosure-log:plain-imports',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    load: (id) => (id === WRAPPER ? 'export const __vitePreload = (load) => load();' : null),
  };
}

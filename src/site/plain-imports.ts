/** Where Vite has its wrapper around every `import()`. */
const WRAPPER = '\0vite/preload-helper.js';

/** What Vite makes of `import('./a.js').then(({ one }) => …)`, and of any other `import()`. */
const UNPACKING =
  /__vitePreload\(async \(\) => \{\s*const \{[^}]*\} = await (import\([^)]*\)[^;]*);\s*return \{[^}]*\};\s*\}, __VITE_PRELOAD__\)/g;
const PLAIN = /__vitePreload\(\(\) => (import\([^)]*\)), __VITE_PRELOAD__\)/g;

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
  renderChunk(code: string): { code: string; map: null } | null;
} {
  return {
    name: 'disclosure-log:plain-imports',
    apply: 'build',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    // For those that the next step does not know.
    load: (id) => (id === WRAPPER ? 'export const __vitePreload = (load) => load();' : null),
    renderChunk(code) {
      const plain = code.replace(UNPACKING, '$1').replace(PLAIN, '$1');
      return plain === code ? null : { code: plain, map: null };
    },
  };
}

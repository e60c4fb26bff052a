/*
 * Which Node can run this package's TypeScript, and how. Plain JavaScript without an import, because an old Node reads it.
 *
 * | Node                        | runs .ts of ours                                        |
 * |-----------------------------|---------------------------------------------------------|
 * | 22.18 to 22.x, 24.3 and on  | by itself                                               |
 * | 22.12 to 22.17, 23 to 24.2  | with a flag, and a warning that is of no use to anybody |
 * | 22.15 and on                | below node_modules, through the hook in strip-types.js  |
 */

/** The oldest Node that Astro runs on. */
export const OLDEST = '22.12';
/** The oldest Node that can run this package from inside a node_modules folder. */
export const OLDEST_INSTALLED = '22.15';

/**
 * How to start under a given Node.
 *
 * - `here`: in this very process.
 * - `again`: in a process with these words added to NODE_OPTIONS, so that workers and further processes have them too.
 * - `newer`: not at all; `needed` is the oldest version that would do.
 *
 * @param {string} version As in `process.versions.node`: `22.12.0`.
 * @param {boolean} installed True where this package lies below a node_modules folder: Node strips no types there.
 * @param {string} hook Address of strip-types.js, for the case of `installed`.
 * @returns {{start: 'here'} | {start: 'again', options: string[]} | {start: 'newer', needed: string}}
 */
export function planStart(version, installed, hook) {
  const needed = installed ? OLDEST_INSTALLED : OLDEST;
  if (!isAtLeast(version, needed) || (installed && version.startsWith('23.') && !isAtLeast(version, '23.5'))) {
    return { start: 'newer', needed };
  }
  if (installed) return { start: 'again', options: ['--disable-warning=ExperimentalWarning', `--import=${hook}`] };
  const byItself = version.startsWith('22.') ? isAtLeast(version, '22.18') : isAtLeast(version, '24.3');
  return byItself
    ? { start: 'here' }
    : { start: 'again', options: ['--disable-warning=ExperimentalWarning', '--experimental-strip-types'] };
}

/**
 * @param {string} version
 * @param {string} oldest `22.12`: major and minor.
 */
function isAtLeast(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * What to say where no Node will do: what is needed, what is there, how to mend it.
 *
 * @param {string} version
 * @param {string} needed
 */
export function tooOld(version, needed) {
  return `disclosure-log needs Node ${needed} or newer, and this is Node ${version}: install a newer one from https://nodejs.org, or add one to this folder with: npm install --save-dev node@24`;
}

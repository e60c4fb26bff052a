/*
 * Keeps what Node makes of this program's modules from one start to the next, which takes a third off the start of a command. Plain JavaScript, because
 * it runs before TypeScript can be read.
 */
import module from 'node:module';
import os from 'node:os';
import path from 'node:path';

/**
 * In the user's own cache folder, and not in that for temporary files: there another user of the machine could put code. Does nothing where there is no
 * such folder, or it cannot be written.
 *
 * @param {NodeJS.ProcessEnv} [env]
 */
export function keepCompiledCode(env = process.env) {
  // Node's own setting goes first.
  if (env['NODE_COMPILE_CACHE'] || env['NODE_DISABLE_COMPILE_CACHE']) return;
  const home = cacheFolder(env);
  if (!home) return;
  const folder = path.join(home, 'disclosure-log', 'code');
  const { directory } = module.enableCompileCache?.(folder) ?? {};
  // Threads look for it here: each of them would compile anew, which takes a fifth of a second and more.
  if (directory) env['NODE_COMPILE_CACHE'] = folder;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
function cacheFolder(env) {
  const named = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME'];
  if (named && path.isAbsolute(named)) return named;
  if (process.platform === 'win32') return null;
  const home = env['HOME'] || homeOfUser();
  return path.isAbsolute(home) && home !== '/' ? path.join(home, '.cache') : null;
}

/** Empty for a user that the machine does not know, as in some containers. */
function homeOfUser() {
  try {
    return os.homedir();
  } catch {
    return '';
  }
}

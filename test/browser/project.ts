import path from 'node:path';

/** The folder of package.json. */
export const PROJECT = path.resolve(import.meta.dirname, '..', '..');

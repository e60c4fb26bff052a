import type { Provision } from '../provisions.ts';

export const FOISA_PROVISIONS: readonly Provision[] = [];

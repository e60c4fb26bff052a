import type { Provision } from '../provisions.ts';

export const EISR_PROVISIONS: readonly Provision[] = [];
